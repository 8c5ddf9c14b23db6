/**
 * Bundles what is built into bundle/: the command, the files of its threads and the built-in plugins, one file each, with what they
 * share in files between them, so that a call opens tens of files where there are hundreds. Part of the build; does nothing while what
 * is built is as it was.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { builtInPlugins } from '../workflows/dist/built-in-plugins.js';

const packages = fileURLToPath(new URL('..', import.meta.url));
const folder = fileURLToPath(new URL('bundle', import.meta.url));
const own = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const stampFile = join(folder, '.made-of');
const stamp = hash(sources());

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  rmSync(folder, { recursive: true, force: true });
  const licences = await bundle();
  writeFileSync(join(folder, 'LICENSES.txt'), licences);
  writeFileSync(stampFile, stamp);
}

/** What the compiler says of each package it built, the locked versions, and this file. */
function sources() {
  const built = readdirSync(packages)
    .sort()
    .map((name) => join(packages, name, 'dist/tsconfig.lib.tsbuildinfo'))
    .filter((path) => existsSync(path));
  const others = [join(packages, '../package-lock.json'), fileURLToPath(import.meta.url)];
  return [...built, ...others].map((path) => readFileSync(path, 'utf8')).join('\0');
}

async function bundle() {
  const threads = [
    'cli/dist/command-worker.js',
    'simulation/dist/worker.js',
    'budget/dist/node/highs-worker.js',
    'formats/dist/tables/parquet-worker.js',
  ];
  const entries = ['cli/dist/bin.js', 'cli/dist/index.js', ...threads];
  const input = [
    ...entries.map((path) => [basename(path, '.js'), join(packages, path)]),
    ...builtInPlugins.map((name) => [chunkOf(name), join(packages, basename(name), 'dist/index.js')]),
  ];
  const building = await rolldown({
    input: Object.fromEntries(input),
    platform: 'node',
    external: [...Object.keys(own.dependencies), ...Object.keys(own.peerDependencies)],
    plugins: [{ name: 'built-in plugins', transform: resolvedHere }],
  });
  const { output } = await building.write({
    dir: folder,
    // Names are for the reader of a stack, hashes for checkpoints, which hold the file of a plugin.
    chunkFileNames: '[name]-[hash].js',
  });
  await building.close();
  return licencesOf(output.flatMap(({ moduleIds = [] }) => moduleIds));
}

/** A built-in plugin is found beside the bundle's other files, not among installed packages. */
function resolvedHere(code, id) {
  if (!id.endsWith(join('workflows', 'dist', 'built-in-plugins.js'))) return undefined;
  const elsewhere = 'import.meta.resolve(name)';
  if (!code.includes(elsewhere)) throw new Error(`${id} finds plugins in another way than ${elsewhere}`);
  return code.replace(elsewhere, "new URL(`plugin-${name.split('/')[1]}.js`, import.meta.url).href");
}

function chunkOf(plugin) {
  return `plugin-${basename(plugin)}`;
}

/** The licences of the packages of others that are in the bundle, with their texts. */
function licencesOf(modules) {
  const found = new Map();
  for (const id of modules) {
    if (!id.includes('node_modules')) continue;
    const home = homeOf(dirname(id));
    if (!found.has(home)) found.set(home, licenceOf(home));
  }
  return [...found.values()].sort().join('\n\n');
}

/** The folder of the package that a module belongs to. */
function homeOf(folder) {
  const path = join(folder, 'package.json');
  return existsSync(path) && JSON.parse(readFileSync(path, 'utf8')).version
    ? folder
    : homeOf(dirname(folder));
}

function licenceOf(home) {
  const { name, version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const file = readdirSync(home).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? '' : `\n\n${readFileSync(join(home, file), 'utf8').trim()}`;
  return `${name} ${version} (${license})${text}\n`;
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}
