import { describe, expect, test } from 'vitest';
import { cutApart } from '../src/format/cut-apart.js';
import { textWidth } from '../src/format/text-width.js';

describe('texts that are cut', () => {
  test('stay as they are where all fit', () => {
    expect(cutApart(['one', 'three'], 5)).toEqual(['one', 'three']);
  });

  test('are cut at the end, and where ends alone tell them apart, in the middle', () => {
    const names = ['a-short-name', 'model-large-chat-2024-09', 'model-large-chat-2024-10'];
    expect(cutApart(names, 14)).toEqual(['a-short-name', 'model-la…24-09', 'model-la…24-10']);
  });

  test('differ wherever they differ, and equal ones stay equal', () => {
    const ends = 'x'.repeat(20);
    const names = ['a', 'b', 'a', 'c'].map((sign) => `${ends}${sign}${ends}`);
    for (const width of [10, 15, 30]) {
      const cut = cutApart(names, width, 'middle');
      expect(new Set(cut).size).toBe(3);
      expect(cut[0]).toBe(cut[2]);
      for (const text of cut) expect(textWidth(text)).toBeLessThanOrEqual(width);
    }
  });
});
