import { describe, expect, test } from 'vitest';
import {
  checkEstimator,
  createRegistry,
  defineEstimator,
  runEstimator,
  z,
  type EstimatorResult,
  type JudgedData,
  type LoadedPlugin,
} from '../src/index.js';
import { expectError } from './support.js';

const cells = (systems: number, values: number[]) => ({
  items: values.length / systems,
  systems,
  values: Float64Array.from(values),
});
/** Four items, three systems; item 3 is not judged, and nobody judged system c. */
const data: JudgedData = {
  systems: ['a', 'b', 'c'],
  judgements: cells(3, [1, 2, NaN, 3, NaN, NaN, NaN, NaN, NaN, 5, 4, NaN]),
  metrics: [{ name: 'm', scores: cells(3, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) }],
};

const result = (
  systems: number,
  judged: number,
  changes: Partial<EstimatorResult> = {},
): EstimatorResult => ({
  values: new Float64Array(systems).fill(1),
  covariance: new Float64Array(systems ** 2),
  degreesOfFreedom: 2,
  adjusted: new Float64Array(systems * judged),
  residuals: new Float64Array(systems * judged),
  gain: { weight: 0, levelSlope: 0, effectiveItems: judged },
  warnings: [],
  ...changes,
});
const returning = (changes: Partial<EstimatorResult>) =>
  defineEstimator({
    name: 'fixed',
    summary: 's',
    options: z.object({ k: z.number().default(1) }),
    estimate: (given, _options, { judged }) => result(given.systems.length, judged.length, changes),
  });
const fixed = returning({});

describe('running an estimator', () => {
  test('leaves out systems that nobody judged, and says which', () => {
    const estimate = runEstimator(fixed, data);
    expect(estimate.systems).toEqual(['a', 'b']);
    expect([...estimate.positions]).toEqual([0, 1]);
    expect(estimate.unjudged).toEqual(['c']);
    expect([...estimate.judged]).toEqual([0, 1, 3]);
    expect([...estimate.counts]).toEqual([3, 2]);
    expect([...estimate.means]).toEqual([3, 3]);
    expect(estimate).toMatchObject({
      estimator: 'fixed',
      population: 'all',
      seed: 0,
      items: 4,
      unitCount: 3,
    });
    expect(estimate.shrunk).toBe(estimate.values);
    expect(estimate.shrinkage).toBe(0);
  });

  test('gives weights in inverse proportion to inclusion probabilities, and documents as units', () => {
    const estimate = runEstimator(fixed, {
      ...data,
      inclusion: Float64Array.of(0.5, 0.25, 1, 0.5),
      documents: Int32Array.of(7, 2, 2, 7),
    });
    expect([...estimate.weights]).toEqual([0.25, 0.5, 0.25]);
    expect([...estimate.means]).toEqual([3, 3]);
    expect([...estimate.units]).toEqual([0, 1, 0]);
    expect(estimate.unitCount).toBe(2);
  });

  const change = (part: Partial<JudgedData>) => () => runEstimator(fixed, { ...data, ...part });
  const metric = (values: number[]) => [{ name: 'm', scores: cells(3, values) }];
  const holed = [1, 2, 3, NaN, 5, 6, 7, NaN, 9, 10, 11, 12];
  const refusals: [call: () => unknown, code: string, says: string][] = [
    [change({ systems: [] }), 'INVALID_JUDGED_DATA', 'at least one system'],
    [change({ systems: ['a', 'b'] }), 'INVALID_JUDGED_DATA', 'the judgements is 4 × 3 with 12 values'],
    [
      change({ judgements: cells(3, [1, 2, Infinity, 3, 4, 5]) }),
      'INVALID_JUDGED_DATA',
      'item 1, system "c" has Infinity',
    ],
    [
      change({ judgements: cells(3, [1, 2, NaN, 3, -1e51, 5, 6, 7, 8, 9, 1, 2]) }),
      'INVALID_JUDGED_DATA',
      'item 2, system "b", is -1e+51',
    ],
    [
      change({ judgements: cells(3, [1e-60, 0, NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }),
      'INVALID_JUDGED_DATA',
      'or all 0; the largest, of item 1, system "a", is 1e-60',
    ],
    [change({ metrics: metric([1, 2, 3]) }), 'INVALID_JUDGED_DATA', 'metric "m" is 1 × 3'],
    [
      change({ metrics: metric(holed) }),
      'MISSING_SCORES',
      '2 of 12 cells are missing in 2 items, first in item 2, system "a"',
    ],
    [change({ documents: Int32Array.of(0, 1) }), 'INVALID_JUDGED_DATA', '2 for 4 items'],
    [change({ domains: Int32Array.of(0, 1, -1, 0) }), 'INVALID_JUDGED_DATA', 'item 3 has -1'],
    [change({ inclusion: Float64Array.of(1, 1, 1) }), 'INVALID_JUDGED_DATA', '3 for 4 items'],
    [change({ inclusion: Float64Array.of(1, 0, 1, 1) }), 'INVALID_JUDGED_DATA', 'item 2 has 0'],
    [
      change({ judgements: cells(3, [1, 2, 3, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN]) }),
      'TOO_FEW_ITEMS',
      'at least 2 items; the data has 1',
    ],
    [() => runEstimator(fixed, data, { options: { k: 'x' } }), 'INVALID_OPTIONS', 'estimator "fixed"'],
    [
      () => runEstimator(returning({ values: Float64Array.of(1) }), data),
      'INVALID_ESTIMATE',
      'values as 2 numbers',
    ],
    [
      () => runEstimator(returning({ covariance: Float64Array.of(1, NaN, 0, 1) }), data),
      'INVALID_ESTIMATE',
      'covariance[1] is NaN',
    ],
    [
      () => runEstimator(returning({ shrunk: Float64Array.of(1, NaN) }), data),
      'INVALID_ESTIMATE',
      'shrunk[1] is NaN',
    ],
    [
      () => runEstimator(returning({ shrinkage: 1.5 }), data),
      'INVALID_ESTIMATE',
      'shrinkage in [0, 1]; got 1.5',
    ],
    [
      () => runEstimator(returning({ adjusted: new Float64Array(1) }), data),
      'INVALID_ESTIMATE',
      'adjusted as 6 numbers',
    ],
    [() => runEstimator(returning({ degreesOfFreedom: 0 }), data), 'INVALID_ESTIMATE', 'above 0; got 0'],
  ];
  for (const [call, code, says] of refusals)
    test(`refuses with ${code}: ${says}`, () => expectError(call, code, says));
});

describe('estimators in a registry', () => {
  const loaded = (name: string, estimators: unknown): LoadedPlugin => ({
    plugin: { name, estimators } as never,
    specifier: `./${name}.js`,
  });
  const registry = createRegistry([loaded('one', [fixed])]);

  test('are found by name, and the nearest is named when there is none', async () => {
    expect(registry.estimator('fixed')).toBe(fixed);
    expect(registry.estimators).toEqual([fixed]);
    await expectError(() => registry.estimator('fixd'), 'UNKNOWN_ESTIMATOR', 'did you mean "fixed"?');
  });

  test('must be unique, in a list, of this version and of the right shape', async () => {
    await expectError(
      () => createRegistry([loaded('one', [fixed]), loaded('two', [fixed])]),
      'DUPLICATE_NAME',
      'two',
    );
    await expectError(() => createRegistry([loaded('one', {})]), 'INVALID_PLUGIN', '"estimators"');
    const bad = (part: object) => () => checkEstimator({ ...fixed, ...part });
    await expectError(() => checkEstimator(null), 'INVALID_PLUGIN', 'kebab-case');
    await expectError(bad({ name: 'Not Kebab' }), 'INVALID_PLUGIN', 'kebab-case');
    await expectError(bad({ apiVersion: 2 }), 'WRONG_API_VERSION', 'apiVersion 1; it has 2');
    await expectError(bad({ summary: '' }), 'INVALID_PLUGIN', 'a summary');
    await expectError(bad({ options: {} }), 'INVALID_PLUGIN', 'a schema');
    await expectError(bad({ estimate: 1 }), 'INVALID_PLUGIN', 'an estimate function');
  });
});
