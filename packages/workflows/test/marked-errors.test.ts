import { datasetFromItems } from '@goldpan/core';
import { expect, test } from 'vitest';
import { inspect } from '../src/index.js';

const span = (severity: string, category: string) => ({ severity, category });
const judged = (system: string, rater: string, value: number, ...spans: object[]) => ({
  system,
  rater,
  value,
  ...(spans.length > 0 && { spans }),
});

const data = datasetFromItems([
  {
    id: 'a',
    judgements: [
      judged('A', 'x', -5.1, span('Major', 'style'), span('minor', 'Fluency/Punctuation')),
      judged('A', 'y', 0),
      judged('B', 'x', -4, span('minor', 'style')),
      { ...judged('B', 'x', 77), criterion: 'adequacy' },
    ],
  },
  {
    id: 'b',
    judgements: [
      judged('B', 'y', -3, span('critical', 'style')),
      judged('B', 'x', -9, span('minor', 'style')),
    ],
  },
]);

test('inspect counts marked errors by system and category, and says where scores do not follow from them', async () => {
  const { errors, judgements } = await inspect(data);
  expect(judgements).toEqual({ size: 6, raters: 2, timed: 0, seconds: null });
  expect(errors).toEqual({
    errors: 5,
    categories: [
      { name: 'style', errors: 4 },
      { name: 'Fluency/Punctuation', errors: 1 },
    ],
    severities: [
      { name: 'minor', errors: 3 },
      { name: 'Major', errors: 1 },
      { name: 'critical', errors: 1 },
    ],
    systems: [
      { system: 'A', judgements: 2, errors: 2, byCategory: [1, 1] },
      { system: 'B', judgements: 3, errors: 3, byCategory: [3, 0] },
    ],
    weights: 'mqm',
    recomputed: [
      {
        criterion: 'human',
        judgements: 4,
        equal: 2,
        unknown: 1,
        isOwn: false,
        correlation: expect.closeTo(0.273476239332, 10),
        largest: { id: 'b', system: 'B', given: -9, recomputed: -1 },
      },
    ],
  });
});

test('weights are chosen by name or given, and refused where they are none', async () => {
  const scored = async (errorWeights: string) =>
    (await inspect(data, { errorWeights })).errors!.recomputed[0];
  expect(await scored('esa')).toMatchObject({ judgements: 4, equal: 1, unknown: 1 });
  expect(await scored('critical=3, minor:style=4')).toMatchObject({ judgements: 5, equal: 4, unknown: 0 });
  await expect(inspect(data, { errorWeights: 'mqn' })).rejects.toMatchObject({ code: 'UNKNOWN_WEIGHTS' });
});

test('values beside the errors, as in ESA, are on a scale of their own: how they go with the errors is said', async () => {
  const esa = datasetFromItems([
    { judgements: [judged('A', 'x', 90), judged('B', 'x', 60, span('minor', ''))] },
    { judgements: [judged('A', 'x', 40, span('major', ''), span('minor', '')), judged('B', 'x', 75)] },
  ]);
  const { errors } = await inspect(esa, { errorWeights: 'esa' });
  expect(errors!.recomputed).toMatchObject([
    { equal: 0, judgements: 4, isOwn: true, correlation: expect.closeTo(0.889675520203, 10) },
  ]);
});

test('repeated runs are no raters: inspect says how far they scatter, and nothing of agreement', async () => {
  const run = (system: string, repeat: number, value: number) => ({
    system,
    repeat,
    criterion: 'acc',
    value,
  });
  const runs = datasetFromItems([
    {
      scores: { A: { acc: 0.5 }, B: { acc: 1 } },
      judgements: [run('A', 1, 0), run('A', 2, 1), run('B', 1, 1), run('B', 2, 1)],
    },
    { scores: { A: { acc: 1 } }, judgements: [run('A', 1, 1), run('A', 2, 1), run('A', 3, 1)] },
  ]);
  const { repeats, warnings, metrics } = await inspect(runs);
  expect(repeats).toEqual([{ metric: 'acc', runs: 3, cells: 3, deviation: Math.sqrt(0.5 / 3) }]);
  expect(warnings!.map(({ code }) => code)).not.toContain('HUMAN_AGREEMENT');
  expect(metrics.map(({ name, role }) => [name, role])).toEqual([['acc', 'metric']]);
});

test('errors of a judgement count for every system with the same output, and once in the sums', async () => {
  const shared = datasetFromItems([
    {
      id: 'a',
      judgements: [
        judged('A', 'x', -6, span('Major', 'style'), span('minor', 'style')),
        { ...judged('B', 'x', -6), copyOf: 'A' },
        judged('C', 'x', 0),
      ],
    },
  ]);
  const { errors: marked } = await inspect(shared);
  expect(marked!.errors).toBe(2);
  expect(marked!.systems).toEqual([
    { system: 'A', judgements: 1, errors: 2, byCategory: [2] },
    { system: 'B', judgements: 1, errors: 2, byCategory: [2] },
    { system: 'C', judgements: 1, errors: 0, byCategory: [0] },
  ]);
});
