import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { damagedCheckpoint, otherCheckpoint } from './errors.js';
import type { Outcome } from './job.js';

/** Finished replicates on disk. */
export interface Checkpoint {
  /** Replicates that earlier runs finished. */
  readonly finished: readonly Outcome[];
  append(outcomes: readonly Outcome[]): void;
  close(): void;
}

/**
 * Opens a checkpoint file, or begins one: a line that says which simulation it belongs to, then a line of JSON per finished
 * replicate. A last line that was cut short is removed; its replicate is made again.
 *
 * @param inputs - what the outcomes depend on, by name
 * @throws OTHER_CHECKPOINT naming each input that differs, DAMAGED_CHECKPOINT
 */
export function openCheckpoint(path: string, inputs: Readonly<Record<string, unknown>>): Checkpoint {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const complete = text.slice(0, text.lastIndexOf('\n') + 1);
  const lines = complete
    .split('\n')
    .slice(0, -1)
    .map((line, i) => parseLine(path, line, i + 1));
  if (lines.length > 0) compare(path, lines[0] as Record<string, unknown>, inputs);
  const file = openSync(path, 'a');
  if (complete.length < text.length) ftruncateSync(file, Buffer.byteLength(complete));
  if (lines.length === 0) writeSync(file, `${JSON.stringify(inputs)}\n`);
  return {
    finished: lines.slice(1) as Outcome[],
    append: (outcomes) =>
      void writeSync(file, outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join('')),
    close: () => closeSync(file),
  };
}

function parseLine(path: string, line: string, number: number): unknown {
  try {
    const value = JSON.parse(line);
    if (typeof value === 'object' && value !== null && (number === 1 || Number.isInteger(value.replicate)))
      return value;
  } catch {
    // Told below.
  }
  throw damagedCheckpoint(path, number);
}

function compare(
  path: string,
  earlier: Record<string, unknown>,
  now: Readonly<Record<string, unknown>>,
): void {
  const names = [...new Set([...Object.keys(now), ...Object.keys(earlier)])];
  const differences = names
    .map((name) => [name, JSON.stringify(earlier[name]), JSON.stringify(now[name])])
    .filter(([, before, after]) => before !== after)
    .map(([name, before, after]) => `${name} (there ${before}, here ${after})`);
  if (differences.length > 0) throw otherCheckpoint(path, differences);
}
