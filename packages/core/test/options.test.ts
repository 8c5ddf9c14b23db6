import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeOptions, optionsFromText, parseOptions, z } from '../src/index.js';
import { expectError } from './support.js';

const schema = z.object({
  metric: z.string().min(1).optional().describe('the score column'),
  share: z.number().min(0).max(1).default(0.5).describe('how much'),
  steps: z.int().min(1).default(10).describe('how often'),
  rate: z.number().positive().default(2).describe('how fast'),
  low: z.number().lt(3).optional().describe('below three'),
  mode: z.enum(['rank', 'zscore']).default('rank').describe('how to combine'),
  deep: z.boolean().default(false).describe('whether to go on'),
  parts: z.array(z.string()).min(2).describe('what to combine'),
  weights: z.array(z.number()).optional().describe('how much of each'),
  limit: z
    .union([z.literal('auto'), z.int().min(2)])
    .default('auto')
    .describe('at most'),
  seed: z.number().nullable().default(null).describe('own seed'),
  extra: z.record(z.string(), z.number()).optional().describe('by name'),
});
const parse = (options: unknown) => parseOptions('selector "x"', schema, options);
const parts = ['a', 'b'];

describe('options', () => {
  test('get their defaults', () => {
    expect(parse({ parts })).toEqual({
      ...{ share: 0.5, steps: 10, rate: 2, mode: 'rank', deep: false, parts, limit: 'auto', seed: null },
    });
    expect(parseOptions('x', z.object({}))).toEqual({});
  });

  test('are printed once per schema, however often they are checked, described and read from text', () => {
    let printed = 0;
    // Printing a schema reads its metadata; checking does not.
    const metadata = {
      get description() {
        return `printed ${++printed} times`;
      },
    };
    const own = z.object({ counted: z.string().meta(metadata) });
    expect(printed).toBe(0);
    describeOptions(own);
    const once = printed;
    expect(once).toBeGreaterThan(0);
    for (let call = 0; call < 5; call++) {
      expect(parseOptions('x', own, { counted: `${call}` })).toEqual({ counted: `${call}` });
      expect(() => parseOptions('x', own, { counted: call })).toThrow('"counted" must be text');
      expect(optionsFromText(own, [['counted', '5']])).toEqual({ counted: '5' });
      expect(describeOptions(own).map(({ name }) => name)).toEqual(['counted']);
    }
    expect(printed).toBe(once);
  });

  test('are described in the order of their declaration, types in words', () => {
    expect(describeOptions(schema).map(({ name, type, required }) => [name, type, required])).toEqual([
      ['metric', 'text (length at least 1)', false],
      ['share', 'a number from 0 to 1', false],
      ['steps', 'a whole number of at least 1', false],
      ['rate', 'a number above 0', false],
      ['low', 'a number below 3', false],
      ['mode', 'one of rank, zscore', false],
      ['deep', 'true or false', false],
      ['parts', 'a list of texts (length at least 2)', true],
      ['weights', 'a list of numbers', false],
      ['limit', '"auto" or a whole number of at least 2', false],
      ['seed', 'a number or null', false],
      ['extra', 'a JSON object', false],
    ]);
    expect(describeOptions(schema)[1]).toEqual({
      ...{ name: 'share', type: 'a number from 0 to 1', summary: 'how much', required: false, default: 0.5 },
    });
  });

  test.each<[string, unknown, string[]]>([
    [
      'an unknown name',
      { parts, stps: 3 },
      ['options of selector "x": there is no option "stps" (did you mean "steps"?)'],
    ],
    ['a hostile name', JSON.parse('{"parts":["a","b"],"__proto__":1}'), ['there is no option "__proto__"']],
    ['a number out of range', { parts, share: 2 }, ['"share" must be a number from 0 to 1; got 2']],
    ['NaN', { parts, share: NaN }, ['"share" must be a number from 0 to 1; got NaN']],
    ['an endless number', { parts, rate: Infinity }, ['"rate" must be a number above 0; got Infinity']],
    ['a fraction', { parts, steps: 1.5 }, ['"steps" must be a whole number of at least 1; got 1.5']],
    ['a number in quotes', { parts, steps: '3' }, ['"steps" must be a whole number of at least 1; got "3"']],
    ['a word that is not there', { parts, mode: 'mul' }, ['"mode" must be one of rank, zscore; got "mul"']],
    ['an element of a list', { parts: ['a', 5] }, ['"parts" must be', 'got ["a",5] (element 2)']],
    ['a bigint', { parts, steps: 3n }, ['"steps" must be', 'got 3']],
    ['nothing where something must be', {}, ['"parts" must be given: a list of texts (length at least 2)']],
    ['several at once', { share: -1, x: 1 }, ['"x"', '"share" must be', '"parts" must be given', '; ']],
    ['a text', 'parts=a', ['they must be an object of names and values; got "parts=a"']],
    ['a list', [1], ['they must be an object of names and values; got [1]']],
    ['null', null, ['they must be an object of names and values; got null']],
  ])('are refused with %s', (_, options, texts) =>
    expectError(() => parse(options), 'INVALID_OPTIONS', ...texts, 'goldpan plugins'),
  );

  test('have the message of a check of the schema', async () => {
    const even = z.object({ k: z.number().refine((k) => k % 2 === 0, 'must be even') });
    await expectError(
      () => parseOptions('x', even, { k: 3 }),
      'INVALID_OPTIONS',
      '"k" must be a number; got 3 (must be even)',
    );
    const pair = z.object({ a: z.number() }).refine(({ a }) => a > 1, 'a is too small');
    await expectError(() => parseOptions('x', pair, { a: 1 }), 'INVALID_OPTIONS', 'a is too small');
  });
});

describe('options typed as text', () => {
  test.each<[string, string, unknown]>([
    ['metric', '5', '5'],
    ['metric', '[odd]', '[odd]'],
    ['share', '0.25', 0.25],
    ['share', '1e-1', 0.1],
    ['share', '', ''],
    ['share', 'half', 'half'],
    ['deep', 'true', true],
    ['deep', 'false', false],
    ['deep', 'yes', 'yes'],
    ['parts', 'a, b', ['a', 'b']],
    ['parts', '["a,b","c"]', ['a,b', 'c']],
    ['parts', '', []],
    ['parts', '[broken', '[broken'],
    ['weights', '1,x,2', [1, 'x', 2]],
    ['limit', 'auto', 'auto'],
    ['limit', '7', 7],
    ['extra', '{"a": 1}', { a: 1 }],
    ['nope', '3', '3'],
    ['__proto__', '3', '3'],
  ])('%s=%s', (name, text, expected) => {
    const options = optionsFromText(schema, [[name, text]]);
    expect(Object.entries(options)).toEqual([[name, expected]]);
  });

  test('lead back to the options that were typed', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0));
    fc.assert(
      fc.property(number, fc.boolean(), fc.array(number, { minLength: 1 }), (rate, deep, weights) => {
        const typed = [
          ['rate', String(rate)],
          ['deep', String(deep)],
          ['weights', weights.join(',')],
        ] as const;
        expect(optionsFromText(schema, typed)).toEqual({ rate, deep, weights });
      }),
    );
  });
});
