import { NgramMatches } from '../kernels/ngram-matches.js';
import { trimEnd } from './split-whitespace.js';
import { tokenSymbols } from './symbols.js';
import type { TextSimilarity } from './text-similarity.js';
import { tokenizers, type TokenizerName } from './tokenizers.js';

export interface BleuOptions {
  /** Default `13a`. */
  readonly tokenizer?: TokenizerName;
}

/** N-grams up to this length count. */
const ORDER = 4;

/**
 * Sentence BLEU of a text against one reference, as sacreBLEU 2.6.0 computes it: n-grams up to 4, effective order,
 * `exp` smoothing, case-sensitive.
 *
 * @returns 0 to 100 (100.00000000000004 for equal texts, by rounding); 0 where nothing matches or either text is empty
 * @remarks O(tokens).
 */
export function sentenceBleu(hypothesis: string, reference: string, options: BleuOptions = {}): number {
  const texts = tokens([hypothesis, reference], options);
  const matches = new NgramMatches().count(texts, ORDER);
  return score(
    Array.from({ length: ORDER }, (_, n) => matches[n * 4 + 1]),
    texts[0].length,
    texts[1].length,
  );
}

/**
 * Mean sentence BLEU over all ordered pairs of an item's outputs, each output with itself included, 0 to 100.
 * Both directions of a pair share their matches, so each pair is counted once.
 */
export function bleuSimilarity(options: BleuOptions = {}): TextSimilarity {
  const counter = new NgramMatches();
  const matched = new Float64Array(ORDER);
  return (outputs) => {
    const texts = tokens(outputs, options);
    const size = texts.length;
    const matches = counter.count(texts, ORDER);
    let sum = 0;
    for (let a = 0; a < size; a++) {
      const length = texts[a].length;
      for (let n = 0; n < ORDER; n++) matched[n] = Math.max(0, length - n);
      sum += score(matched, length, length);
      for (let b = a + 1; b < size; b++) {
        for (let n = 0; n < ORDER; n++) matched[n] = matches[(n * size + a) * size + b];
        sum += score(matched, length, texts[b].length) + score(matched, texts[b].length, length);
      }
    }
    return sum / size ** 2;
  };
}

function tokens(texts: readonly string[], { tokenizer = '13a' }: BleuOptions): Int32Array[] {
  const tokenize = tokenizers[tokenizer];
  return tokenSymbols(texts.map((text) => tokenize(trimEnd(text))));
}

/** @param matched - clipped matches of order n at [n − 1] */
function score(matched: ArrayLike<number>, hypothesis: number, reference: number): number {
  // Longer n-grams can only match where single tokens do.
  if (matched[0] === 0) return 0;
  let smoothing = 1;
  let logarithms = 0;
  let orders = 0;
  for (let n = 0; n < ORDER && hypothesis > n; n++) {
    const total = hypothesis - n;
    // An order without a match counts as half a match, the next such order as a quarter, and so on.
    const precision = matched[n] > 0 ? (100 * matched[n]) / total : 100 / ((smoothing *= 2) * total);
    logarithms += Math.log(precision);
    orders++;
  }
  const brevity = hypothesis < reference ? Math.exp(1 - reference / hypothesis) : 1;
  return brevity * Math.exp(logarithms / orders);
}
