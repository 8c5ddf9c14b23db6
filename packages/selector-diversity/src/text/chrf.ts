import { NgramMatches } from '../kernels/ngram-matches.js';
import { splitWhitespace } from './split-whitespace.js';
import { characterSymbols, tokenSymbols } from './symbols.js';
import type { TextSimilarity } from './text-similarity.js';

export interface ChrfOptions {
  /** Longest word n-gram; 0 = characters only (chrF), 2 = chrF++. Default 0. */
  readonly wordOrder?: number;
}

/** Character n-grams up to this length count. */
const CHARACTER_ORDER = 6;
/** Recall weighs as much as this many times precision: beta². */
const RECALL_WEIGHT = 4;
const PUNCTUATION = new Set('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');

/**
 * chrF of a text against one reference, as sacreBLEU 2.6.0 computes it: character n-grams up to 6 without whitespace,
 * beta 2, no smoothing; with word n-grams as well where `wordOrder` says so.
 *
 * @returns 0 to 100; 0 where no order of n-grams occurs in both texts, two empty texts included
 * @remarks O(characters).
 */
export function sentenceChrf(hypothesis: string, reference: string, options: ChrfOptions = {}): number {
  const sums = newSums();
  setToPair(layersOf([hypothesis, reference], options, new NgramMatches()), [0, 1], sums);
  return fScore(sums.precision, sums.recall, sums.orders);
}

/**
 * Mean chrF over all ordered pairs of an item's outputs, each output with itself included, 0 to 100.
 * Both directions of a pair share their matches, so each pair is counted once.
 */
export function chrfSimilarity(options: ChrfOptions = {}): TextSimilarity {
  const counter = new NgramMatches();
  const sums = newSums();
  return (outputs) => {
    const layers = layersOf(outputs, options, counter);
    const size = outputs.length;
    // A text with at least one character has a score of 100 with itself.
    let sum = layers[0].texts.reduce((total, text) => total + (text.length > 0 ? 100 : 0), 0);
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) {
        setToPair(layers, [a, b], sums);
        sum += fScore(sums.precision, sums.recall, sums.orders);
        sum += fScore(sums.recall, sums.precision, sums.orders);
      }
    }
    return sum / size ** 2;
  };
}

/** The texts of an item in one kind of symbol, with their matches (see `NgramMatches`). */
interface Layer {
  readonly texts: readonly Int32Array[];
  readonly order: number;
  readonly matches: Int32Array;
}

function layersOf(texts: readonly string[], options: ChrfOptions, counter: NgramMatches): Layer[] {
  const { wordOrder = 0 } = options;
  const layer = (symbols: Int32Array[], order: number) => ({
    texts: symbols,
    order,
    matches: counter.count(symbols, order),
  });
  const characters = layer(texts.map(characterSymbols), CHARACTER_ORDER);
  if (wordOrder === 0) return [characters];
  return [characters, layer(tokenSymbols(texts.map(splitPunctuation)), wordOrder)];
}

/** Precision and recall of one pair, added up over the orders of which both texts have n-grams. */
interface Sums {
  precision: number;
  recall: number;
  orders: number;
}

function newSums(): Sums {
  return { precision: 0, recall: 0, orders: 0 };
}

/** Sets the sums for text a as hypothesis and text b as reference; a < b. */
function setToPair(layers: readonly Layer[], [a, b]: readonly [number, number], sums: Sums): void {
  sums.precision = sums.recall = sums.orders = 0;
  for (const { texts, order, matches } of layers) {
    const shorter = Math.min(texts[a].length, texts[b].length);
    for (let n = 0; n < order && n < shorter; n++) {
      const matched = matches[(n * texts.length + a) * texts.length + b];
      sums.precision += matched / (texts[a].length - n);
      sums.recall += matched / (texts[b].length - n);
      sums.orders++;
    }
  }
}

/** F with recall weighing more, times 100; takes sums over `orders` orders, of which it uses the means. */
function fScore(precisions: number, recalls: number, orders: number): number {
  if (precisions + recalls === 0) return 0;
  const precision = precisions / orders;
  const recall = recalls / orders;
  return (100 * (1 + RECALL_WEIGHT) * precision * recall) / (RECALL_WEIGHT * precision + recall);
}

/** Words with one punctuation mark at their end, or else at their start, taken off. */
function splitPunctuation(text: string): string[] {
  return splitWhitespace(text).flatMap((word) => {
    const characters = Array.from(word);
    if (characters.length === 1) return [word];
    const last = characters[characters.length - 1];
    if (PUNCTUATION.has(last)) return [word.slice(0, -1), last];
    return PUNCTUATION.has(characters[0]) ? [characters[0], word.slice(1)] : [word];
  });
}
