import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack, type NumberArray } from '../src/packed-value.js';

function travel(value: unknown): unknown {
  const arrays: NumberArray[] = [];
  const packed = pack(value, (array) => arrays.push(array) - 1);
  return unpack(JSON.parse(JSON.stringify(packed)), arrays);
}

const name = fc.oneof(fc.constantFrom('$', '__proto__', 'toString', 'at'), fc.string());
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.double(),
    fc.string(),
    fc.constantFrom(null, undefined, true, false, -0, NaN, Infinity, -Infinity),
    fc.float64Array(),
    fc.uint32Array(),
    fc.int8Array(),
    fc.array(tie('value')),
    fc.array(fc.tuple(fc.string(), tie('value'))).map((entries) => new Map(entries)),
    fc
      .array(
        fc.tuple(
          name,
          tie('value').filter((member) => member !== undefined),
        ),
      )
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

test('a value travels without loss, whatever its members are called', () => {
  fc.assert(fc.property(value, (given) => void expect(travel(given)).toStrictEqual(given)));
});

test('members that are undefined are left out', () => {
  expect(Object.keys(travel({ a: undefined, b: 1 }) as object)).toEqual(['b']);
});

test('a function is no value', () => {
  expect(() => pack({ of: () => 1 }, () => 0)).toThrow(/plain values; got a function/);
});

describe('a mark that means nothing is refused', () => {
  test.each([
    { $: 'code' },
    { $: 'array', at: 1 },
    { $: 'array', at: 'length' },
    { $: 'map', entries: {} },
    { $: 'object', members: null },
    { $: 'number', text: '12' },
    { $: null },
  ])('%j', (marked) => {
    expect(() => unpack([marked], [new Float64Array(1)])).toThrow(/mark that means nothing/);
  });
});
