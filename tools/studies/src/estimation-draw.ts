import { stream, type Estimate, type JudgedData } from '@goldpan/core';
import { differences, intervals, rankProbabilities, rankSets } from '@goldpan/estimation';

/** Means over all items of a fully judged test set. */
export function fullMeans({ judgements }: JudgedData): Float64Array {
  const { items, systems, values } = judgements;
  const means = new Float64Array(systems);
  values.forEach((value, cell) => (means[cell % systems] += value / items));
  return means;
}

/** The test set with n of its items judged, drawn one by one or, where it has documents, document by document until n are reached. */
export function drawJudged(data: JudgedData, n: number, draw: number): JudgedData {
  const { items, systems, values } = data.judgements;
  const unitOf = (item: number) => data.documents?.[item] ?? item;
  const units = [...new Set(Array.from({ length: items }, (_, item) => unitOf(item)))];
  const order = stream(draw, 'study/estimation/draw').shuffle(units);
  const taken = new Set<number>();
  let count = 0;
  for (const unit of order) {
    if (count >= n) break;
    taken.add(unit);
    count += data.documents ? data.documents.filter((document) => document === unit).length : 1;
  }
  const judged = values.map((value, cell) => (taken.has(unitOf(Math.floor(cell / systems))) ? value : NaN));
  return { ...data, judgements: { items, systems, values: judged } };
}

/** Counts of what held. */
export interface Tally {
  pairs: number;
  covered: number;
  means: number;
  meansCovered: number;
  draws: number;
  /** Draws in which the intervals of all pairs at once held, and in which all rank sets did. */
  together: number;
  rankSets: number;
  /** Per tenth of the leader's P(best): how often it was said, and how often it was right. */
  readonly said: number[];
  readonly right: number[];
}

export function emptyTally(): Tally {
  const tenths = () => new Array<number>(10).fill(0);
  return {
    pairs: 0,
    covered: 0,
    means: 0,
    meansCovered: 0,
    draws: 0,
    together: 0,
    rankSets: 0,
    said: tenths(),
    right: tenths(),
  };
}

/** Holds one estimate against the truth. */
export function tallyEstimate(tally: Tally, estimate: Estimate, truth: Float64Array): void {
  const systems = truth.length;
  const found = differences(estimate, { draws: 1000 });
  const inside = ({ low, high }: { low: number; high: number }, value: number) =>
    low - 1e-9 <= value && value <= high + 1e-9;
  tally.pairs += found.length;
  tally.covered += found.filter((one) => inside(one, truth[one.a] - truth[one.b])).length;
  if (found.every(({ a, b, simultaneous }) => inside(simultaneous, truth[a] - truth[b]))) tally.together++;
  const { low, high } = intervals(estimate);
  truth.forEach((mean, s) => {
    tally.means++;
    if (low[s] - 1e-9 <= mean && mean <= high[s] + 1e-9) tally.meansCovered++;
  });
  const sets = rankSets(found, systems);
  const holds = sets.every(({ best, worst }, s) => {
    const better = truth.filter((mean) => mean > truth[s] + 1e-9).length;
    const worse = truth.filter((mean) => mean < truth[s] - 1e-9).length;
    return best <= 1 + better && worst >= systems - worse;
  });
  tally.draws++;
  if (holds) tally.rankSets++;
  const { leader, pBest } = rankProbabilities(estimate, { draws: 1000 });
  const tenth = Math.min(9, Math.floor(pBest[leader] * 10));
  tally.said[tenth]++;
  if (truth[leader] >= Math.max(...truth) - 1e-9) tally.right[tenth]++;
}
