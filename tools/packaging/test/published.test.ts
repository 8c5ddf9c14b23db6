import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importedPackages } from '../src/imported-packages.js';
import { run } from '../src/install-alone.js';
import { pack } from '../src/pack.js';
import { publicPackages, readManifest } from '../src/public-packages.js';
import { publishingProblems } from '../src/publishing-problems.js';
import { typeProblems } from '../src/type-problems.js';
import { workspace } from '../src/workspace.js';

const folder = mkdtempSync(join(tmpdir(), 'goldpan-pack-'));
afterAll(() => rmSync(folder, { recursive: true }));
const packages = await pack(publicPackages(), folder);
const licence = readFileSync(join(workspace, 'LICENSE'), 'utf8');

/** What every tarball holds. */
const always = ['LICENSE', 'README.md', 'package.json'];
/** What a tarball may hold beside dist. */
const further: Record<string, RegExp> = {
  goldpan: /^(bin|bundle|data)\//,
  '@goldpan/create-selector': /^template\//,
};

/** Does an entry lead to sources alone, which are not published: is it for tools of this repository? */
const isForTools = (target: unknown) => Object.keys(target as object).join() === '@goldpan/source';

/** Is a package what another one wants beside it? */
const isPeerOf = (peer: string, others: readonly string[]) =>
  others.some((other) => {
    const { peerDependencies = {} } = readManifest(join(workspace, 'node_modules', other));
    return peer in peerDependencies;
  });

test('what is wrong with a package is found: a target that is not packed, types that are not there', async () => {
  const broken = join(folder, 'broken');
  mkdirSync(broken);
  const exports = { '.': { types: './dist/index.d.ts', import: './dist/index.js' } };
  const manifest = { name: 'broken', version: '1.0.0', type: 'module', exports, files: ['dist'] };
  writeFileSync(join(broken, 'package.json'), JSON.stringify(manifest));
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json'], broken));
  const tarball = join(broken, filename);
  expect(await publishingProblems(tarball)).toContainEqual(expect.stringContaining('./dist/index.js'));
  await expect(typeProblems(tarball)).rejects.toThrow('must have types');
});

test('all packages are published under one version', () => {
  expect(packages.length).toBeGreaterThan(10);
  expect(new Set(packages.map(({ manifest }) => manifest.version)).size).toBe(1);
});

describe.each(packages)('$name', ({ name, folder, files, manifest, tarball }) => {
  const isLoadedByName = (one: string) =>
    files.some(
      (file) => file.endsWith('.js') && readFileSync(join(folder, file), 'utf8').includes(`'${one}'`),
    );
  const { dependencies = {}, peerDependencies = {}, devDependencies = {} } = manifest;

  test('holds what was built, a README and the licence, and nothing else', () => {
    expect(always.filter((file) => !files.includes(file))).toEqual([]);
    const others = files.filter(
      (file) =>
        !always.includes(file) &&
        !/^dist\/.*\.(js|mjs|d\.ts|d\.mts|css|html)$/.test(file) &&
        !further[name]?.test(file),
    );
    expect(others).toEqual([]);
    expect(files.filter((file) => /^dist\/.*(\.test\.|\/tests?\/)/.test(file))).toEqual([]);
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toBe(licence);
  });

  test('says what it is, for whom, and where it starts', () => {
    expect(manifest.description).toMatch(/^[A-Z].{19,}[^.]$/);
    expect(manifest.license).toBe('Apache-2.0');
    expect(manifest.keywords).toContain('goldpan');
    expect(manifest.engines).toEqual({ node: '>=20.19.0' });
    const entries = Object.entries(manifest.exports ?? {});
    expect(entries.map(([path]) => path)).toContain('.');
    for (const [path, target] of entries) {
      if (path === './package.json' || isForTools(target)) continue;
      const { types, import: code } = target as Record<string, string>;
      expect(Object.keys(target)).toEqual(['@goldpan/source', 'types', 'import']);
      expect(files).toEqual(expect.arrayContaining([types.slice(2), code.slice(2)]));
    }
  });

  test('declares what it imports and imports what it declares', () => {
    const code = files.filter((file) => /^(dist|bundle)\/.*\.(m?js|d\.ts)$/.test(file));
    const imported = new Set(code.flatMap((file) => importedPackages(join(folder, file))));
    const declared = Object.keys({ ...dependencies, ...peerDependencies });
    expect([...imported].filter((one) => one !== name && !declared.includes(one))).toEqual([]);
    const needed = declared.filter(
      (one) => imported.has(one) || isLoadedByName(one) || isPeerOf(one, declared),
    );
    expect(declared.filter((one) => !needed.includes(one))).toEqual([]);
  });

  test('pins what it depends on, and takes a peer from whoever installs it', () => {
    for (const [one, version] of Object.entries({ ...dependencies, ...devDependencies }))
      if (!(one in peerDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const [peer, range] of Object.entries(peerDependencies)) {
      expect(range).toMatch(/^\^/);
      expect(dependencies).not.toHaveProperty([peer]);
      // A release carries the range of the one over to the other.
      if (peer.startsWith('@goldpan/')) expect(devDependencies[peer]).toBe(range);
      else expect(devDependencies).toHaveProperty([peer]);
    }
    if (manifest.nx.tags.includes('type:selector'))
      expect(peerDependencies).toMatchObject({ '@goldpan/core': `^${manifest.version}` });
  });

  test('passes publint', async () => {
    expect(await publishingProblems(tarball)).toEqual([]);
  });

  test('has types that hold for whoever imports it as an ES module', async () => {
    const forTools = Object.entries(manifest.exports ?? {}).filter(([, target]) => isForTools(target));
    const names = forTools.map(([path]) => path);
    expect(await typeProblems(tarball, names)).toEqual([]);
  });
});
