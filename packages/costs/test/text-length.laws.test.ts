import { expect, test } from 'vitest';
import { textLength } from '../src/index.js';

/** What Python's `str.split()` and `str.strip()` take for white space, as `[chr(c) for c in range(65536) if chr(c).isspace()]` prints it. */
const WHITE_SPACE = [
  ...[9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 0x85, 0xa0, 0x1680],
  ...[0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a],
  ...[0x2028, 0x2029, 0x202f, 0x205f, 0x3000],
];

test('white space is what Python has it to be, of all characters of the basic plane', () => {
  const parting: number[] = [];
  const trimmed: number[] = [];
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    if (textLength(`a${character}b`, 'words') === 2) parting.push(code);
    if (textLength(`${character}ab${character}`, 'characters') === 2) trimmed.push(code);
  }
  expect(parting).toEqual(WHITE_SPACE);
  expect(trimmed).toEqual(WHITE_SPACE);
});

test('a text of white space alone has no length, and none of a word that stands inside is left out', () => {
  for (const count of ['auto', 'words', 'characters'] as const) {
    expect(textLength(' \t\u3000', count)).toBe(0);
    expect(textLength('x', count)).toBe(1);
  }
  expect(textLength('  a b  ', 'characters')).toBe(3);
});

test('a text counts in characters where more than half of its letters are of a script without spaces; half is not enough', () => {
  expect(textLength('字字 ab')).toBe(2);
  expect(textLength('字字字 ab')).toBe(6);
  expect(textLength('12 34 !')).toBe(3);
});
