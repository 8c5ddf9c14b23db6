import { checkMeasure, type Measure } from '@goldpan/core';
import type { Check } from './check.js';
import { expectFailures } from './kit/expect-failures.js';
import { forAll } from './kit/for-all.js';
import { sampleStandings, type SampleStandings } from './kit/sample-standings.js';
import { fail } from './kit/subject.js';
import type { DataShape } from './sample-items.js';
import { fullSetup, type FullSetup, type Setup } from './setup.js';

interface Subject {
  readonly measure: Measure;
  readonly setup: FullSetup;
  readonly who: string;
}

interface MeasureCheck {
  readonly name: string;
  readonly hold: (subject: Subject) => Promise<void>;
}

type Law = (subject: Subject, standings: SampleStandings) => void;

/** A law on what many rankings of systems give. */
function law(name: string, must: string, hold: Law, shapeOf = (shape: DataShape) => shape): MeasureCheck {
  return {
    name,
    hold: (subject) => forAll(subject, must, async (shape) => hold(subject, sampleStandings(shapeOf(shape)))),
  };
}

const RANGE = 'give a number within its range';
const KIND = 'give 1 or 0 as a predicate, and whole numbers as a count';
const NOTHING = 'keep nothing between calls';
const INPUTS = 'leave its inputs as they are';
const BEST = 'be at its best where the subset is the full data';
const ALONG = 'give along a ranking what it gives at each size';

const inRange: Law = (subject, { full, subsets }) => {
  const [low, high] = subject.measure.range;
  for (const subset of subsets) {
    const value = subject.measure.of(subset, full);
    if (!(typeof value === 'number' && value >= low && value <= high))
      fail(subject, RANGE, `it gave ${value}`);
  }
};

const CHECKS: readonly MeasureCheck[] = [
  {
    name: 'has the shape of a measure',
    hold: async ({ measure }) => checkMeasure(measure, 'the plugin'),
  },
  law('gives a number within its range', RANGE, inRange),
  law('copes with two systems', RANGE, inRange, (shape) => ({ ...shape, systems: 2 })),
  law('copes with systems that all tie', RANGE, (subject, { tied, subsets }) => {
    inRange(subject, { full: tied, tied, subsets });
    inRange(subject, { full: subsets[0], tied, subsets: [tied] });
  }),
  law('gives values of its kind', KIND, (subject, { full, subsets }) => {
    const { kind } = subject.measure;
    if (kind === 'score') return;
    for (const subset of subsets) {
      const value = subject.measure.of(subset, full);
      const fits = Number.isInteger(value) && (kind === 'count' || value === 0 || value === 1);
      if (!fits) fail(subject, KIND, `it gave ${value}`);
    }
  }),
  law('keeps nothing between calls', NOTHING, (subject, { full, subsets }) => {
    const values = () => subsets.map((subset) => subject.measure.of(subset, full));
    const before = values();
    subject.measure.of(full, subsets[0]);
    values().forEach((value, k) => {
      if (!Object.is(value, before[k])) fail(subject, NOTHING, `it gave ${before[k]}, then ${value}`);
    });
  }),
  law('changes no input', INPUTS, (subject, { full, subsets }) => {
    const before = JSON.stringify([full, subsets]);
    for (const subset of subsets) subject.measure.of(subset, full);
    if (JSON.stringify([full, subsets]) !== before)
      fail(subject, INPUTS, 'it changed what a set of items says');
  }),
  law('is at its best on the full data, if it compares with them', BEST, (subject, { full, subsets }) => {
    const { measure, setup } = subject;
    if (!measure.relative) return;
    const sign = measure.direction === 'higher' ? 1 : -1;
    const best = measure.of(full, full);
    for (const subset of subsets) {
      const value = measure.of(subset, full);
      const better = sign * (value - best) > setup.tolerance * Math.max(1, Math.abs(best));
      if (better) fail(subject, BEST, `the full data had ${best}, a subset ${value}`);
    }
  }),
  law('gives along a ranking what it gives at each size, if it has a way', ALONG, (subject, given) => {
    const { measure } = subject;
    if (measure.along === undefined) return;
    const [one, other] = [measure.along(given.full), measure.along(given.subsets[0])];
    given.subsets.forEach((subset) => {
      other(subset);
      requireSame(subject, one(subset), measure.of(subset, given.full));
    });
  }),
];

function requireSame(subject: Subject, along: number, alone: number): void {
  if (!Object.is(along, alone)) fail(subject, ALONG, `it gave ${along} along a ranking, and ${alone} alone`);
}

/**
 * The laws of the measure contract as named checks for any test runner. Of the setup, sizes, systems, runs, seed, tolerance and
 * expected failures count.
 *
 * @throws INVALID_EXPECTATION when `setup.expectedFailures` names no check or gives no reason
 */
export function measureChecks(measure: Measure, setup: Setup = {}): Check[] {
  const who = `measure ${JSON.stringify(measure?.name ?? '(without a name)')}`;
  const subject = { measure, setup: fullSetup(setup), who };
  const checks = CHECKS.map(({ name, hold }) => ({ name, run: async () => hold(subject) }));
  return expectFailures(who, checks, subject.setup.expectedFailures);
}
