import {
  checkEstimator,
  runEstimator,
  stream,
  type Estimate,
  type Estimator,
  type JudgedData,
} from '@goldpan/core';
import type { Check } from './check.js';
import { requireDescribedOptions } from './checks/describes-its-options.js';
import { requireRefusals } from './checks/refuses-invalid-options.js';
import { expectFailures } from './kit/expect-failures.js';
import { fail } from './kit/subject.js';
import { sampleJudgements, type JudgedShape } from './sample-judgements.js';
import { fullSetup, type FullSetup, type Setup } from './setup.js';

interface Subject {
  readonly estimator: Estimator;
  readonly setup: FullSetup;
  readonly who: string;
}

interface EstimatorCheck {
  readonly name: string;
  readonly hold: (subject: Subject) => Promise<void>;
}

const estimate = ({ estimator, setup }: Subject, data: JudgedData, seed = 0) =>
  runEstimator(estimator, data, { options: setup.options, seed });

/** A law on data of several shapes: with and without metrics, documents, probabilities. */
function law(name: string, hold: (subject: Subject, data: JudgedData) => void): EstimatorCheck {
  return {
    name,
    hold: async (subject) => {
      for (let run = 0; run < subject.setup.runs; run++) hold(subject, sampleJudgements(shapeOf(run)));
    },
  };
}

function shapeOf(run: number): JudgedShape {
  return {
    items: 30 + 7 * run,
    systems: 2 + (run % 6),
    judged: 8 + 2 * (run % 9),
    metrics: run % 4,
    documents: run % 3 === 2,
    inclusion: run % 5 === 4,
    seed: run,
  };
}

/** Holds that two estimates say the same, up to rounding and a shift. */
function requireSame(
  subject: Subject,
  must: string,
  [before, after]: readonly [Estimate, Estimate],
  { shift = 0, order }: { shift?: number; order?: readonly number[] } = {},
): void {
  const systems = before.systems.length;
  const place = (s: number) => order?.[s] ?? s;
  const scale = Math.max(1, Math.abs(shift), ...before.values.map(Math.abs));
  const differ = (x: number, y: number) => !(Math.abs(x - y) <= 1e3 * subject.setup.tolerance * scale);
  for (let s = 0; s < systems; s++) {
    for (const field of ['values', 'shrunk'] as const) {
      const [x, y] = [before[field][place(s)] + shift, after[field][s]];
      if (differ(x, y)) fail(subject, must, `${field}[${s}] should be ${x}; it is ${y}`);
    }
    for (let t = 0; t < systems; t++) {
      const x = before.covariance[place(s) * systems + place(t)];
      const y = after.covariance[s * systems + t];
      if (differ(x, y)) fail(subject, must, `covariance[${s}, ${t}] should be ${x}; it is ${y}`);
    }
  }
}

const mapJudgements = (data: JudgedData, change: (value: number, cell: number) => number): JudgedData => ({
  ...data,
  judgements: { ...data.judgements, values: data.judgements.values.map(change) },
});

const INPUTS = 'leave its inputs as they are';
const NOTHING = 'keep nothing between calls';

const CHECKS: readonly EstimatorCheck[] = [
  {
    name: 'has the shape of an estimator',
    hold: async ({ estimator }) => checkEstimator(estimator, 'the plugin'),
  },
  {
    name: 'describes its options',
    hold: async ({ who, estimator }) => requireDescribedOptions(who, estimator.options),
  },
  {
    name: 'refuses invalid options',
    hold: async (subject) => {
      const data = sampleJudgements(shapeOf(1));
      await requireRefusals(subject, subject.estimator.options, (options) =>
        runEstimator(subject.estimator, data, { options }),
      );
    },
  },
  law('estimates ordinary data in numbers', (subject, data) => {
    estimate(subject, data);
  }),
  law('keeps nothing between calls', (subject, data) => {
    const before = estimate(subject, data);
    estimate(subject, sampleJudgements({ ...shapeOf(3), seed: 99 }));
    requireSame(subject, NOTHING, [before, estimate(subject, data)]);
  }),
  law('changes no input', (subject, data) => {
    const copy = structuredClone(data);
    estimate(subject, data);
    const matrices = [data.judgements, ...data.metrics.map(({ scores }) => scores)];
    const copies = [copy.judgements, ...copy.metrics.map(({ scores }) => scores)];
    matrices.forEach(({ values }, m) => {
      const at = values.findIndex((value, cell) => !Object.is(value, copies[m].values[cell]));
      if (at >= 0)
        fail(subject, INPUTS, `it changed cell ${at} of ${m === 0 ? 'the judgements' : 'a metric'}`);
    });
  }),
  law('leaves no doubt when all items are judged', (subject, data) => {
    const full = sampleJudgements({ ...shapeOf(2), judged: 44, documents: false, inclusion: false });
    const { values, means, covariance } = estimate(subject, {
      ...full,
      metrics: data.metrics.length > 0 ? full.metrics : [],
    });
    const at = values.findIndex((value, s) => !(Math.abs(value - means[s]) < 1e-9));
    const must = 'give the means, without doubt, when all items are judged';
    if (at >= 0) fail(subject, must, `values[${at}] is ${values[at]}, the mean ${means[at]}`);
    const doubt = covariance.findIndex((value) => !(Math.abs(value) < 1e-12));
    if (doubt >= 0) fail(subject, must, `covariance[${doubt}] is ${covariance[doubt]}`);
  }),
  law('shifts with the judgements', (subject, data) => {
    const shifted = mapJudgements(data, (value) => value + 5);
    requireSame(subject, 'shift with the judgements', [estimate(subject, data), estimate(subject, shifted)], {
      shift: 5,
    });
  }),
  law('does not depend on the order of the systems', (subject, data) => {
    const width = data.systems.length;
    const order = stream(7, 'testkit/systems').shuffle(data.systems.map((_, s) => s));
    const turn = (values: Float64Array) =>
      values.map((_, cell) => values[Math.floor(cell / width) * width + order[cell % width]]);
    const turned: JudgedData = {
      ...data,
      systems: order.map((s) => data.systems[s]),
      judgements: { ...data.judgements, values: turn(data.judgements.values) },
      metrics: data.metrics.map(({ name, scores }) => ({
        name,
        scores: { ...scores, values: turn(scores.values) },
      })),
    };
    const must = 'not depend on the order of the systems';
    requireSame(subject, must, [estimate(subject, data), estimate(subject, turned)], { order });
  }),
];

/**
 * The laws of the estimator contract as named checks for any test runner.
 *
 * @throws INVALID_EXPECTATION when `setup.expectedFailures` names no check or gives no reason
 */
export function estimatorChecks(estimator: Estimator, setup: Setup = {}): Check[] {
  const who = `estimator ${JSON.stringify(estimator?.name ?? '(without a name)')}`;
  const subject = { estimator, setup: fullSetup(setup), who };
  const checks = CHECKS.map(({ name, hold }) => ({ name, run: async () => hold(subject) }));
  return expectFailures(who, checks, subject.setup.expectedFailures);
}
