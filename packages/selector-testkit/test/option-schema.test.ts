import { parseOptions, z } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { optionSchemas, wrongValues } from '../src/kit/option-schema.js';

const wrongFor = (type: z.ZodType) => wrongValues(optionSchemas(z.object({ k: type }))[0][1]);

describe('wrong values of an option are made from its declaration', () => {
  test.each<[string, z.ZodType, unknown[]]>([
    ['a text', z.string(), [0.5, true, {}, [], null]],
    ['a number', z.number(), ['no such value', true, {}, [], null]],
    ['a number in a range', z.number().min(1).max(2), ['no such value', true, {}, [], null, 0, 3]],
    ['a number above 0', z.number().positive(), ['no such value', true, {}, [], null, 0]],
    ['a number below 0', z.number().lt(0), ['no such value', true, {}, [], null, 0]],
    ['a whole number', z.int().min(1), ['no such value', 0.5, true, {}, [], null, 0]],
    ['one of some words', z.enum(['a', 'b']), ['no such value', 0.5, true, {}, [], null]],
    ['one word', z.literal('auto'), ['no such value', 0.5, true, {}, [], null]],
    [
      'a word or a whole number',
      z.union([z.literal('auto'), z.int()]),
      ['no such value', 0.5, true, {}, [], null],
    ],
    ['a number or nothing', z.number().nullable(), ['no such value', true, {}, []]],
    ['a list', z.array(z.string()), ['no such value', 0.5, true, {}, null]],
    ['names and numbers', z.record(z.string(), z.number()), ['no such value', 0.5, true, [], null]],
    ['anything', z.any(), []],
    ['a number or anything', z.union([z.number(), z.any()]), []],
  ])('%s', (_, type, expected) => {
    expect(wrongFor(type)).toEqual(expected);
    for (const k of expected) {
      expect(() => parseOptions('x', z.object({ k: type }), { k }), JSON.stringify(k)).toThrow('"k" must');
    }
  });
});
