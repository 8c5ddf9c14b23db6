import { stream, type Rng } from '@goldpan/core';
import type { Corpus } from './corpus.js';
import type { FuzzInput, Use } from './fuzz-input.js';
import { mutateJson } from './mutate/json.js';
import { oneOf } from './mutate/mutator.js';
import { mutatorsOf } from './mutate/mutators-of.js';

/** One input of so many is for a command, which takes far longer than a loader. */
const COMMANDS = 50;

/** One reading of so many goes on to `inspect`. */
const INSPECTED = 50;

/** The input of a seed and a number: a sound one with one to three kinds of damage. It depends on nothing else. */
export function makeInput(corpus: Corpus, seed: number, number: number): FuzzInput {
  const rng = stream(seed, 'fuzz', number);
  const isCommand = rng.integer(COMMANDS) === 0;
  const { name, files: sound, use } = oneOf(isCommand ? corpus.commands : corpus.readings, rng);
  const files = new Map(sound);
  for (let edits = 1 + rng.integer(3); edits > 0; edits--) damage(files, rng);
  return { name, files, use: otherUse(use, rng) };
}

function damage(files: Map<string, Buffer>, rng: Rng): void {
  const names = [...files.keys()];
  if (names.length === 0) return;
  const name = oneOf(names, rng);
  const kind = rng.integer(30);
  if (kind === 0) files.delete(name);
  else if (kind === 1) files.set(name, files.get(oneOf(names, rng))!);
  else if (kind === 2) files.set(name, Buffer.alloc(0));
  else files.set(name, oneOf(mutatorsOf(name), rng)(files.get(name)!, rng));
}

/** At times other options, no format, or a command that goes on with what was read. */
function otherUse(use: Use, rng: Rng): Use {
  if (use.paths === undefined) return use;
  const options = rng.integer(6) === 0 ? otherOptions(use.options ?? {}, rng) : use.options;
  const format = rng.integer(12) === 0 ? undefined : use.format;
  if (rng.integer(INSPECTED) > 0) return { ...use, format, options, tolerant: rng.integer(2) === 0 };
  const named = format === undefined ? [] : ['--format', format];
  return { command: ['inspect', ...use.paths.slice(0, 1), ...named] };
}

function otherOptions(options: NonNullable<Use['options']>, rng: Rng): NonNullable<Use['options']> {
  try {
    return { ...JSON.parse(mutateJson(Buffer.from(JSON.stringify(options)), rng).toString('utf8')) };
  } catch {
    return options;
  }
}
