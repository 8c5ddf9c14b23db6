import { expectClose } from '@goldpan/testing';
import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bleuSimilarity,
  chrfSimilarity,
  sentenceBleu,
  sentenceChrf,
  unigramOverlap,
  unigramSimilarity,
} from '../src/index.js';
import { NgramMatches } from '../src/kernels/ngram-matches.js';

/** Texts of few different words, so that n-grams are shared and repeated. */
const text = array(constantFrom('a', 'b', 'ab', 'ba.', '東京', '😀', '3.5', "o'", ''), { maxLength: 12 }).map(
  (words) => words.join(' '),
);
const outputs = array(text, { minLength: 2, maxLength: 7 });

describe('n-gram matches', () => {
  const symbols = array(integer({ min: 0, max: 3 }), { maxLength: 15 }).map((s) => Int32Array.from(s));

  test('equal the matches counted pair by pair with strings', () => {
    assert(
      property(
        array(symbols, { minLength: 1, maxLength: 6 }),
        integer({ min: 1, max: 5 }),
        (texts, order) => {
          const counter = new NgramMatches();
          counter.count([...texts, ...texts], order);
          const matches = counter.count(texts, order);
          for (let n = 1; n <= order; n++) {
            for (let a = 0; a < texts.length; a++) {
              for (let b = a + 1; b < texts.length; b++) {
                const found = matches[((n - 1) * texts.length + a) * texts.length + b];
                expect(found).toBe(slowMatches(texts[a], texts[b], n));
              }
            }
          }
        },
      ),
    );
  });

  function slowMatches(a: Int32Array, b: Int32Array, n: number): number {
    const ngrams = (text: Int32Array) =>
      Array.from({ length: Math.max(0, text.length - n + 1) }, (_, i) => text.slice(i, i + n).join(' '));
    const left = ngrams(b);
    return ngrams(a).filter((ngram) => {
      const at = left.indexOf(ngram);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    }).length;
  }
});

describe('the mean over an item equals the mean over its pairs, one by one', () => {
  const ordered = (texts: readonly string[], score: (a: string, b: string) => number) =>
    texts.flatMap((a) => texts.map((b) => score(a, b))).reduce((sum, x) => sum + x, 0) / texts.length ** 2;

  test.each([
    ['bleu', bleuSimilarity(), sentenceBleu],
    [
      'bleu of characters',
      bleuSimilarity({ tokenizer: 'char' }),
      (a: string, b: string) => sentenceBleu(a, b, { tokenizer: 'char' }),
    ],
    ['chrf', chrfSimilarity(), sentenceChrf],
    [
      'chrf++',
      chrfSimilarity({ wordOrder: 2 }),
      (a: string, b: string) => sentenceChrf(a, b, { wordOrder: 2 }),
    ],
  ])('%s, over ordered pairs and the outputs themselves', (_, similarity, score) => {
    assert(
      property(outputs, (texts) => {
        const expected = ordered(texts, (a, b) => score(a, b));
        expectClose(similarity(texts), expected, { absolute: 1e-10 });
      }),
    );
  });

  test('unigram, over unordered pairs', () => {
    const similarity = unigramSimilarity();
    assert(
      property(outputs, (texts) => {
        const pairs = texts.flatMap((a, i) => texts.slice(i + 1).map((b) => unigramOverlap(a, b)));
        const expected = pairs.reduce((sum, x) => sum + x, 0) / pairs.length;
        expectClose(similarity(texts), expected, { absolute: 1e-12 });
      }),
    );
  });
});

describe('scores of any two texts', () => {
  const pair = tuple(string({ unit: 'binary' }), string({ unit: 'binary' }));

  test('lie within their ranges, are symmetric where they should be and 100 for the text itself', () => {
    assert(
      property(pair, ([a, b]) => {
        for (const score of [sentenceBleu(a, b), sentenceChrf(a, b), 100 * unigramOverlap(a, b)]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100 + 1e-9);
        }
        expect(unigramOverlap(a, b)).toBe(unigramOverlap(b, a));
        expect([0, 100]).toContain(Math.round(1e9 * sentenceChrf(a, a)) / 1e9);
      }),
    );
  });
});
