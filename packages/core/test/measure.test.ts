import { describe, expect, test } from 'vitest';
import { API_VERSION, checkMeasure, defineMeasure, describeMeasure } from '../src/index.js';
import { expectError } from './support.js';

const definition = {
  name: 'top-one',
  title: 'Best system found',
  summary: 'Whether the best system is the same.',
  direction: 'higher',
  range: [0, 1],
  of: () => 1,
} as const;

describe('a measure', () => {
  test('is a frozen score that compares with the full data under its name, where the definition says no more', () => {
    const measure = defineMeasure(definition);
    expect(measure).toEqual({
      ...definition,
      label: 'top-one',
      kind: 'score',
      relative: true,
      apiVersion: API_VERSION,
    });
    expect(Object.isFrozen(measure)).toBe(true);
  });

  test('is what its definition says, and documents say all of it but how it is computed', () => {
    const own = { label: 'Top 1', kind: 'predicate', relative: false, direction: 'lower' } as const;
    const measure = defineMeasure({ ...definition, ...own, along: () => () => 1 });
    expect(measure).toMatchObject(own);
    expect(describeMeasure(measure)).toEqual({ name: 'top-one', title: 'Best system found', ...own });
  });

  test.each([{ name: 'a' }, { name: 'a1' }, { name: 'top-1-of-3' }, { kind: 'count' }, { range: [-1, 1] }])(
    'may have %j',
    (change) => expect(checkMeasure({ ...defineMeasure(definition), ...change })).toBeUndefined(),
  );

  test.each<[string, object, string]>([
    ['no name', { name: undefined }, '(without a name)" of p must have a kebab-case name'],
    ['a numeric name', { name: 5 }, 'measure 5 of p must have a kebab-case name'],
    ['a name in capitals', { name: 'Spa' }, 'measure "Spa" of p must have a kebab-case name'],
    ['a name that begins with a digit', { name: '1st' }, 'must have a kebab-case name'],
    ['a name with an empty part', { name: 'a--b' }, 'must have a kebab-case name'],
    ['a name that ends in a hyphen', { name: 'a-' }, 'must have a kebab-case name'],
    ['a name with capitals at its end', { name: 'spaX' }, 'must have a kebab-case name'],
    ['no title', { title: undefined }, 'measure "top-one" of p must have a title'],
    ['an empty title', { title: '' }, 'must have a title'],
    ['an empty label', { label: '' }, 'must have a label'],
    ['no label', { label: 3 }, 'must have a label'],
    ['no summary', { summary: undefined }, 'must have a summary'],
    ['an empty summary', { summary: '' }, 'must have a summary'],
    ['another direction', { direction: 'up' }, 'must have the direction higher or lower; got "up"'],
    ['another kind', { kind: 'rank' }, 'must be of a kind among score, count, predicate; got "rank"'],
    ['nothing on being relative', { relative: 'yes' }, 'must say whether it is relative, true or false'],
    ['no range', { range: undefined }, 'must have a range of two rising numbers; got nothing'],
    ['a range that is no list', { range: { 0: 0, 1: 1, length: 2 } }, 'two rising numbers; got {"0":0,'],
    ['a range of one', { range: [0] }, 'two rising numbers; got [0]'],
    ['a range of three', { range: [0, 1, 2] }, 'two rising numbers; got [0,1,2]'],
    ['a range of texts', { range: ['0', '1'] }, 'two rising numbers; got ["0","1"]'],
    ['a range of a number and a text', { range: [0, '1'] }, 'two rising numbers; got [0,"1"]'],
    ['a falling range', { range: [1, 0] }, 'two rising numbers; got [1,0]'],
    ['a range of one value', { range: [1, 1] }, 'two rising numbers; got [1,1]'],
    ['no function', { of: undefined }, 'must have a function as of'],
    ['another way along', { along: 1 }, 'must have a function as along, or none; got 1'],
    ['null as a way along', { along: null }, 'must have a function as along, or none; got null'],
  ])('is refused with %s', (_, change, text) =>
    expectError(() => checkMeasure({ ...defineMeasure(definition), ...change }, 'p'), 'INVALID_PLUGIN', text),
  );

  test.each([undefined, null, 'spa', 5])('is not %j', (value) =>
    expectError(
      () => checkMeasure(value),
      'INVALID_PLUGIN',
      'measure "(without a name)" of the definition must have a kebab-case name',
    ),
  );

  test('of another version is refused with both numbers', () =>
    expectError(
      () => checkMeasure({ ...defineMeasure(definition), apiVersion: 7 }, 'p'),
      'WRONG_API_VERSION',
      'measure "top-one" of p must have apiVersion 1; it has 7',
    ));
});
