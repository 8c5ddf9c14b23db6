import { expect, test } from 'vitest';
import { distinctText } from '../src/index.js';

test('texts that look alike are one: composed letters, and one kind of line end', () => {
  expect(distinctText('Cafe\u0301')).toBe('Caf\u00e9');
  expect(distinctText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
});

test.each([' a ', 'A', 'a  b', 'a\n\nb', 'ﬁ'])('what people may judge stays: %j', (text) =>
  expect(distinctText(text)).toBe(text),
);
