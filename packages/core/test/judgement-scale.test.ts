import { describe, expect, test } from 'vitest';
import {
  declarationOf,
  hasLevels,
  misfit,
  readScale,
  type JudgementScale,
} from '../src/judgements/judgement-scale.js';

const numbers = (ends: object = {}): JudgementScale => ({ kind: 'numbers', better: 'higher', ...ends });
const stars: JudgementScale = { kind: 'stars', min: 1, max: 5, better: 'higher' };
const ordered: JudgementScale = { kind: 'ordered', levels: ['no', 'yes'], better: 'higher' };
const categories: JudgementScale = { kind: 'categories', levels: ['poem', 'prose'] };

describe('the declaration of a scale', () => {
  test.each<[object, JudgementScale]>([
    [{ scale: 'numbers' }, numbers()],
    [{ scale: 'numbers', min: 0 }, numbers({ min: 0 })],
    [{ scale: 'numbers', max: -1.5, better: 'lower' }, numbers({ max: -1.5, better: 'lower' })],
    [{ scale: 'numbers', min: 0, max: 100 }, numbers({ min: 0, max: 100 })],
    [{ scale: 'stars', max: 5 }, stars],
    [
      { scale: 'stars', min: -2, max: 2, better: 'lower' },
      { ...stars, min: -2, max: 2, better: 'lower' },
    ],
    [{ scale: 'ordered', levels: ['no', 'yes'] }, ordered],
    [
      { scale: 'ordered', levels: ['a', 'b', 'c'], better: 'lower' },
      { kind: 'ordered', levels: ['a', 'b', 'c'], better: 'lower' },
    ],
    [{ scale: 'categories', levels: ['poem', 'prose'] }, categories],
  ])('%j', (declaration, scale) => {
    expect(readScale(declaration)).toStrictEqual(scale);
    expect(readScale(declarationOf(scale))).toStrictEqual(scale);
  });

  test.each<[unknown, string]>([
    [undefined, 'must be an object such as {"scale": "stars", "max": 5}; got nothing'],
    [null, 'must be an object such as {"scale": "stars", "max": 5}; got null'],
    ['stars', 'must be an object such as {"scale": "stars", "max": 5}; got "stars"'],
    [['stars'], 'must be an object such as {"scale": "stars", "max": 5}; got ["stars"]'],
    [{}, 'must have a "scale", one of numbers, stars, ordered, categories; got nothing'],
    [{ scale: 'percent' }, 'must have a "scale", one of numbers, stars, ordered, categories; got "percent"'],
    [{ scale: 'stars', max: 5, better: 'up' }, 'must have "better": "higher" or "lower"; got "up"'],
    [{ scale: 'stars' }, 'must have whole numbers "min" (default 1) below "max"; got nothing and nothing'],
    [{ scale: 'stars', max: 1 }, 'must have whole numbers "min" (default 1) below "max"; got nothing and 1'],
    [
      { scale: 'stars', max: 4.5 },
      'must have whole numbers "min" (default 1) below "max"; got nothing and 4.5',
    ],
    [
      { scale: 'stars', min: 0.5, max: 4 },
      'must have whole numbers "min" (default 1) below "max"; got 0.5 and 4',
    ],
    [
      { scale: 'stars', min: 4, max: 3 },
      'must have whole numbers "min" (default 1) below "max"; got 4 and 3',
    ],
    [{ scale: 'numbers', min: '0' }, 'must have numbers as ends, "min" below "max"; got "0" and nothing'],
    [{ scale: 'numbers', max: NaN }, 'must have numbers as ends, "min" below "max"; got nothing and NaN'],
    [{ scale: 'numbers', min: 3, max: 3 }, 'must have numbers as ends, "min" below "max"; got 3 and 3'],
    [{ scale: 'numbers', min: 3, max: 1 }, 'must have numbers as ends, "min" below "max"; got 3 and 1'],
    [{ scale: 'ordered' }, 'must have "levels", at least two different texts; got nothing'],
    [{ scale: 'ordered', levels: 'ab' }, 'must have "levels", at least two different texts; got "ab"'],
    [{ scale: 'categories', levels: ['a'] }, 'must have "levels", at least two different texts; got ["a"]'],
    [
      { scale: 'categories', levels: ['a', 'a'] },
      'must have "levels", at least two different texts; got ["a","a"]',
    ],
    [{ scale: 'ordered', levels: ['a', 1] }, 'must have "levels", at least two different texts; got ["a",1]'],
  ])('%j is refused', (declaration, problem) => expect(readScale(declaration)).toBe(problem));
});

test('ordered scales and categories have levels', () => {
  expect([numbers(), stars, ordered, categories].map(hasLevels)).toEqual([false, false, true, true]);
});

describe('a value on a scale', () => {
  test.each<[string, JudgementScale, (number | string)[]]>([
    ['any number', numbers(), [-1e9, 0, 0.5]],
    ['a number from an end on', numbers({ min: 2 }), [2, 2.5, 1e9]],
    ['a number up to an end', numbers({ max: 2 }), [-1e9, 2]],
    ['a number between ends', numbers({ min: 0, max: 1 }), [0, 0.5, 1]],
    ['whole stars', stars, [1, 3, 5]],
    ['a level', ordered, ['no', 'yes']],
    ['a category', categories, ['prose', 'poem']],
  ])('is %s', (_, scale, values) =>
    expect(values.map((value) => misfit(scale, value))).toEqual(values.map(() => undefined)),
  );

  test.each<[string, JudgementScale, (number | string)[]]>([
    ['a number', numbers(), ['1', '']],
    ['a number from 2', numbers({ min: 2 }), [1.9, '2']],
    ['a number up to 2', numbers({ max: 2 }), [2.1]],
    ['a number from 0 to 1', numbers({ min: 0, max: 1 }), [-0.1, 1.1]],
    ['a whole number from 1 to 5', stars, [0, 6, 2.5, '3']],
    ['one of "no", "yes"', ordered, ['maybe', '', 0, 1]],
    ['one of "poem", "prose"', categories, ['Poem', 1]],
  ])('must be %s', (requirement, scale, values) =>
    expect(values.map((value) => misfit(scale, value))).toEqual(values.map(() => requirement)),
  );
});
