import { describe, expect, test } from 'vitest';
import {
  describeOptions,
  fileOption,
  optionsFromText,
  parseOptions,
  selectorOption,
  z,
} from '../src/index.js';
import { expectError } from './support.js';

/** An option of each type, made when asked for. */
const types: [words: string, () => z.ZodType][] = [
  ['text', () => z.string()],
  ['text (length at least 2)', () => z.string().min(2)],
  ['text', () => z.string().min(0)],
  ['true or false', () => z.boolean()],
  ['a number', () => z.number()],
  ['a number of at least 2', () => z.number().min(2)],
  ['a number of at most 2.5', () => z.number().max(2.5)],
  ['a number above 0', () => z.number().gt(0)],
  ['a number below 0', () => z.number().lt(0)],
  ['a number above 0 and below 1', () => z.number().gt(0).lt(1)],
  ['a number of at least 0 and below 1', () => z.number().min(0).lt(1)],
  ['a number above 0 and of at most 1', () => z.number().gt(0).max(1)],
  ['a number from -1 to 1', () => z.number().min(-1).max(1)],
  ['a whole number', () => z.int()],
  ['a whole number of at least 0', () => z.int().min(0)],
  ['a whole number of at most 9', () => z.int().max(9)],
  ['a whole number from 1 to 9', () => z.int().min(1).max(9)],
  ['one of rank, zscore', () => z.enum(['rank', 'zscore'])],
  ['"auto"', () => z.literal('auto')],
  ['"auto" or a number', () => z.union([z.literal('auto'), z.number()])],
  ['text or null', () => z.string().nullable()],
  ['a list of texts', () => z.array(z.string())],
  ['a list of texts (length at least 2)', () => z.array(z.string()).min(2)],
  ['a list of numbers above 0', () => z.array(z.number().gt(0))],
  ['a list of whole numbers from 1 to 5', () => z.array(z.int().min(1).max(5))],
  ['a list of one of a, b', () => z.array(z.enum(['a', 'b']))],
  ['a list of a JSON value', () => z.array(z.unknown())],
  ['a JSON object', () => fileOption()],
  ['text or a JSON object', () => selectorOption()],
  ['a JSON value', () => z.unknown()],
];
test.each(types)('an option is %s', (words, type) => {
  const [option] = describeOptions(z.object({ own: type() }));
  expect(option).toMatchObject({ name: 'own', type: words, summary: '' });
});

test('an option says what is set of role and default, and nothing else', () => {
  const schema = z.object({
    plain: z.string(),
    model: fileOption().optional().describe('a fit'),
    flag: z.boolean().default(false),
  });
  expect(describeOptions(schema)).toStrictEqual([
    { name: 'plain', type: 'text', summary: '', required: true },
    { name: 'model', type: 'a JSON object', summary: 'a fit', required: false, role: 'file' },
    { name: 'flag', type: 'true or false', summary: '', required: false, default: false },
  ]);
});

describe('an option that does not fit', () => {
  const refused = (type: z.ZodType, own: unknown, ...texts: string[]) =>
    expectError(() => parseOptions('x', z.object({ own: type }), { own }), 'INVALID_OPTIONS', ...texts);

  test('is told once, with the element of a list that is wrong first', async () => {
    await refused(
      z.array(z.number()),
      [1, 'b', 'c'],
      'options of x: "own" must be a list of numbers; got [1,"b","c"] (element 2); mend',
    );
    await refused(z.array(z.object({ k: z.number() })), [{ k: 1 }, { k: 'x' }], '(element 2); mend');
  });

  test('has no element where it is no list', async () => {
    await refused(
      z.object({ k: z.number() }),
      { k: 'x' },
      'options of x: "own" must be a JSON object; got {"k":"x"}; mend',
    );
    await refused(z.array(z.number()), 5, '"own" must be a list of numbers; got 5; mend');
    await refused(
      z.array(z.number()).min(2),
      [5],
      '"own" must be a list of numbers (length at least 2); got [5]; mend',
    );
  });

  test('is told with the message of a check of its own', () =>
    refused(
      z.array(z.number()).refine(([a, b]) => a < b, 'must rise'),
      [2, 1],
      '"own" must be a list of numbers; got [2,1] (must rise); mend',
    ));
});

describe('an option typed as text', () => {
  const typed = (type: z.ZodType, text: string) =>
    optionsFromText(z.object({ own: type }), [['own', text]]).own;

  test('is read as JSON where it may be something else than a text', () => {
    expect(typed(z.unknown(), '{"a": [1]}')).toEqual({ a: [1] });
    expect(typed(z.union([z.string(), z.object({})]), ' {"a": 1}')).toEqual({ a: 1 });
    expect(typed(z.union([z.string(), z.string()]), '{"a": 1}')).toBe('{"a": 1}');
    expect(typed(z.string().nullable(), '[1]')).toEqual([1]);
    expect(typed(fileOption(), 'x [1]')).toBe('x [1]');
  });

  test('is a list of what the list is of, whatever else it may be', () => {
    expect(typed(z.array(z.boolean()), 'true, false')).toEqual([true, false]);
    const allOr = z.union([z.literal('all'), z.array(z.number())]);
    expect(typed(allOr, '1, 2.5')).toEqual([1, 2.5]);
    expect(typed(allOr, ' ')).toEqual([]);
    expect(typed(z.array(z.unknown()), '1,a')).toEqual(['1', 'a']);
  });

  test('is a number only where a number is typed, and true or false only where one of them is', () => {
    expect(typed(z.int(), ' 7 ')).toBe(7);
    expect(typed(z.int(), '  ')).toBe('  ');
    expect(typed(z.number().nullable(), '7')).toBe(7);
    expect(typed(z.string(), '7')).toBe('7');
    for (const text of ['true', 'false']) expect(typed(z.boolean(), text)).toBe(text === 'true');
    for (const text of ['true!', 'untrue', 'TRUE']) expect(typed(z.boolean(), text)).toBe(text);
    expect(typed(z.string(), 'true')).toBe('true');
    expect(typed(z.union([z.number(), z.boolean()]), 'true')).toBe(true);
  });
});
