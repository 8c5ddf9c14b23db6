import { fileURLToPath } from 'node:url';
import { expectClose, golden, readJsonLines } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import {
  bleuSimilarity,
  chrfSimilarity,
  sentenceBleu,
  sentenceChrf,
  tokenizers,
  unigramOverlap,
  unigramSimilarity,
} from '../src/index.js';

const pairs: any[] = golden('unit').text_pairs;
const sacrebleu = readJsonLines(fileURLToPath(new URL('fixtures/sacrebleu.jsonl', import.meta.url)));
const exact = { absolute: 1e-10 };

describe('pairs of texts match the reference', () => {
  test('there are 138 of them', () => expect(pairs).toHaveLength(138));

  test.each(pairs.map((pair, i) => [i, pair]))('pair %i', (_, { hyp, ref, hyp_13a, bleu, chrf, unigram }) => {
    expect(tokenizers['13a'](hyp.trimEnd()).join(' ')).toBe(hyp_13a);
    expectClose(sentenceBleu(hyp, ref), bleu, exact);
    expectClose(sentenceChrf(hyp, ref), chrf, exact);
    expectClose(unigramOverlap(hyp, ref), unigram, exact);
  });
});

describe('tokenizers and chrF++ match sacreBLEU 2.6.0', () => {
  test.each(sacrebleu.map((row, i) => [i, row]))('pair %i', (_, { hyp, ref, ...expected }) => {
    for (const tokenizer of Object.keys(tokenizers) as (keyof typeof tokenizers)[]) {
      expectClose(sentenceBleu(hyp, ref, { tokenizer }), expected.bleu[tokenizer], exact);
    }
    expectClose(sentenceChrf(hyp, ref), expected.chrf, exact);
    expectClose(sentenceChrf(hyp, ref, { wordOrder: 2 }), expected['chrf++'], exact);
  });

  test('token by token', () => {
    for (const { hyp, tokens } of sacrebleu) {
      for (const [name, tokenize] of Object.entries(tokenizers)) {
        expect({ hyp, name, tokens: tokenize(hyp.replace(/[\s\x1c-\x1f\x85]+$/u, '')) }).toEqual({
          hyp,
          name,
          tokens: tokens[name],
        });
      }
    }
  });
});

describe('empty and odd texts', () => {
  test('an empty text has no BLEU and chrF with anything, and a unigram overlap of 1 as in the reference', () => {
    expect([sentenceBleu('', ''), sentenceChrf('', ''), unigramOverlap('', 'a')]).toEqual([0, 0, 1]);
  });

  test('whitespace is what Python takes as whitespace', () => {
    expect(unigramOverlap('a\x1cb\x85c', 'a b c')).toBe(1);
    expect(unigramOverlap('a\ufeffb', 'a b')).toBe(0);
  });

  test('half of a surrogate pair is a character like any other', () => {
    expect(sentenceChrf('\ud83d', '\ud83d')).toBe(100);
    expect(sentenceChrf('\ud83d', '😀')).toBe(0);
  });

  test('tokens called __proto__ are tokens', () => {
    expect(unigramOverlap('__proto__ constructor', 'constructor __proto__')).toBe(1);
  });
});

describe('means over the outputs of an item', () => {
  test('scratch memory of a long item leaves nothing for a short one', () => {
    for (const make of [bleuSimilarity, chrfSimilarity, unigramSimilarity]) {
      const reused = make();
      reused(Array.from({ length: 9 }, (_, i) => `${'word and word '.repeat(i + 1)}${i}`));
      expect(reused(['a b', 'a c', 'b'])).toBe(make()(['a b', 'a c', 'b']));
    }
  });
});
