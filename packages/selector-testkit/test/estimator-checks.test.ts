import { defineEstimator, z, type Estimator, type EstimatorResult, type JudgedData } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { estimatorChecks } from '../src/index.js';

/** Plain means with the variance of a simple random sample, items taken as independent. */
function plainMeans(data: JudgedData, judged: Uint32Array): EstimatorResult {
  const systems = data.systems.length;
  const n = judged.length;
  const rows = Array.from(judged, (item) =>
    data.judgements.values.slice(item * systems, (item + 1) * systems),
  );
  const values = Float64Array.from(
    { length: systems },
    (_, s) => rows.reduce((sum, row) => sum + row[s], 0) / n,
  );
  const left = 1 / n - 1 / data.judgements.items;
  const covariance = Float64Array.from({ length: systems ** 2 }, (_, at) => {
    const [s, t] = [Math.floor(at / systems), at % systems];
    return (left * rows.reduce((sum, row) => sum + (row[s] - values[s]) * (row[t] - values[t]), 0)) / (n - 1);
  });
  const adjusted = Float64Array.from(rows.flatMap((row) => [...row]));
  const residuals = adjusted.map((value, at) => value - values[at % systems]);
  const gain = { weight: 0, levelSlope: 0, effectiveItems: n };
  return { values, covariance, degreesOfFreedom: n - 1, adjusted, residuals, gain, warnings: [] };
}

const sound = defineEstimator({
  name: 'sound',
  summary: 'Plain means.',
  options: z.object({ k: z.number().min(0).default(1).describe('nothing') }),
  estimate: (data, _options, { judged }) => plainMeans(data, judged),
});

const changing = (
  change: (result: EstimatorResult, data: JudgedData) => Partial<EstimatorResult>,
): Estimator => ({
  ...sound,
  estimate(data, options, context) {
    const result = sound.estimate(data, options, context);
    return { ...result, ...change(result, data) };
  },
});

function countsCalls(): Estimator {
  let calls = 0;
  return changing(({ values }) => ({ values: values.map((value) => value + ++calls) }));
}

const broken: [fault: string, check: string, estimator: Estimator, says: string][] = [
  [
    'is of another version',
    'has the shape of an estimator',
    { ...sound, apiVersion: 2 as never },
    'it has 2',
  ],
  [
    'has an option without a description',
    'describes its options',
    { ...sound, options: z.object({ k: z.number().default(1) }) },
    'no .describe',
  ],
  [
    'swallows wrong options',
    'refuses invalid options',
    { ...sound, options: z.object({ k: z.number().catch(1).describe('k') }) },
    'it accepted them',
  ],
  [
    'returns what is not a number',
    'estimates ordinary data in numbers',
    changing(({ values }) => ({ values: values.map(() => NaN) })),
    'values[0] is NaN',
  ],
  ['counts its calls', 'keeps nothing between calls', countsCalls(), 'must keep nothing between calls'],
  [
    'changes judgements',
    'changes no input',
    changing((_result, data) => {
      data.judgements.values[0] = 7;
      return {};
    }),
    'it changed the judgements',
  ],
  [
    'forgets that a population can be judged in full',
    'leaves no doubt when all items are judged',
    changing(({ covariance }) => ({ covariance: covariance.map((value) => value + 0.01) })),
    'covariance[0] is 0.01',
  ],
  [
    'shrinks towards zero',
    'shifts with the judgements',
    changing(({ values }) => ({ shrunk: values.map((value) => 0.9 * value) })),
    'must shift with the judgements',
  ],
  [
    'prefers the first system',
    'does not depend on the order of the systems',
    changing(({ values }) => ({ shrunk: values.map((value, s) => value + (s === 0 ? 0.1 : 0)) })),
    'must not depend on the order of the systems',
  ],
];

describe('a sound estimator passes every check', () => {
  for (const { name, run } of estimatorChecks(sound)) test(name, run);
});

describe('a broken estimator fails the check that is meant for it', () => {
  for (const [fault, check, estimator, says] of broken)
    test(`${fault}: ${check}`, async () => {
      const found = estimatorChecks(estimator, { runs: 3 }).find(({ name }) => name === check)!;
      await expect(found.run()).rejects.toThrow(says);
    });

  test('there is one for every check', () => {
    expect(broken.map(([, check]) => check).sort()).toEqual(
      estimatorChecks(sound)
        .map(({ name }) => name)
        .sort(),
    );
  });
});
