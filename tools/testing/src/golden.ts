import { readFileSync } from 'node:fs';
import { fixturePath, sharedPath } from './paths.js';

/** Parses the golden file `NAME.json`; its numbers come from running the Python reference. */
export function golden(name: string): any {
  return parse(goldenPath(`${name}.json`));
}

/** The items that a golden file was computed from, parsed from JSON lines. */
export function goldenItems(name: string): any[] {
  return readJsonLines(goldenPath(`${name}.jsonl`, 'datasets/'));
}

/** True when the golden file `NAME.json` can be read here. */
export function hasGolden(name: string): boolean {
  return committed.has(name) || sharedPath(`golden/${name}.json`) !== undefined;
}

/** Parses a file of JSON lines. */
export function readJsonLines(path: string): any[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

const committed = new Set([
  'synth_tiny',
  'synth_edge',
  'synth_tiny.embeddings',
  'synth_edge.embeddings',
  'unit',
]);

function goldenPath(file: string, folder = ''): string {
  if (committed.has(file.replace(/\.jsonl?$/, ''))) return fixturePath(file);
  const path = sharedPath(`golden/${folder}${file}`);
  if (path === undefined)
    throw new Error(`golden file ${file} is not here; guard the test with testWithShared`);
  return path;
}

function parse(path: string): any {
  return JSON.parse(readFileSync(path, 'utf8'), (_key, value) => nonFinite.get(value) ?? value);
}

/** JSON has no NaN and no infinities: the golden files spell them as strings. */
const nonFinite = new Map<unknown, number>([
  ['nan', NaN],
  ['inf', Infinity],
  ['-inf', -Infinity],
]);
