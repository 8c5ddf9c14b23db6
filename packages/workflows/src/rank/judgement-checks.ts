import type { SystemRanking } from '@goldpan/core';
import { missingBounds, predictionIntervals, unjudgedSystems } from '@goldpan/estimation';
import { finiteOrNull } from '../finite-or-null.js';
import type { Estimated } from './estimated.js';

/** Suspicious judgements that are named. */
const MOST = 10;

/** Systems that nobody judged, with what their metrics would let expect. */
export function unjudgedSystemsOf({ data, estimate, run }: Estimated): SystemRanking['unjudged'] {
  const known = new Map(unjudgedSystems(data, estimate, run.level).map((one) => [one.system, one]));
  return estimate.unjudged.map((name) => {
    const { predicted, low, high } = known.get(name) ?? {};
    return { name, predicted: finiteOrNull(predicted), low: finiteOrNull(low), high: finiteOrNull(high) };
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
