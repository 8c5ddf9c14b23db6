import { HASH_START, hashStep, spreadBits } from '@goldpan/stats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GramCounts, wordBucket, type GramSpec } from '../src/features/gram-counts.js';
import { surfaceFeatures, surfaceNames } from '../src/features/surface-features.js';
import { SourceReading } from '../src/text/source-reading.js';

/** Texts of many scripts, with all that may go wrong among them. */
const pieces = [
  'a',
  'B',
  'ß',
  'é',
  'e\u0301',
  'ж',
  'Ω',
  'ع',
  '\u200c',
  '我',
  'カ',
  'ー',
  'ก',
  'ี',
  '한',
  '9',
  '½',
  "'",
  '’',
  '.',
  '。',
  '!',
  ',',
  '€',
  '😀',
  '𠮷',
  ' ',
  '\n',
  '\u0000',
  '\ud800',
  'İ',
  'ǅ',
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** Words by one regular expression: slow, and obvious. */
function wordsByPattern(text: string): string[] {
  const lone =
    /[\p{Script=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
  const isLone = (c: string) => /\p{L}/u.test(c) && lone.test(c);
  const inWord = (c: string) => /[\p{L}\p{N}]/u.test(c) && !isLone(c);
  const words: string[] = [];
  let open = '';
  const characters = [...text.normalize('NFC')];
  characters.forEach((c, i) => {
    const joins = /['’\u200c\u200d]/u.test(c) && i + 1 < characters.length && inWord(characters[i + 1]);
    if (inWord(c) || (open !== '' && (/\p{M}/u.test(c) || joins))) open += c;
    else {
      if (open !== '') words.push(open);
      open = '';
      if (isLone(c)) words.push(c);
    }
  });
  return open === '' ? words : [...words, open];
}

const lower = (c: string) => {
  const point = c.codePointAt(0)!;
  return point > 0xffff ? c.toLowerCase().codePointAt(0)! : c.toLowerCase().charCodeAt(0);
};

const shared = new SourceReading();

test('words are those of a regular expression, whatever was read before', () => {
  fc.assert(
    fc.property(texts, (text) => {
      shared.read(text);
      const found = Array.from({ length: shared.words }, (_, word) =>
        [...shared.points.subarray(shared.wordStarts[word], shared.wordEnds[word])]
          .map((point) => String.fromCodePoint(point))
          .join(''),
      );
      expect(found).toEqual(wordsByPattern(text));
    }),
    { numRuns: 500 },
  );
});

test('surface features are finite, and shares lie in [0, 1]', () => {
  fc.assert(
    fc.property(texts, (text) => {
      shared.read(text);
      surfaceFeatures(shared, (hash) => hash % 2 === 0).forEach((value, f) => {
        expect(Number.isFinite(value) && value >= 0).toBe(true);
        if (surfaceNames[f].endsWith('-share')) expect(value).toBeLessThanOrEqual(1);
      });
    }),
  );
});

/** Buckets of all n-grams, one at a time, the slow way. */
function bucketsOneByOne(
  text: string,
  { bits, characters: [shortest, longest], words }: GramSpec,
): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (bucket: number) => counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  const isSpace = (c: string) => !/[\p{L}\p{M}\p{N}\p{P}\p{S}\u200c\u200d]/u.test(c);
  const points: number[] = [32];
  for (const c of text.normalize('NFC')) {
    if (!isSpace(c)) points.push(/\p{N}/u.test(c) ? 48 : lower(c));
    else if (points.at(-1) !== 32) points.push(32);
  }
  if (points.at(-1) !== 32) points.push(32);
  for (let n = shortest; n <= longest; n++)
    for (let start = 0; start + n <= points.length; start++)
      add(spreadBits(points.slice(start, start + n).reduce(hashStep, HASH_START)) >>> (33 - bits));
  const hashes = wordsByPattern(text).map((word) => [...word].map(lower).reduce(hashStep, HASH_START));
  for (let n = 1; n <= words; n++)
    for (let start = 0; start + n <= hashes.length; start++)
      add(
        wordBucket(
          hashes.slice(start, start + n).reduce((hash, next) => hashStep(spreadBits(hash), next >>> 0)),
          bits,
        ),
      );
  return counts;
}

test.each<[string, GramSpec]>([
  ['characters and words', { bits: 12, characters: [3, 5], words: 2 }],
  ['characters only', { bits: 8, characters: [1, 2], words: 0 }],
  ['words only', { bits: 9, characters: [1, 0], words: 3 }],
])('counts of n-grams of %s are those of one n-gram at a time', (_, spec) => {
  const grams = new GramCounts(spec);
  fc.assert(
    fc.property(texts, (text) => {
      shared.read(text);
      grams.read(shared);
      const found = Array.from(
        { length: grams.size },
        (_, k) => [grams.buckets[k], grams.counts[k]] as const,
      );
      expect(new Map(found)).toEqual(bucketsOneByOne(text, spec));
      expect(found.length).toBe(new Set(found.map(([bucket]) => bucket)).size);
      expect(found.every(([bucket]) => bucket < 2 ** spec.bits)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('pairs of words differ by their order, and pairs of equal words by the word', () => {
  const spec: GramSpec = { bits: 20, characters: [1, 0], words: 2 };
  const buckets = (text: string) => {
    const grams = new GramCounts(spec);
    shared.read(text);
    grams.read(shared);
    return Array.from(grams.buckets.subarray(0, grams.size));
  };
  const [pairs, reversed, doubled, others] = ['gold pan', 'pan gold', 'gold gold', 'pan pan'].map((text) =>
    buckets(text).at(-1),
  );
  expect(new Set([pairs, reversed, doubled, others]).size).toBe(4);
});
