import { stream } from '@goldpan/core';
import type { TrainingSet } from '../src/index.js';

const WORDS =
  'the a river bank moon is was of light gold pan water sifts slowly once again Straße ok and so it goes'.split(
    ' ',
  );
const TERMS = 'thrombosis enzyme receptor genome plasmid mitosis'.split(' ');

/** A SHA-256 that belongs to no data. */
export const sha256 = '0'.repeat(64);

/**
 * A past evaluation in which sources with technical terms were the useful ones, up to noise, as much in any set. Documents of
 * two to four items.
 */
export function termsMatter(name: string, items: number, { noise = 1, seed = 0 } = {}): TrainingSet {
  const rng = stream(seed, `training-data/${name}`);
  const pick = (words: readonly string[]) => words[rng.integer(words.length)];
  const terms = Array.from({ length: items }, () => rng.integer(4));
  const sources = terms.map((count) => {
    const words = Array.from({ length: 5 + rng.integer(12) }, () => pick(WORDS));
    for (let t = 0; t < count; t++) words.splice(rng.integer(words.length), 0, pick(TERMS));
    return words.join(' ') + '.';
  });
  let document = 0;
  const documents = sources.map(() => `d${rng.integer(3) === 0 ? ++document : document}`);
  const utilities = terms.map((count) => count + noise * (rng.next() + rng.next() + rng.next() - 1.5));
  return { name, sha256, sources, documents, utilities };
}

/** The same sources with utilities that have nothing to do with them. */
export function nothingMatters(name: string, items: number, seed = 0): TrainingSet {
  const rng = stream(seed, `training-data/noise/${name}`);
  const set = termsMatter(name, items, { seed });
  return { ...set, utilities: set.sources.map(() => rng.next()) };
}
