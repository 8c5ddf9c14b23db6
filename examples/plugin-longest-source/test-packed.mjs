// Tests a plugin as its users would get it: packs the Goldpan packages that it names, installs the tarballs and the plugin
// in a folder of their own, outside of the workspace, and runs its tests there.
//
//   node test-packed.mjs [FOLDER]     the plugin's folder; default this one
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const packages = join(here, '../../packages');
const plugin = resolve(process.argv[2] ?? here);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });

/** The Goldpan packages that some dependencies lead to, by name, each with its folder. */
function goldpanPackages(dependencies, found = new Map()) {
  for (const name of Object.keys(dependencies)) {
    if (!name.startsWith('@goldpan/') || found.has(name)) continue;
    const folder = join(packages, name.slice('@goldpan/'.length));
    found.set(name, folder);
    const { dependencies: direct = {}, peerDependencies: peers = {} } = readJson(
      join(folder, 'package.json'),
    );
    goldpanPackages({ ...direct, ...peers }, found);
  }
  return found;
}

const temporary = mkdtempSync(join(tmpdir(), 'goldpan-packed-'));
try {
  const description = readJson(join(plugin, 'package.json'));
  const needed = goldpanPackages({ ...description.peerDependencies, ...description.devDependencies });

  const tsc = join(here, '../../node_modules/typescript/bin/tsc');
  const projects = [...needed.values()].map((folder) => join(folder, 'tsconfig.lib.json'));
  run(process.execPath, [tsc, '-b', ...projects], temporary);

  const copy = join(temporary, 'plugin');
  cpSync(plugin, copy, {
    recursive: true,
    filter: (file) => !['node_modules', 'dist'].includes(basename(file)),
  });
  for (const [name, folder] of needed) {
    const packed = run('npm', ['pack', '--json', '--pack-destination', temporary], folder);
    const [{ filename, size, entryCount }] = JSON.parse(packed);
    description.devDependencies[name] = `file:../${filename}`;
    console.log(`packed ${filename}: ${entryCount} files, ${Math.round(size / 1024)} kB`);
  }
  writeFileSync(join(copy, 'package.json'), JSON.stringify(description, null, 2));

  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'], copy);
  console.log(`installed ${description.name} in a folder of its own; its tests:`);
  const script = description.scripts.check ? 'check' : 'test';
  execFileSync('npm', ['run', '--silent', script], { cwd: copy, stdio: 'inherit' });
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
