import { expect, test } from 'vitest';
import { distinctText } from '../src/index.js';

test('texts that look alike are one: composed letters, and one kind of line end', () => {
  expect(distinctText('Cafe\u0301')).toBe('Caf\u00e9');
  expect(distinctText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
});

test.each([' a ', 'A', 'a  b', 'a\n\nb', 'ﬁ'])('what people may judge stays: %j', (text) =>
  expect(distinctText(text)).toBe(text),
);

test('no text below the first combining character is written otherwise in composed form', () => {
  const characters = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code));
  expect(characters.filter((one) => one.normalize('NFC') !== one)).toEqual([]);
});
