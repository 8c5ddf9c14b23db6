// Installs every public package alone from tarballs, outside of the workspace, imports all that it exports, makes a selection
// with one selector, runs the demonstration of the command, and writes into each README how much an install brings.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installAlone, run, type Installed } from './install-alone.js';
import { pack } from './pack.js';
import { publicPackages } from './public-packages.js';
import { inWords, writeInstallSize } from './write-install-size.js';

const SELECTION = `
import assert from 'node:assert/strict';
import { datasetFromItems, runSelector } from '@goldpan/core';
import { metricVariance } from '@goldpan/selector-variance';

const item = (id, a, b) => ({ id, scores: { a: { bleu: a }, b: { bleu: b } } });
const items = [item('alike', 30, 31), item('apart', 10, 50), item('equal', 20, 20)];
const options = { metric: 'bleu' };
const { ranking } = await runSelector(metricVariance, datasetFromItems(items), { options });
assert.deepEqual([...ranking], [1, 0, 2]);
`;

const temporary = mkdtempSync(join(tmpdir(), 'goldpan-install-'));
try {
  const packed = new Map((await pack(publicPackages(), temporary)).map((one) => [one.name, one]));
  for (const { name, folder, size, manifest } of packed.values()) {
    const installed = installAlone(name, packed, join(temporary, name));
    importAll(installed, name, manifest.exports ?? {});
    if (name === '@goldpan/selector-variance') node(installed, SELECTION);
    if (name === 'goldpan') demonstrate(installed);
    writeInstallSize(folder, installed);
    const total = `${inWords(installed.bytes)} installed, packages: ${installed.packages}`;
    console.log(`${name}: tarball ${inWords(size)}, ${total}`);
  }
} finally {
  rmSync(temporary, { recursive: true });
}

/** Imports what others can import: an entry for tools of this repository leads to its sources alone. */
function importAll(installed: Installed, name: string, exports: Readonly<Record<string, unknown>>): void {
  const specifiers = Object.entries(exports)
    .filter(([, to]) => typeof to === 'object' && to !== null && 'import' in to)
    .map(([path]) => join(name, path).replaceAll('\\', '/'));
  node(installed, specifiers.map((one) => `await import(${JSON.stringify(one)});`).join('\n'));
}

function node({ folder }: Installed, code: string): void {
  run(process.execPath, ['--input-type=module', '--eval', code], folder);
}

/** The command from its folder of links, as `npx goldpan` starts it. */
function demonstrate({ folder }: Installed): void {
  const told = run(join('node_modules', '.bin', 'goldpan'), ['demo'], folder);
  if (told.split('\n').length < 20) throw new Error(`goldpan demo must tell its story; it printed ${told}`);
}
