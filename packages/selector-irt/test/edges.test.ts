import { datasetFromItems } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { describeIrt, fitIrt, IRT_MODELS, irtModelText, parseIrtModel, type IrtModel } from '../src/index.js';
import { dataOf, drawContinuous, drawTwoParameter } from './support.js';

const everyNumber = (model: IrtModel): number[] => [
  ...model.abilities.flatMap(({ ability, standardError }) => [ability, standardError]),
  ...model.items.flatMap(({ discrimination, difficulty, standardErrors }) => [
    discrimination,
    difficulty,
    standardErrors.discrimination,
    standardErrors.difficulty,
  ]),
];
const allFinite = (model: IrtModel) => expect(everyNumber(model).every(Number.isFinite)).toBe(true);
const order = (model: IrtModel) => describeIrt(model).abilities.map(({ system }) => system);

describe('data that do not determine a model by themselves', () => {
  test('perfect separation: a staircase of scores has finite estimates in the right order', () => {
    const rows = Array.from({ length: 7 }, (_, i) => Array.from({ length: 8 }, (_, s) => (s > i ? 1 : 0)));
    const model = fitIrt(dataOf(rows), { metric: 'm' });
    allFinite(model);
    expect(model.fit.converged).toBe(true);
    expect(order(model)).toEqual(Array.from({ length: 8 }, (_, s) => `system ${7 - s}`));
    const difficulties = model.items.map(({ difficulty }) => difficulty);
    expect(difficulties).toEqual(difficulties.toSorted((a, b) => a - b));
  });

  test('a system that is right on every item, and one that is wrong: held by the prior, and said', () => {
    const { rows } = drawTwoParameter(50, 5, 1);
    const model = fitIrt(dataOf(rows.map((row) => [...row, 1, 0])), { metric: 'm' });
    allFinite(model);
    expect(model.fit.converged).toBe(true);
    expect(order(model)[0]).toBe('system 5');
    expect(order(model).at(-1)).toBe('system 6');
    expect(model.abilities[5].standardError).toBeGreaterThan(1.5 * model.abilities[0].standardError);
    expect(model.notes.join()).toContain('"system 5", "system 6"');
  });

  test('items that all systems get right, or wrong: finite, and said', () => {
    const { rows } = drawTwoParameter(50, 5, 2);
    const model = fitIrt(dataOf([...rows, [1, 1, 1, 1, 1], [0, 0, 0, 0, 0]]), { metric: 'm' });
    allFinite(model);
    const [easy, hard] = model.items.slice(-2);
    expect(easy.difficulty).toBeLessThan(-0.5);
    expect(hard.difficulty).toBeGreaterThan(0.5);
    expect(model.notes.join()).toContain('"item 50"');
  });

  test('items and systems without a score are known by the prior only, and said', () => {
    const { rows } = drawTwoParameter(50, 5, 3);
    const model = fitIrt(dataOf([...rows.map((row) => [...row, NaN]), Array(6).fill(NaN)]), { metric: 'm' });
    allFinite(model);
    expect(model.notes.join()).toMatch(/1 of 51 items have no score.*"item 50".*"system 5"/);
    expect(model.items[50].standardErrors.difficulty).toBeGreaterThan(
      model.items[0].standardErrors.difficulty,
    );
  });

  test.each([2, 3])('%i systems are enough', (systems) => {
    const { rows } = drawTwoParameter(40, systems, 4);
    const model = fitIrt(dataOf(rows), { metric: 'm' });
    allFinite(model);
    expect(model.fit.converged).toBe(true);
    expect(model.notes.join()).toContain(`with ${systems} systems`);
  });

  test('one item is enough, and 3 items with 40 systems', () => {
    allFinite(fitIrt(dataOf([[0, 1, 1]]), { metric: 'm' }));
    allFinite(fitIrt(dataOf(drawTwoParameter(3, 40, 5).rows), { metric: 'm' }));
  });

  test('systems that never differ have no order', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [
      i % 3 === 0 ? 1 : 0,
      i % 3 === 0 ? 1 : 0,
      i % 3 === 0 ? 1 : 0,
    ]);
    const model = fitIrt(dataOf(rows), { metric: 'm' });
    allFinite(model);
    expect(model.abilities.map(({ ability }) => ability)).toEqual([0, 0, 0].map(() => expect.closeTo(0, 6)));
  });

  test('scores without noise', () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      [0.2, 0.5, 0.7, 0.9].map((level) => level * (0.5 + i / 60)),
    );
    const model = fitIrt(dataOf(rows), { metric: 'm' });
    allFinite(model);
    expect(order(model)[0]).toBe('system 3');
  });

  test('a search that is cut short says so', () => {
    const model = fitIrt(dataOf(drawTwoParameter(50, 5, 6).rows), { metric: 'm', 'most-passes': 2 });
    expect(model.fit).toMatchObject({ converged: false, passes: 2 });
    expect(model.notes.join()).toContain('did not come to rest in 2 passes');
    expect(parseIrtModel(JSON.parse(irtModelText(model)))).toEqual(model);
  });
});

test.each(IRT_MODELS)(
  '%s: a fit of few systems is finite, comes to rest, and survives being saved',
  (name) => {
    const { rows } = name.startsWith('continuous') ? drawContinuous(80, 6, 7) : drawTwoParameter(80, 6, 7);
    const scores =
      name === 'graded' ? rows.map((row, i) => row.map((score, s) => score * 2 + ((i + s) % 2))) : rows;
    const model = fitIrt(dataOf(scores), { metric: 'm', model: name });
    allFinite(model);
    expect(model.fit.converged).toBe(true);
    expect(parseIrtModel(JSON.parse(irtModelText(model)))).toEqual(model);
    const thresholds = model.items[0].thresholds ?? [];
    expect(thresholds).toEqual(thresholds.toSorted((a, b) => a - b));
    expect(thresholds).toHaveLength(name === 'graded' ? 3 : 0);
  },
);

test('names may be anything', () => {
  const { rows } = drawTwoParameter(12, 3, 8);
  const systems = ['__proto__', 'constructor', ''];
  const dataset = datasetFromItems(
    rows.map((row, i) => ({
      id: i === 0 ? '__proto__' : `<script>${i}`,
      scores: Object.fromEntries(systems.map((system, s) => [system, { m: row[s] }])),
    })),
  );
  const model = fitIrt(dataset, { metric: 'm' });
  expect(model.abilities.map(({ system }) => system)).toEqual(systems);
  expect(model.items[0].id).toBe('__proto__');
});
