import {
  isCopy,
  raterScale,
  standardised,
  takeJudgementRows,
  type Dataset,
  type Judgements,
} from '@goldpan/core';
import { OVERALL } from '../criterion.js';

type Judged = Dataset & { readonly judgements: Judgements };

/**
 * The data with one judgement per rater and cell, on `overall`: the mean of what the rater says on all criteria, each in standard deviations
 * from its mean over all judgements, and turned round where lower is better. A rater who lacks a criterion of a cell has none of it.
 * Categories, which have no mean, and repeated runs do not count. O(judgements).
 */
export function overallJudgements(dataset: Judged): Judged {
  const { judgements } = dataset;
  const { criteria, criterion, values, starts, systems, rater, copyOf } = judgements;
  const counted = criteria.map(({ scale, repeats }) => !repeats && scale.kind !== 'categories');
  const asked = counted.filter(Boolean).length;
  const scales = criteria.map((_, at) =>
    raterScale(values.filter((_value, j) => criterion[j] === at && !isCopy(copyOf, j))),
  );
  const rows: number[] = [];
  const means: number[] = [];
  const from = new Uint32Array(starts.length);
  for (let item = 0; item + 1 < starts.length; item++) {
    const cells = new Map<string, number[]>();
    for (let j = starts[item]; j < starts[item + 1]; j++) {
      if (!counted[criterion[j]]) continue;
      const key = `${systems[j]} ${rater[j]}`;
      const own = cells.get(key);
      if (own === undefined) cells.set(key, [j]);
      else own.push(j);
    }
    for (const own of cells.values()) {
      if (own.length < asked) continue;
      const sum = own.reduce((total, j) => {
        const { scale } = criteria[criterion[j]];
        const sign = scale.kind !== 'categories' && scale.better === 'lower' ? -1 : 1;
        return total + sign * standardised(values[j], scales[criterion[j]]);
      }, 0);
      rows.push(own[0]);
      means.push(sum / own.length);
    }
    from[item + 1] = rows.length;
  }
  // Times and errors are of single questions.
  const {
    seconds: _seconds,
    spans: _spans,
    ...taken
  } = takeJudgementRows(judgements, Uint32Array.from(rows), from);
  return {
    ...dataset,
    judgements: {
      ...taken,
      criteria: [{ name: OVERALL, scale: { kind: 'numbers', better: 'higher' }, declared: false }],
      criterion: new Uint16Array(rows.length),
      values: Float64Array.from(means),
    },
  };
}
