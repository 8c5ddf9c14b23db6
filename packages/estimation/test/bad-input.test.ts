import { isGoldpanError, runEstimator, type Estimate, type JudgedData } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import {
  differences,
  intervals,
  meanEstimator,
  rankProbabilities,
  rankSets,
  regression,
  shrunk,
} from '../src/index.js';
import { judgedOnly, matrix, ordinary, population, sample, withJudgements } from './support.js';

const { data } = population(ordinary, 51);
const judged = judgedOnly(data, sample(140, 12, 1));

/** Everything that can be said of an estimate is a number. */
function expectNumbers(estimate: Estimate): void {
  const { low, high } = intervals(estimate);
  const { pBest, expectedLoss } = rankProbabilities(estimate, { draws: 200 });
  const pairs = differences(estimate, { draws: 200 });
  rankSets(pairs, estimate.systems.length);
  const numbers = [...estimate.values, ...low, ...high, ...pBest, expectedLoss, estimate.gain.effectiveItems];
  const said = pairs.flatMap(({ low, high, pValue, pBetter }) => [low, high, pValue, pBetter]);
  expect([...numbers, ...said].filter((value) => !Number.isFinite(value))).toEqual([]);
}

function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (isGoldpanError(error)) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

describe('what can still be said is said, in numbers, with a warning', () => {
  const metrics = (count: number) => data.metrics.slice(0, 1).flatMap((metric) => Array(count).fill(metric));
  const cases: [what: string, data: JudgedData, warning: string | undefined][] = [
    ['two judged items', judgedOnly(data, [5, 90]), 'FEW_ITEMS'],
    [
      'all judgements equal',
      withJudgements(judged, (value) => (Number.isNaN(value) ? value : 3)),
      'EQUAL_JUDGEMENTS',
    ],
    [
      'an offset beside which differences vanish',
      withJudgements(judged, (value) => value + 1e15),
      'LARGE_OFFSET',
    ],
    ['no metric', { ...judged, metrics: [] }, 'NO_METRICS'],
    [
      'a constant metric',
      { ...judged, metrics: [{ name: 'flat', scores: matrix(140, 7, () => 2) }] },
      'CONSTANT_METRIC',
    ],
    [
      'metrics that cancel out',
      {
        ...judged,
        metrics: [1, -1].map((sign) => ({
          name: `${sign}`,
          scores: { ...data.metrics[0].scores, values: data.metrics[0].scores.values.map((v) => sign * v) },
        })),
      },
      undefined,
    ],
    ['more metrics than cells', { ...judged, metrics: metrics(80) }, 'MANY_METRICS'],
    [
      'missing cells',
      withJudgements(judged, (value, item, system) => ((item + system) % 6 ? value : NaN)),
      'MISSING_CELLS',
    ],
    [
      'few documents',
      { ...judged, documents: Int32Array.from({ length: 140 }, (_, item) => item % 10) },
      'FEW_DOCUMENTS',
    ],
    [
      'metrics that vary only on unjudged items',
      {
        ...judged,
        metrics: [
          {
            name: 'm',
            scores: matrix(140, 7, (item, system) =>
              judged.judgements.values[item * 7] === judged.judgements.values[item * 7] ? 1 : system + item,
            ),
          },
        ],
      },
      undefined,
    ],
  ];
  for (const [what, given, warning] of cases) {
    for (const estimator of [meanEstimator, regression, shrunk]) {
      test(`${what}: ${estimator.name}`, () => {
        const estimate = runEstimator(estimator, given);
        expectNumbers(estimate);
        const codes = estimate.warnings.map(({ code }) => code);
        if (
          warning &&
          !(estimator === meanEstimator && warning.endsWith('METRIC')) &&
          !(estimator === meanEstimator && warning === 'MANY_METRICS')
        )
          expect(codes).toContain(warning);
      });
    }
  }

  test('more systems than judged items', () => {
    const wide = population({ ...ordinary, systems: 19 }, 3).data;
    expectNumbers(runEstimator(shrunk, judgedOnly(wide, sample(140, 8, 2))));
  });
});

describe('what cannot be said is refused with a code', () => {
  test('systems that nothing joins', () => {
    const parted = withJudgements(judged, (value, item, system) =>
      (item % 2 === 0) === system < 3 ? value : NaN,
    );
    expect(codeOf(() => runEstimator(meanEstimator, parted))).toBe('DISCONNECTED_SYSTEMS');
  });

  test('one document', () => {
    expect(codeOf(() => runEstimator(meanEstimator, { ...judged, documents: new Int32Array(140) }))).toBe(
      'TOO_FEW_DOCUMENTS',
    );
  });

  test('one judged item', () => {
    expect(codeOf(() => runEstimator(meanEstimator, judgedOnly(data, [4])))).toBe('TOO_FEW_ITEMS');
  });
});
