import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineSplitter, type SplitOptions } from '../../src/reading/line-splitter.js';

function split(content: Buffer, cuts: readonly number[], options?: SplitOptions) {
  const lines: { text: string | undefined; number: number; start: number; end: number }[] = [];
  const splitter = new LineSplitter(
    (bytes, place) => lines.push({ text: bytes?.toString(), ...place }),
    options,
  );
  const buffer = Buffer.alloc(content.length);
  let from = 0;
  for (const cut of [...cuts.map((at) => at % (content.length + 1)).sort((a, b) => a - b), content.length]) {
    // The same memory each time: a splitter may not keep a chunk.
    content.copy(buffer, 0, from, cut);
    splitter.push(buffer.subarray(0, cut - from));
    buffer.fill(0x7a);
    from = cut;
  }
  splitter.end();
  return lines;
}

const content = fc
  .array(fc.constantFrom('\n', '\r\n', 'a', 'ü', '\ufeff', ' ', 'long text'), { maxLength: 30 })
  .map((parts) => Buffer.from(parts.join('')));

test('however a file is cut into chunks, its lines are those of a plain split', () => {
  fc.assert(
    fc.property(content, fc.array(fc.nat(), { maxLength: 5 }), (bytes, cuts) => {
      const expected = bytes.toString().split('\n');
      if (expected.at(-1) === '') expected.pop();
      const texts = expected.map((line, i) =>
        (i === 0 ? line.replace(/^\ufeff/, '') : line).replace(/\r$/, ''),
      );
      const lines = split(bytes, cuts);
      expect(lines.map((line) => line.text)).toEqual(texts);
      expect(lines.map((line) => line.number)).toEqual(texts.map((_, i) => i + 1));
      for (const line of lines) {
        expect(
          bytes
            .subarray(line.start, line.end)
            .toString()
            .replace(/\r?\n$/, ''),
        ).toBe(line.text);
      }
    }),
    { numRuns: 500 },
  );
});

test('a line longer than allowed has no bytes and the next one is whole', () => {
  const bytes = Buffer.from('abcdef\nabc\nabcdefgh');
  for (const cuts of [[], [1, 2, 3, 4, 9, 15]]) {
    expect(split(bytes, cuts, { maxLength: 5 }).map((line) => line.text)).toEqual([
      undefined,
      'abc',
      undefined,
    ]);
  }
});

test('empty lines that are passed over are counted, and the others stay where they are', () => {
  fc.assert(
    fc.property(content, fc.array(fc.nat(), { maxLength: 5 }), (bytes, cuts) => {
      let empty = 0;
      const found = split(bytes, cuts, { onEmpty: (count) => (empty += count) });
      const every = split(bytes, cuts);
      expect(found.length + empty).toBe(every.length);
      expect(found.filter(({ text }) => text !== '')).toEqual(every.filter(({ text }) => text !== ''));
    }),
    { numRuns: 500, seed: 14 },
  );
});
