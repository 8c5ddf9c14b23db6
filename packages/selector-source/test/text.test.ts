import { describe, expect, test } from 'vitest';
import { surfaceFeatures, surfaceNames } from '../src/features/surface-features.js';
import { SourceReading } from '../src/text/source-reading.js';

function wordsOf(text: string): string[] {
  const reading = new SourceReading();
  reading.read(text);
  return Array.from({ length: reading.words }, (_, word) =>
    String.fromCodePoint(...reading.points.subarray(reading.wordStarts[word], reading.wordEnds[word])),
  );
}

function surface(text: string, rare: (word: number) => boolean = () => false): Record<string, number> {
  const reading = new SourceReading();
  reading.read(text);
  const values = surfaceFeatures(reading, rare);
  return Object.fromEntries(surfaceNames.map((name, f) => [name, values[f]]));
}

describe('words', () => {
  test.each([
    ['The cat sat.', ['The', 'cat', 'sat']],
    ["Don't shout: it’s 3.14!", ["Don't", 'shout', 'it’s', '3', '14']],
    ["'quoted' rock-'n'-roll", ['quoted', 'rock', 'n', 'roll']],
    ['naïve Straße ﬁn', ['naïve', 'Straße', 'ﬁn']],
    ['e\u0301tude', ['étude']],
    ['x2 B52 ½', ['x2', 'B52', '½']],
    ['我们去了公园。', ['我', '们', '去', '了', '公', '园']],
    ['東京タワーへ go', ['東', '京', 'タ', 'ワ', 'ー', 'へ', 'go']],
    ['สวัสดี', ['ส', 'ว', 'ส', 'ด']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['안녕 하세요', ['안녕', '하세요']],
    ['a\u0000b\tc\u0007d', ['a', 'b', 'c', 'd']],
    ['می\u200cخواهم', ['می\u200cخواهم']],
    ['𝔘nicode 😀 𠮷', ['𝔘nicode', '𠮷']],
    ['\ud800 x \udc00', ['x']],
    ['', []],
    [' \n\t', []],
  ])('of %j', (text, words) => expect(wordsOf(text)).toEqual(words));

  test('have the same hash in any case, and another when they differ', () => {
    const reading = new SourceReading();
    reading.read('Straße STRASSE Gold gold GOLD golf');
    const [strasse, capital, ...golds] = reading.wordHashes.subarray(0, reading.words);
    expect(strasse).not.toBe(capital);
    expect(new Set(golds.slice(0, 3)).size).toBe(1);
    expect(golds[3]).not.toBe(golds[0]);
  });
});

describe('surface features', () => {
  test('of an English text are its counts and shares', () => {
    // 30 visible characters: 22 letters (5 of them capitals), 3 digits, 4 marks of punctuation, 1 symbol.
    const text = 'He met Ann in Rome. Paid €300, ok?!  In';
    const features = surface(text);
    expect(features['log-characters']).toBeCloseTo(Math.log(1 + text.length), 12);
    expect(features['log-words']).toBeCloseTo(Math.log(10), 12);
    expect(features['log-sentences']).toBeCloseTo(Math.log(4), 12);
    expect(features['log-words-per-sentence']).toBeCloseTo(Math.log(1 + 9 / 3), 12);
    // "in" and "In" are one type.
    expect(features['type-token-ratio']).toBeCloseTo(8 / 9, 12);
    expect(features['digit-share']).toBeCloseTo(3 / 30, 12);
    expect(features['punctuation-share']).toBeCloseTo(4 / 30, 12);
    expect(features['symbol-share']).toBeCloseTo(1 / 30, 12);
    expect(features['capital-share']).toBeCloseTo(5 / 22, 12);
    // Ann and Rome; He, Paid and In open sentences.
    expect(features['capitalised-word-share']).toBeCloseTo(2 / 9, 12);
    expect(features['characters-per-word']).toBeCloseTo(30 / 9, 12);
    expect(features['latin-share']).toBe(1);
    expect(features['script-mix']).toBe(0);
  });

  test('count sentences by terminators of many scripts and by line breaks, not inside numbers', () => {
    const sentences = (text: string) => Math.round(Math.expm1(surface(text)['log-sentences']));
    expect(sentences('It is 3.14. Yes! No?')).toBe(3);
    expect(sentences('我们去了。他没去！')).toBe(2);
    expect(sentences('वह गया। मैं रहा।')).toBe(2);
    expect(sentences('title\nbody\r\n\r\nend')).toBe(3);
    expect(sentences('... !!! ???')).toBe(0);
  });

  test('tell scripts apart', () => {
    const {
      'han-share': han,
      'kana-share': kana,
      'latin-share': latin,
      'script-mix': mix,
    } = surface('東京タワー ok');
    expect([han, kana, latin]).toEqual([2 / 7, 3 / 7, 2 / 7]);
    expect(mix).toBeCloseTo(-(2 / 7) * Math.log(2 / 7) * 2 - (3 / 7) * Math.log(3 / 7), 12);
  });

  test('take rarity from the caller', () => {
    const reading = new SourceReading();
    reading.read('gold');
    const gold = reading.wordHashes[0];
    expect(surface('Gold pan gold dust', (hash) => hash === gold)['rare-word-share']).toBe(0.5);
  });

  test.each(['', ' ', '\u0000\u0007', '\ud800'])('of %j have no share of anything', (text) => {
    const { 'log-characters': _, ...rest } = surface(text);
    expect(Object.values(rest).every((value) => value === 0)).toBe(true);
  });
});
