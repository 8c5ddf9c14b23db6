import { describe, expect, test } from 'vitest';
import {
  defineEstimator,
  runEstimator,
  z,
  type EstimationContext,
  type EstimatorResult,
  type JudgedData,
} from '../src/index.js';
import { cells, expectError, judgedFour as data } from './support.js';

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
  test('numbers units in the order of the names of their items, equal ones as they stand', () => {
    const judgements = cells(2, [1, 2, 1, 1, 3, 4, NaN, NaN, 5, 7]);
    const named = { systems: ['x', 'y'], judgements, metrics: [], ids: ['n', 'b', 'n', 'a', 'c'] };
    expect([...runEstimator(fixed, named).units]).toEqual([2, 0, 3, 1]);
    const documents = Int32Array.of(7, 4, 0, 4, 7);
    expect([...runEstimator(fixed, { ...named, documents }).units]).toEqual([1, 0, 2, 1]);
  });

  test('refuses data that do not fit, options that do not, and too few judged items', async () => {
    await expectError(change({ systems: [] }), 'INVALID_JUDGED_DATA', 'at least one system');
    await expectError(
      change({ judgements: cells(3, [1, 2, 3, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN]) }),
      'TOO_FEW_ITEMS',
      'an estimate from judgements needs at least 2 judged items; the data has 1',
    );
    const options = { k: 'x' };
    await expectError(() => runEstimator(fixed, data, { options }), 'INVALID_OPTIONS', 'estimator "fixed"');
  });

  const floats = (...values: number[]) => Float64Array.from(values);
  const lists = (field: keyof EstimatorResult, numbers: number): [Partial<EstimatorResult>, string][] =>
    [undefined, [1, 2], new Float64Array(numbers - 1), new Float64Array(numbers + 1)].map((given) => [
      { [field]: given },
      `must return ${field} as ${numbers} numbers`,
    ]);
  test.each<[Partial<EstimatorResult>, string]>([
    ...lists('values', 2),
    ...lists('covariance', 4),
    ...lists('shrunk', 2).slice(1),
    ...lists('adjusted', 6),
    ...lists('residuals', 6),
    [{ adjusted: floats(1) }, 'must return adjusted as 6 numbers, one per judged item and system'],
    [{ values: floats(NaN, 1) }, 'must return finite numbers; values[0] is NaN'],
    [{ covariance: floats(1, 0, 0, Infinity) }, 'must return finite numbers; covariance[3] is Infinity'],
    [{ shrunk: floats(1, NaN) }, 'must return finite numbers; shrunk[1] is NaN'],
    [{ shrinkage: 1.5 }, 'must return a shrinkage in [0, 1]; got 1.5'],
    [{ shrinkage: -0.5 }, 'must return a shrinkage in [0, 1]; got -0.5'],
    [{ shrinkage: NaN }, 'must return a shrinkage in [0, 1]; got NaN'],
    [{ degreesOfFreedom: 0 }, 'must return degrees of freedom above 0; got 0'],
    [{ degreesOfFreedom: NaN }, 'must return degrees of freedom above 0; got NaN'],
  ])('refuses a result with %j', (changes, problem) =>
    expectError(
      () => runEstimator(returning(changes), data),
      'INVALID_ESTIMATE',
      `estimator "fixed" ${problem}`,
      'this is a fault of the estimator',
    ),
  );

  test('refuses no result at all', () =>
    expectError(
      () => runEstimator({ ...fixed, estimate: () => undefined as never }, data),
      'INVALID_ESTIMATE',
      'must return values as 2 numbers',
    ));

  test('keeps a shrinkage from 0 to 1 and what it moved', () => {
    for (const shrinkage of [0, 0.25, 1]) {
      const shrunk = Float64Array.of(1, 2);
      expect(runEstimator(returning({ shrinkage, shrunk }), data)).toMatchObject({ shrinkage, shrunk });
    }
  });

  test('gives the estimator the systems that are judged, its options and what follows from the data', () => {
    const given: unknown[] = [];
    const spy = {
      ...fixed,
      estimate: (...values: Parameters<typeof fixed.estimate>) => {
        given.push(...values);
        return fixed.estimate(...values);
      },
    };
    const estimate = runEstimator(spy, data, { seed: 7, population: 'like-these', options: { k: 2 } });
    expect(estimate).toMatchObject({ seed: 7, population: 'like-these' });
    expect(given).toEqual([
      {
        systems: ['a', 'b'],
        judgements: cells(2, [1, 2, 3, NaN, NaN, NaN, 5, 4]),
        metrics: [{ name: 'm', scores: cells(2, [1, 2, 4, 5, 7, 8, 10, 11]) }],
      },
      { k: 2 },
      {
        seed: 7,
        population: 'like-these',
        judged: Uint32Array.of(0, 1, 3),
        weights: Float64Array.of(1 / 3, 1 / 3, 1 / 3),
        units: Uint32Array.of(0, 1, 2),
      },
    ]);
  });

  test.each<[string, (context: EstimationContext) => ArrayLike<number>]>([
    ['the judged items', ({ judged }) => judged],
    ['the design weights', ({ weights }) => weights],
    ['the independent units', ({ units }) => units],
  ])('notices a change of %s', (what, part) => {
    const rude = returning({});
    const estimate: typeof rude.estimate = (judged, options, context) => {
      (part(context) as number[])[1] = 9;
      return rude.estimate(judged, options, context);
    };
    return expectError(
      () => runEstimator({ ...rude, estimate }, data),
      'DATA_CHANGED',
      `estimator "fixed" must leave data as it is; it changed ${what}`,
    );
  });
});
