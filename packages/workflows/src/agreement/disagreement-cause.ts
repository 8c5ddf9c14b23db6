import { stream, type DisagreementCause, type RaterSummary } from '@goldpan/core';
import { quantileSorted } from '@goldpan/stats';

/** What is asked of a criterion's disagreement. */
export interface CauseQuestion {
  /** Item of each shared cell, ascending. */
  readonly items: readonly number[];
  /** How far apart the ratings of each shared cell are. */
  readonly differences: ArrayLike<number>;
  /** Of the criterion. */
  readonly raters: readonly RaterSummary[];
  readonly alpha: number;
  readonly seed: number;
}

const DEALS = 200;

/** Items carry the disagreement where they have this much more of it than chance would put there. */
const MUCH_MORE = 1.25;

/** A gain of alpha below it is not worth naming anyone for. */
const LEAST_GAIN = 0.05;

/**
 * Whether one rater, few items, or the guideline carries the disagreement; undefined where there is none.
 *
 * A rater does, where the others surely agree better without them; items do, where the worst tenth of them has surely more of the
 * disagreement than if cells had been dealt to items by chance (a permutation test, one in twenty, and a quarter more).
 */
export function disagreementCause(question: CauseQuestion): DisagreementCause | undefined {
  const { raters, alpha } = question;
  const worstTenth = worstTenthOf(question);
  if (worstTenth === undefined) return undefined;
  const [rater] = raters
    .filter(({ without }) => without?.surely && without.gain >= LEAST_GAIN)
    .sort((a, b) => b.without!.gain - a.without!.gain);
  const { share, byChance, surely } = worstTenth;
  const tenth = { worstTenth: { share, byChance } };
  if (rater !== undefined) {
    const [from, to] = [alpha, rater.without!.alpha].map((value) => value.toFixed(2));
    const text = `${rater.name} carries much of the disagreement: without ${rater.name}, alpha goes from ${from} to ${to}. Talk to this rater first.`;
    return { by: 'rater', rater: rater.name, ...tenth, text };
  }
  const [worst, expected] = [share, byChance].map((part) => `${Math.round(part * 100)} %`);
  if (surely && share > MUCH_MORE * byChance)
    return {
      by: 'items',
      ...tenth,
      text: `Few items carry the disagreement: the worst tenth of them has ${worst} of it (${expected} by chance). Read these items first.`,
    };
  const spread = `the worst tenth of the items has ${worst} of it; ${expected} by chance`;
  return {
    by: 'guideline',
    ...tenth,
    text:
      raters.length < 3
        ? `No few items carry the disagreement (${spread}): talk about the guideline. Of two raters it cannot be told which is off; a third would show it.`
        : `No rater and no few items carry the disagreement (${spread}): it is in the guideline and the task.`,
  };
}

function worstTenthOf({ items, differences, seed }: CauseQuestion) {
  const own = Float64Array.from(differences);
  const places = placesOf(items);
  const total = own.reduce((sum, difference) => sum + difference, 0);
  if (!(total > 0)) return undefined;
  const share = tenthShare(places, own) / total;
  const dealt = Float64Array.from(
    { length: DEALS },
    (_, deal) => tenthShare(places, stream(seed, 'agreement/deal', deal).shuffle(own)) / total,
  ).sort();
  const byChance = dealt.reduce((sum, one) => sum + one / DEALS, 0);
  return { share, byChance, surely: share > quantileSorted(dealt, 0.95) };
}

/** The items of cells, numbered anew without those that have none. */
interface Places {
  readonly of: Uint32Array;
  readonly size: number;
}

/** @param items - ascending */
function placesOf(items: readonly number[]): Places {
  const of = new Uint32Array(items.length);
  for (let cell = 1; cell < of.length; cell++)
    of[cell] = of[cell - 1] + Number(items[cell] !== items[cell - 1]);
  return { of, size: of.length === 0 ? 0 : of[of.length - 1] + 1 };
}

/** The sum over the tenth of the items, rounded up, that has the most. */
function tenthShare({ of, size }: Places, differences: Float64Array): number {
  const sorted = new Float64Array(size);
  for (let cell = 0; cell < of.length; cell++) sorted[of[cell]] += differences[cell];
  sorted.sort().reverse();
  return sorted.subarray(0, Math.ceil(sorted.length / 10)).reduce((sum, one) => sum + one, 0);
}
