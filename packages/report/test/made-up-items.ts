import { stream } from '@goldpan/core';
import { realisticResults, type RawItem } from './realistic-results.js';

const WORDS = 'river gold pan sieve stone water bright heavy slow clear bank camp'.split(' ');

/** Items with sources, outputs and scores; 23 × 7 unless told otherwise, so that no two numbers are the same. */
export function madeUpItems(size = 23, systems = 7): readonly RawItem[] {
  const names = Array.from({ length: systems }, (_, s) => `system-${String.fromCharCode(97 + s)}`);
  return Array.from({ length: size }, (_, i): RawItem => {
    const rng = stream(3, 'item', i);
    const text = (words: number) =>
      Array.from({ length: words }, () => WORDS[rng.integer(WORDS.length)]).join(' ');
    const hardness = rng.next();
    const cell = (s: number) => {
      const human = Math.min(1, Math.max(0, 0.8 - hardness * 0.5 + s * 0.03 + rng.next() * 0.3));
      return { human, BLEU: human * 0.6 + rng.next() * 0.3, chrF: human * 0.3 + rng.next() * 0.6 };
    };
    return {
      i: `item-${i + 1}`,
      src: text(6 + rng.integer(20)),
      tgt: Object.fromEntries(names.map((name) => [name, text(5 + rng.integer(15))])),
      scores: Object.fromEntries(names.map((name, s) => [name, cell(s)])),
    };
  });
}

/** Results of every command over the made-up items. */
export function madeUpResults() {
  return realisticResults(madeUpItems(), {
    name: 'made-up.jsonl',
    target: 'human',
    metrics: ['BLEU', 'chrF'],
  });
}
