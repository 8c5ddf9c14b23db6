import { NgramMatches } from '../kernels/ngram-matches.js';
import { splitWhitespace } from './split-whitespace.js';
import { tokenSymbols } from './symbols.js';
import type { TextSimilarity } from './text-similarity.js';

/**
 * Unigram overlap of two texts: twice the tokens they share (with repetition) over all their tokens.
 *
 * @returns in [0, 1]; 1 = the same tokens. Also 1 where either text has no token, as in the reference
 * @remarks Tokens are what stands between whitespace. O(tokens).
 */
export function unigramOverlap(a: string, b: string): number {
  const texts = tokenSymbols([splitWhitespace(a), splitWhitespace(b)]);
  return overlap(new NgramMatches().count(texts, 1)[1], texts[0].length, texts[1].length);
}

/** Mean unigram overlap over all unordered pairs of an item's outputs, in [0, 1]; needs at least 2. */
export function unigramSimilarity(): TextSimilarity {
  const matches = new NgramMatches();
  return (outputs) => {
    const texts = tokenSymbols(outputs.map(splitWhitespace));
    const shared = matches.count(texts, 1);
    let sum = 0;
    for (let a = 0; a < texts.length; a++) {
      for (let b = a + 1; b < texts.length; b++) {
        sum += overlap(shared[a * texts.length + b], texts[a].length, texts[b].length);
      }
    }
    return sum / ((texts.length * (texts.length - 1)) / 2);
  };
}

function overlap(shared: number, a: number, b: number): number {
  return a === 0 || b === 0 ? 1 : (2 * shared) / (a + b);
}
