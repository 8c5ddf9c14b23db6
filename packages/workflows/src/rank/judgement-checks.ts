import type { SystemRanking } from '@goldpan/core';
import { missingBounds, predictionIntervals, unjudgedSystems } from '@goldpan/estimation';
import { finiteOrNull } from '../finite-or-null.js';
import type { Estimated } from './estimated.js';
import { isPicked, within } from './scale-ends.js';

/** Suspicious judgements that are named. */
const MOST = 10;

/** Systems that nobody judged, with what their metrics would let expect. */
export function unjudgedSystemsOf({
  data,
  estimate,
  run,
  ends,
  shift,
}: Estimated): SystemRanking['unjudged'] {
  const known = new Map(unjudgedSystems(data, estimate, run.level).map((one) => [one.system, one]));
  return estimate.unjudged.map((name) => {
    const found = known.get(name);
    if (found === undefined) return { name, predicted: null, low: null, high: null };
    // Of picked items neither means nor what is expected of further systems has an interval that holds.
    const end = (value: number) => (isPicked(run) ? null : finiteOrNull(within(ends, value)));
    const predicted = finiteOrNull(within(ends, found.predicted + shift));
    return { name, predicted, low: end(found.low), high: end(found.high) };
  });
}

/** What the missing cells of judged items could change; nothing where there are none. */
export function missingCells({ data, estimate }: Estimated): Pick<SystemRanking, 'missing'> {
  const bounds = missingBounds(data, estimate);
  const cells = bounds.missing.reduce((sum, count) => sum + count, 0);
  if (cells === 0) return {};
  return { missing: { cells, surviving: bounds.surviving.length, open: bounds.open.length } };
}

/** Judgements outside the interval that was predicted for them. */
export function suspiciousJudgements({ data, estimate, run }: Estimated): SystemRanking['suspicious'] {
  return predictionIntervals(data, estimate, run.level)
    .suspicious.slice(0, MOST)
    .map(({ item, system, judgement, predicted }) => ({
      id: run.dataset.ids[item],
      system: estimate.systems[system],
      judgement,
      predicted,
    }));
}
