import { describe, expect, test } from 'vitest';
import {
  formatAmount,
  formatCost,
  formatCount,
  formatGain,
  measureFormat,
  formatHours,
  formatInterval,
  formatMeasure,
  formatShare,
  formatUtility,
  withMinus,
} from '../src/format/numbers.js';
import { optionText, optionValues } from '../src/format/option-text.js';
import { plainText } from '../src/format/plain-text.js';
import { cutMiddle, cutText, padText, textWidth } from '../src/format/text-width.js';

describe('numbers', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
    [null, '–'],
  ])('a count of %s is %s', (value, text) => expect(formatCount(value)).toBe(text));

  test.each([
    [0.97, '0.970'],
    [-0.0214, '-0.021'],
    [-0.0001, '0.000'],
    [1, '1.000'],
    [4, '4'],
    [12345, '12,345'],
    [-138.26, '-138.3'],
    [null, '–'],
    [undefined, '–'],
  ])('a measure of %s is %s', (value, text) => expect(formatMeasure(value)).toBe(text));

  test.each([
    [0.0000123456, '0.000012'],
    [0.0049, '0.0049'],
    [0.0234567, '0.023'],
    [0, '0.000'],
    [null, '–'],
  ])('a utility of %s is %s', (value, text) => expect(formatUtility(value)).toBe(text));

  test.each([
    [0.38, '38%'],
    [0.0333, '3.3%'],
    [0.05, '5%'],
    [1.13, '113%'],
    [0.0001, 'under 0.1%'],
    [0, '0%'],
    [null, '–'],
  ])('a share of %s is %s', (value, text) => expect(formatShare(value)).toBe(text));

  test.each([
    { values: [-2.4, -14.37, null], texts: ['-2.400', '-14.370', '–'] },
    { values: [0.00012, 0.0004], texts: ['0.000120', '0.000400'] },
    { values: [0.71234, 0.71236], texts: ['0.7123400', '0.7123600'] },
    { values: [0.3, 0.1 + 0.2], texts: ['0.300', '0.300'] },
    { values: [0.0004], texts: ['0.000400'] },
    { values: [2e-12, 5e-12], texts: ['2.00e-12', '5.00e-12'] },
    { values: [0, 0], texts: ['0.000', '0.000'] },
    { values: [NaN, 120.004, 120.007], texts: ['–', '120.00400', '120.00700'] },
  ])('$values beside each other are $texts', ({ values, texts }) => {
    expect(values.map(measureFormat(values))).toEqual(texts);
  });

  test('gains carry their sign, and nothing has none', () => {
    expect([0.021, -0.021, 0.0001, -0.0001, null].map((value) => formatGain(value))).toEqual([
      '+0.021',
      '-0.021',
      '0.000',
      '0.000',
      '–',
    ]);
  });

  test('costs are whole where they are whole or large, and one item is an item', () => {
    expect([12, 12.34, 1234.5].map(formatAmount)).toEqual(['12', '12.3', '1,235']);
    expect(formatCost(1, 'items')).toBe('1 item');
    expect(formatCost(2.5, 'minutes')).toBe('2.5 minutes');
  });

  test('long times are given in hours', () => {
    expect(formatHours(9360, 'seconds')).toEqual(['about 2.6 hours']);
    expect(formatHours(180, 'minutes')).toEqual(['about 3 hours']);
    expect(formatHours(100, 'minutes')).toEqual([]);
    expect(formatHours(100_000, 'words')).toEqual([]);
  });

  test('open intervals say so', () => {
    expect(formatInterval({ low: 0.1, high: 0.2 })).toBe('0.100 to 0.200');
    expect(formatInterval({ low: 20, high: null }, formatCount)).toBe('20 or more');
    expect(formatInterval({ low: null, high: 20 }, formatCount)).toBe('up to 20');
    expect(formatInterval({})).toBe('–');
  });

  test('a minus sign replaces hyphens of numbers only', () => {
    expect(withMinus('-0.5 to -0.1 of system-2')).toBe('\u22120.5 to \u22120.1 of system-2');
  });
});

describe('text', () => {
  test.each([
    ['pan', 3],
    ['評価', 4],
    ['ｶﾅ', 2],
    ['ＡＢ', 4],
    ['e\u0301a\u0308', 2],
    ['👩‍👩‍👧‍👦!', 3],
    ['🇨🇭', 2],
    ['❤️', 2],
    ['한국어', 6],
    ['', 0],
  ])('%s takes %i columns', (text, width) => expect(textWidth(text)).toBe(width));

  test('characters that are counted at a glance take as many columns as when they are looked at', () => {
    const range = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => String.fromCodePoint(from + at));
    const characters = [...range(0x20, 0x300), ...range(0x2000, 0x2100)];
    // Beside a wide character nothing is counted at a glance.
    const lookedAt = (character: string) => textWidth(`評${character}評`) - 4;
    const differing = characters.filter((one) => textWidth(one) !== lookedAt(one));
    expect(differing).toEqual([]);
  });

  test('what is cut keeps within its width, wide characters whole', () => {
    expect(cutText('評価する', 6)).toBe('評価…');
    expect(cutText('evaluation', 5)).toBe('eval…');
    expect(cutText('fits', 4)).toBe('fits');
    expect(cutText('none', 0)).toBe('');
    expect(cutText('évaluation', 5)).toBe('éval…');
  });

  test('names are cut in the middle, where they are alike', () => {
    expect(cutMiddle('ext_pnbert_out_lstm_pn_rl', 15)).toBe('ext_pnbe…_pn_rl');
    expect(textWidth(cutMiddle('評価評価評価評価評価', 11))).toBeLessThanOrEqual(11);
  });

  test('filling up counts columns', () => {
    expect(padText('評', 4)).toBe('評  ');
    expect(padText('7', 3, 'right')).toBe('  7');
  });

  test('control and direction characters are spelled out, white space is one space', () => {
    expect(plainText('a\r\n\tb')).toBe('a b');
    expect(plainText('\u001b[31m\u202e\u0000')).toBe('\\u001b[31m\\u202e\\u0000');
    expect(plainText('\ud800x')).toBe('\ufffdx');
    expect(plainText('👩 é 評')).toBe('👩 é 評');
  });

  test('options read as on a command line', () => {
    expect(optionText({ metric: 'BLEU', weights: [1, 2], deep: { a: null } })).toBe(
      'metric=BLEU, weights=1,2, deep={"a":null}',
    );
    expect(optionValues({ metric: 'BLEU', k: 3 })).toBe('BLEU 3');
    expect(optionText({ utility: { selector: 'a', options: { metric: 'm' } } })).toBe('utility=a on m');
    expect(optionText({ utility: { selector: 'a' }, of: { selector: 1 } })).toBe(
      'utility=a, of={"selector":1}',
    );
    expect(optionText({ utility: { selector: 'a', more: 2 } })).toBe('utility={"selector":"a","more":2}');
    expect(optionText(null)).toBe('');
  });
});
