import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineSplitter } from '../../src/io/line-splitter.js';

function split(content: Buffer, cuts: readonly number[], maxLength?: number) {
  const lines: { text: string | undefined; number: number; start: number; end: number }[] = [];
  const splitter = new LineSplitter(
    ({ bytes, ...line }) => lines.push({ text: bytes?.toString(), ...line }),
    maxLength,
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
    expect(split(bytes, cuts, 5).map((line) => line.text)).toEqual([undefined, 'abc', undefined]);
  }
});
