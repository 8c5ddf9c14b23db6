import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { checkpointFailed, damagedCheckpoint, otherCheckpoint } from './errors.js';
import type { CheckpointInputs } from './checkpoint-inputs.js';
import type { Outcome } from './job.js';

/** Finished replicates on disk. */
export interface Checkpoint {
  /** Replicates that earlier runs finished. */
  readonly finished: readonly Outcome[];
  append(outcomes: readonly Outcome[]): void;
  close(): void;
}

/**
 * Opens a checkpoint file, or begins one: a line that says which simulation it belongs to, then a line per finished replicate.
 * A line is a checksum and JSON; the checksum covers the first line too, so that no replicate passes for one of another
 * simulation. A last line that was cut short is removed; its replicate is made again.
 *
 * @param inputs - what the outcomes depend on, by name
 * @throws OTHER_CHECKPOINT naming each input that differs, DAMAGED_CHECKPOINT, CHECKPOINT_FAILED where the system refuses
 */
export function openCheckpoint(path: string, inputs: CheckpointInputs): Checkpoint {
  const told = telling(path);
  const text = told(() => (isFile(path) ? readFileSync(path, 'utf8') : ''));
  const complete = text.slice(0, text.lastIndexOf('\n') + 1);
  const head = JSON.stringify(inputs);
  const [first, ...rest] = complete.split('\n').slice(0, -1);
  if (first !== undefined) {
    const earlier = open(first, '');
    if (earlier === undefined) throw damagedCheckpoint(path, 1);
    if (earlier !== head) throw otherCheckpoint(path, differences(JSON.parse(earlier), inputs));
  }
  // Text without a whole line is a first line that was cut short, or no checkpoint at all.
  else if (!sealed(head, '').startsWith(text)) throw damagedCheckpoint(path, 1);
  const finished = rest.map((line, i): Outcome => {
    const json = open(line, head);
    if (json === undefined) throw damagedCheckpoint(path, i + 2);
    return JSON.parse(json);
  });
  const file = told(() => openSync(path, 'a'));
  const write = (lines: string) => told(() => writeWhole(file, lines));
  if (complete.length < text.length) told(() => ftruncateSync(file, Buffer.byteLength(complete)));
  if (first === undefined) write(sealed(head, ''));
  return {
    finished,
    append: (outcomes) => write(outcomes.map((outcome) => sealed(JSON.stringify(outcome), head)).join('')),
    close: () => closeSync(file),
  };
}

/** Writes all of a text: a disk that is nearly full takes a part of it and says so by the number of bytes alone. */
function writeWhole(file: number, text: string): void {
  let left = Buffer.from(text);
  while (left.length > 0) left = left.subarray(writeSync(file, left));
}

/** Calls the system, and tells its refusals with the file. */
function telling(path: string) {
  return <T>(call: () => T): T => {
    try {
      return call();
    } catch (error) {
      throw checkpointFailed(path, error);
    }
  };
}

/** Whether there is a file to read; a device may have no end. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** A line of the file. */
function sealed(json: string, head: string): string {
  return `${checksum(json, head)} ${json}\n`;
}

/** The JSON of a line whose checksum is right. */
function open(line: string, head: string): string | undefined {
  const json = line.slice(line.indexOf(' ') + 1);
  return line === `${checksum(json, head)} ${json}` ? json : undefined;
}

function checksum(json: string, head: string): string {
  return createHash('sha256').update(head).update(json).digest('hex').slice(0, 16);
}

function differences(earlier: Record<string, unknown>, now: CheckpointInputs): string[] {
  const told = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));
  return [...new Set([...Object.keys(now), ...Object.keys(earlier)])]
    .map((name) => [name, told(earlier[name]), told(now[name])])
    .filter(([, before, after]) => before !== after)
    .map(([name, before, after]) => `${name} (there ${before}, here ${after})`);
}
