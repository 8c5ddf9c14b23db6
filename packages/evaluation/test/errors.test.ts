import { errorCatalogue as coreCatalogue, isGoldpanError, type GoldpanError } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import {
  curves,
  errorCatalogue,
  evaluateSubset,
  fullData,
  measures,
  parity,
  parityBaseline,
  randomBaseline,
  replicate,
  significanceClusters,
  sizesAt,
} from '../src/index.js';
import { matrixOf } from './twins.js';

const small = matrixOf([[1, 2, 4], [5, 3, 3], [0, 1, 0], [2, 2, 9], [7, 1, 1]]); // prettier-ignore
const holed = matrixOf([[1, 2, 4], [5, undefined, 3], [0, 1, 0], [undefined, undefined, 9]]); // prettier-ignore
const full = () => fullData(small);
const spa = ['spa'] as const;

const atLeastOne = { who: 'an evaluation', got: 0, least: 1 };
const rankings = { name: 'rankings', requirement: 'a whole number from 1' };
const share = { name: 'a share', requirement: 'above 0 and at most 1' };
const alpha = { name: 'alpha', requirement: 'between 0 and 1' };
const band = { name: 'band', requirement: 'two rising shares between 0 and 1' };
const permutations = { name: 'permutations', requirement: 'a whole number from 1' };
const ownSizes = { name: 'shares', requirement: 'large enough to give each a size of its own among 5 items' };

/** What is wrong, the code, what the error says beside its text, and the call. */
// prettier-ignore
const cases: [what: string, code: string, fields: object, call: () => unknown][] = [
  ['an item that is not there', 'INVALID_RANKING', { problem: 'is not one', place: 1, value: 5 }, () => evaluateSubset(full(), [0, 5])],
  ['half an item', 'INVALID_RANKING', { problem: 'is not one', place: 0, value: 0.5 }, () => evaluateSubset(full(), [0.5])],
  ['an item twice', 'INVALID_RANKING', { problem: 'comes twice', place: 2, value: 1 }, () => evaluateSubset(full(), [1, 2, 1])],
  ['no item', 'TOO_FEW_ITEMS', { who: 'the evaluation of a subset', got: 0, least: 1 }, () => evaluateSubset(full(), [])],
  ['an unknown item in a sample', 'INVALID_SAMPLE', { problem: '-1 at place 1 is not one', length: 2, place: 1, value: -1 }, () => replicate(full(), [0, -1])],
  ['an empty sample', 'TOO_FEW_ITEMS', atLeastOne, () => replicate(full(), [])],
  ['a sample too long for exact sums', 'INVALID_SAMPLE', { problem: 'it has 65537 where 65536 is the most', length: 65_537 }, () => replicate(full(), new Uint8Array(65_537))],
  ['sizes that fall', 'INVALID_SIZES', { size: 1, place: 1, most: 3 }, () => curves(full(), [0, 1, 2], { measures: [], sizes: [2, 1] })],
  ['a size beyond the ranking', 'INVALID_SIZES', { size: 3, place: 0, most: 2 }, () => curves(full(), [0, 1], { measures: [], sizes: [3] })],
  ['size 0', 'INVALID_SIZES', { size: 0, place: 0, most: 2 }, () => curves(full(), [0, 1], { measures: [], sizes: [0] })],
  ['half a size', 'INVALID_SIZES', { size: 1.5, place: 0, most: 2 }, () => curves(full(), [0, 1], { measures: [], sizes: [1.5] })],
  ['an unknown measure', 'UNKNOWN_MEASURE', { name: 'toString', known: measures.map(({ name }) => name) }, () => evaluateSubset(full(), [0], ['toString' as never])],
  ['one system', 'TOO_FEW_SYSTEMS', { who: 'an evaluation', got: 1, least: 2 }, () => fullData(matrixOf([[1], [2]]))],
  ['no items', 'TOO_FEW_ITEMS', atLeastOne, () => fullData({ items: 0, systems: 3, values: new Float64Array(0) })],
  ['nothing complete', 'TOO_FEW_ITEMS', atLeastOne, () => fullData(matrixOf([[1, undefined]]), { missing: 'drop-items' })],
  ['other items', 'DIFFERENT_SHAPES', { target: [5, 3], measured: [4, 3] }, () => fullData(small, { measured: holed })],
  ['other systems', 'DIFFERENT_SHAPES', { target: [1, 3], measured: [1, 2] }, () => fullData(matrixOf([[1, 2, 3]]), { measured: matrixOf([[1, 2]]) })],
  ['an infinite score', 'INVALID_MATRIX', { problem: 'has -Infinity at item 1, system 2 (counted from 0)', items: 2, systems: 3, cells: 6, item: 1, system: 2 }, () => fullData(matrixOf([[1, 2, 3], [4, 5, -Infinity]]))],
  ['an infinite first score', 'INVALID_MATRIX', { problem: 'has Infinity at item 0, system 0 (counted from 0)', items: 1, systems: 2, cells: 2, item: 0, system: 0 }, () => fullData(matrixOf([[Infinity, 1]]))],
  ['an infinite measured score', 'INVALID_MATRIX', { problem: 'has Infinity at item 0, system 1 (counted from 0)', items: 1, systems: 2, cells: 2, item: 0, system: 1 }, () => fullData(matrixOf([[0, 1]]), { measured: matrixOf([[0, Infinity]]) })],
  ['too few cells', 'INVALID_MATRIX', { problem: 'has 14', items: 5, systems: 3, cells: 14 }, () => fullData({ ...small, values: small.values.slice(1) })],
  ['no permutations', 'INVALID_SETTING', { ...permutations, got: 0 }, () => fullData(small, { permutations: 0 })],
  ['half a permutation', 'INVALID_SETTING', { ...permutations, got: 1.5 }, () => fullData(small, { permutations: 1.5 })],
  ['alpha 1', 'INVALID_SETTING', { ...alpha, got: 1 }, () => significanceClusters(small, { alpha: 1 })],
  ['alpha 0', 'INVALID_SETTING', { ...alpha, got: 0 }, () => significanceClusters(small, { alpha: 0 })],
  ['a share above 1', 'INVALID_SETTING', { ...share, got: 1.5 }, () => sizesAt(10, [1.5])],
  ['a share of 0', 'INVALID_SETTING', { ...share, got: 0 }, () => sizesAt(10, [0, 0.5])],
  ['a share below 0', 'INVALID_SETTING', { ...share, got: -1 }, () => sizesAt(10, [-1])],
  ['a band in percent', 'INVALID_SETTING', { ...band, got: '5, 95' }, () => randomBaseline(full(), { measures: [], band: [5, 95] })],
  ['a band that begins below 0', 'INVALID_SETTING', { ...band, got: '-0.1, 0.5' }, () => randomBaseline(full(), { measures: [], band: [-0.1, 0.5] })],
  ['a band that falls', 'INVALID_SETTING', { ...band, got: '0.6, 0.4' }, () => randomBaseline(full(), { measures: [], band: [0.6, 0.4] })],
  ['no random rankings', 'INVALID_SETTING', { ...rankings, got: 0 }, () => randomBaseline(full(), { measures: spa, rankings: 0 })],
  ['no random rankings for a goal', 'INVALID_SETTING', { ...rankings, got: 0 }, () => parityBaseline(full(), { measure: 'spa', rankings: 0 })],
  ['shares of one size', 'INVALID_SETTING', { ...ownSizes, got: 0.5 }, () => parityBaseline(full(), { measure: 'spa', shares: [0.4, 0.5] })],
  ['a share of no item', 'INVALID_SETTING', { ...ownSizes, got: 0.1 }, () => parityBaseline(full(), { measure: 'spa', shares: [0.1, 0.5] })],
  ['too few items for parity', 'TOO_FEW_ITEMS', { who: 'parity', got: 5, least: 6 }, () => parity(full(), [0, 1, 2, 3, 4], { measure: 'spa', shares: [1], targets: [1], smallest: 6 })],
  ['missing scores without a policy', 'MISSING_CELLS', { what: 'target', cells: 3, of: 12, items: 2, item: 1, system: 1 }, () => fullData(holed)],
  ['missing measured scores', 'MISSING_CELLS', { what: 'measured', cells: 1, of: 4, items: 1, item: 1, system: 0 }, () => fullData(matrixOf([[1, 2], [2, 1]]), { measured: matrixOf([[1, 2], [undefined, 1]]) })],
  ['a system without a score', 'SYSTEM_WITHOUT_SCORES', { system: 0, size: 1 }, () => evaluateSubset(fullData(holed, { missing: 'pairwise' }), [3])],
];

describe('bad input', () => {
  test.each(cases)('%s: %s', (_what, code, fields, call) => {
    const error = thrownBy(call);
    expect({ code: error.code, fields: error.fields }).toEqual({ code, fields });
    for (const part of toldOf(fields)) expect(error.what).toContain(part);
    expect(error.advice).toMatch(/\w+ \w+/);
  });

  test('messages say what came, where, and what to do', () => {
    expect(() => evaluateSubset(full(), [1, 2, 1])).toThrow(
      'a ranking must hold items of the full data, each at most once; 1 at place 2 comes twice; ' +
        'give positions in the full data; take a sample with repetition through replicate()',
    );
    expect(() => fullData(holed)).toThrow(
      'the target scores must be complete, but 3 of 12 cells are missing in 2 items, first item 1, system 1 ' +
        '(counted from 0); add the scores, or state a policy: missing "drop-items" or "pairwise"',
    );
    expect(() => fullData(small, { measured: holed })).toThrow('got 5×3 and 4×3');
    expect(() => fullData(matrixOf([[1, undefined]]))).toThrow('missing in 1 item, first item 0, system 1');
    expect(() => evaluateSubset(full(), [0], ['x' as never])).toThrow('choose one of "spa", ');
  });

  test('the ends of the ranges are allowed', () => {
    expect(fullData(small, { permutations: 1 }).standing.permutations).toBe(1);
    expect(replicate(full(), new Uint8Array(65_536)).size).toBe(65_536);
    for (const band of [
      [0, 1],
      [0.5, 0.5],
    ] as const)
      // prettier-ignore
      expect(randomBaseline(full(), { measures: spa, sizes: [2], rankings: 1, band }).curves).toHaveLength(1);
    const goal = { measure: 'kendall', shares: [0.4, 0.6], rankings: 1 } as const;
    expect(parityBaseline(full(), goal).random).toHaveLength(1);
  });

  test('every code thrown here or in core is in a catalogue once', () => {
    const codes = [...errorCatalogue, ...coreCatalogue].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(
      expect.arrayContaining(cases.map(([, code]) => code).filter((code) => !code.startsWith('TOO_'))),
    );
  });
});

/** What the text must hold: the problem where it is told in words, else every value. */
function toldOf(fields: object): string[] {
  if ('problem' in fields) return [String(fields.problem)];
  return Object.values(fields)
    .filter((value) => typeof value !== 'object')
    .map(String);
}

function thrownBy(call: () => unknown): GoldpanError {
  try {
    call();
  } catch (error) {
    if (isGoldpanError(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
