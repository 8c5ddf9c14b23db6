import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  combineRatings,
  criterionCells,
  DatasetBuilder,
  datasetFromItems,
  judgementView,
  raterScale,
  standardised,
  type Item,
  type RatingRule,
} from '../src/index.js';

const judging = (system: string, rater: string, value: number | string, criterion?: string) => ({
  ...{ system, rater, value },
  ...(criterion !== undefined && { criterion }),
});
/** Two systems; the second item is not judged, and only one output is judged for fluency. */
const judged: Item[] = [
  {
    id: 'a',
    tgt: { x: 'Good day', y: 'Hallo' },
    judgements: [
      judging('x', 'ann', 4),
      judging('x', 'bob', 1),
      judging('x', 'cid', 1),
      judging('y', 'bob', 2),
    ],
  },
  { id: 'b', tgt: { x: 'Yes', y: 'Ja' } },
  {
    id: 'c',
    tgt: { x: 'No', y: 'Nein' },
    judgements: [judging('y', 'cid', 5, 'fluency'), judging('x', 'ann', 3)],
  },
];

test('human columns are the means of the judgements, and are named as views', () => {
  const dataset = datasetFromItems(judged);
  expect(Array.from(dataset.scores('human').values)).toEqual([2, 2, NaN, NaN, 3, NaN]);
  expect(dataset.scores('human_fluency').values[5]).toBe(5);
  expect([...dataset.views!]).toEqual([
    ['human', { criterion: 'human', rule: 'mean' }],
    ['human_fluency', { criterion: 'fluency', rule: 'mean' }],
  ]);
});

test('a score that the data gives stays, and its empty cells are filled', () => {
  const dataset = datasetFromItems([{ ...judged[0], scores: { x: { human: 9 }, y: { human: null } } }]);
  expect(Array.from(dataset.scores('human').values)).toEqual([9, 2]);
  expect(dataset.views!.get('human')).toEqual({ criterion: 'human' });
});

test('the median of an even number of judgements is between the two in the middle', () => {
  const { judgements } = datasetFromItems([
    { id: 'a', judgements: [1, 9, 2, 4].map((value, r) => ({ system: 'x', rater: `r${r}`, value })) },
  ]);
  expect(judgementView(judgements!, { criterion: 0, rule: 'median', systems: 1 })!.values[0]).toBe(3);
  expect(judgementView(judgements!, { criterion: 0, systems: 1 })!.values[0]).toBe(4);
});

test('a severe rater counts like the others once ratings are standardised', () => {
  const rows = [
    [1, 5],
    [2, 7],
    [3, 9],
  ];
  const { judgements } = datasetFromItems(
    rows.map(([ann, bob], i) => ({
      id: i,
      judgements: [
        { system: 'x', rater: 'ann', value: ann },
        { system: 'x', rater: 'bob', value: bob },
      ],
    })),
  );
  const { values } = judgementView(judgements!, { criterion: 0, rule: 'z-mean', systems: 1 })!;
  expect(Array.from(values)).toEqual([-1, 0, 1]);
});

test('levels of an ordered scale count from 1, and lower is better is turned round', () => {
  const dataset = datasetFromItems([
    {
      id: 'a',
      criteria: {
        clear: { scale: 'ordered', levels: ['no', 'rather', 'yes'] },
        errors: { scale: 'numbers', min: 0, better: 'lower' },
        kind: { scale: 'categories', levels: ['poem', 'prose'] },
      },
      judgements: [
        { system: 'x', rater: 'ann', criterion: 'clear', value: 'yes' },
        { system: 'x', rater: 'ann', criterion: 'errors', value: 3 },
        { system: 'x', rater: 'ann', criterion: 'kind', value: 'prose' },
      ],
    },
  ]);
  expect(dataset.metrics).toEqual(['human_clear', 'human_errors']);
  expect(dataset.scores('human_clear').values[0]).toBe(3);
  expect(dataset.scores('human_errors').values[0]).toBe(-3);
  expect(Array.from(dataset.judgements!.values)).toEqual([2, 3, 1]);
});

describe('ratings of one cell', () => {
  test('are one score by their mean or their median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 9 }), (ratings) => {
        const sorted = [...ratings].sort((a, b) => a - b);
        const middle = [(sorted.length - 1) / 2, sorted.length / 2].map((at) => sorted[Math.floor(at)]);
        const sum = ratings.reduce((all, rating) => all + rating, 0);
        expect(combineRatings(ratings, 'mean')).toBe(sum / ratings.length);
        expect(combineRatings(ratings, 'z-mean')).toBe(sum / ratings.length);
        expect(combineRatings(ratings, 'median')).toBe((middle[0] + middle[1]) / 2);
      }),
    );
  });

  test('are standardised by the mean and the sample deviation of their rater', () => {
    const scale = raterScale([2, NaN, 4, 9]);
    expect(scale.mean).toBe(5);
    expect(scale.deviation).toBeCloseTo(Math.sqrt(13), 12);
    expect(standardised(9, { mean: 5, deviation: 2 })).toBe(2);
    expect(raterScale([3])).toEqual({ mean: 3, deviation: 0 });
    expect(raterScale([3, 3])).toEqual({ mean: 3, deviation: 0 });
    expect(raterScale([])).toEqual({ mean: 0, deviation: 0 });
    expect(standardised(9, { mean: 3, deviation: 0 })).toBe(0);
  });

  test('are found cell by cell, for one criterion', () => {
    const { judgements } = datasetFromItems(judged);
    expect(criterionCells(judgements!, 0)).toEqual([
      { item: 0, system: 0, judgements: [0, 1, 2] },
      { item: 0, system: 1, judgements: [3] },
      { item: 2, system: 0, judgements: [5] },
    ]);
    expect(criterionCells(judgements!, 1)).toEqual([{ item: 2, system: 1, judgements: [4] }]);
  });
});

test('standardised ratings are those of each rater over one criterion alone, and turned round where lower is better', () => {
  const rows = [1, 2, 3].map((value, i) => ({
    ...(i === 0 && { criteria: { errors: { scale: 'numbers', better: 'lower' } } }),
    judgements: [
      judging('x', 'ann', 10 * value, 'errors'),
      judging('x', 'bob', 7, 'errors'),
      judging('x', 'ann', 50 - value),
    ],
  }));
  const { judgements } = datasetFromItems(rows);
  const view = (criterion: number) => judgementView(judgements!, { criterion, rule: 'z-mean', systems: 1 })!;
  expect([...view(0).values]).toEqual([0.5, -0, -0.5]);
  expect([...view(1).values]).toEqual([1, 0, -1]);
  expect(view(0)).toMatchObject({ items: 3, systems: 1 });
});

describe('a rule for ratings', () => {
  const built = (
    rule: RatingRule | ((criterion: string) => RatingRule | undefined) | undefined,
    scores = {},
  ) => {
    const builder = new DatasetBuilder({ rule });
    judged.forEach((item, i) => builder.add(i === 0 ? { ...item, scores } : item));
    return builder.build();
  };

  test('makes the scores, and the views name it', () => {
    const dataset = built('median');
    expect([...dataset.scores('human').values]).toEqual([1, 2, NaN, NaN, 3, NaN]);
    expect([...dataset.views!.values()]).toEqual([
      { criterion: 'human', rule: 'median' },
      { criterion: 'fluency', rule: 'median' },
    ]);
  });

  test('takes the place of scores that the data gives, where there are judgements', () => {
    const given = { x: { human: 9, human_fluency: 8 }, y: { human: null } };
    expect([...built(undefined, given).scores('human').values]).toEqual([9, 2, NaN, NaN, 3, NaN]);
    const dataset = built((criterion) => (criterion === 'human' ? 'median' : undefined), given);
    expect([...dataset.scores('human').values]).toEqual([1, 2, NaN, NaN, 3, NaN]);
    expect([...dataset.scores('human_fluency').values]).toEqual([8, NaN, NaN, NaN, NaN, 5]);
    expect([...dataset.views!.values()]).toEqual([
      { criterion: 'human', rule: 'median' },
      { criterion: 'fluency' },
    ]);
  });
});

test('columns of single raters are parts of the view of their criterion, those of nobody are not', () => {
  const scores = { x: { human_ann: 4, human_zoe: 1, human_fluency_cid: 5, human_fluency: 2 } };
  const { views } = datasetFromItems(
    [{ ...judged[0], scores }, judged[2]].map((item, id) => ({ ...item, id })),
  );
  expect([...views!]).toEqual([
    ['human', { criterion: 'human', rule: 'mean' }],
    ['human_ann', { criterion: 'human', rater: 'ann' }],
    ['human_fluency', { criterion: 'fluency' }],
    ['human_fluency_cid', { criterion: 'fluency', rater: 'cid' }],
  ]);
});
