import { stream, type Selection, type Warning } from '@goldpan/core';
import type { Junk } from './find-junk.js';
import { rulesText } from './leave-out-junk.js';

/**
 * A random order in which junk is spread evenly: every beginning of k items has its share of the junk, rounded down or up by lot. Each item is in the
 * first k with probability k/N, as before: both kinds keep their order, which is random within each, and the first k have k·J/N junk on average.
 *
 * @param ranking - in random order, each order equally likely
 * @param isJunk - shape (N): 1 = junk
 * @param start - in [0, 1), by lot: where rounding starts
 */
export function spreadOrder(ranking: Uint32Array, isJunk: Uint8Array, start: number): Uint32Array {
  const junk = ranking.filter((item) => isJunk[item] === 1);
  const others = ranking.filter((item) => isJunk[item] !== 1);
  let taken = 0;
  return ranking.map((_, at) => {
    const due = Math.floor(((at + 1) * junk.length) / ranking.length + start);
    return due > taken ? junk[taken++] : others[at - taken];
  });
}

/**
 * A sample with its junk held to its share, and the news of it. An order of which every beginning is a sample, each item as likely as any other, is
 * taken evenly (`spreadOrder`); other designs stay as they are (`junkApart` has seen to what they draw on average). O(N)
 *
 * @param isNested - whether every beginning of the order is a sample
 */
export function junkOfSample(
  selection: Selection,
  { isJunk, findings }: Junk,
  { isNested }: { readonly isNested: boolean },
): { readonly selection: Selection; readonly warnings: readonly Warning[] } {
  if (findings.length === 0) return { selection, warnings: [] };
  const isEven = isNested && isUniform(selection);
  const made = isEven ? spread(selection, isJunk) : selection;
  const { chosen = made.ranking } = made;
  const all = count(isJunk);
  const drawn = chosen.filter((item) => isJunk[item] === 1).length;
  const how = isEven
    ? 'every beginning of the sample has their share, to within one item, and each item is as likely as any other'
    : onAverage(made, isJunk);
  const text = `${all} of the ${isJunk.length} items look like junk: ${rulesText(findings)}. ${drawn} of the ${chosen.length} drawn are among them: ${how}; --junk drop leaves them out, --junk keep does not look for them.`;
  return { selection: made, warnings: [{ code: 'JUNK_DRAWN', text }] };
}

/** How many of the drawn are junk on average. */
export function expectedJunk(inclusion: Float64Array, isJunk: Uint8Array): number {
  return inclusion.reduce((sum, probability, item) => sum + probability * isJunk[item], 0);
}

/** How many of the drawn are junk on average, beside their share, in words. */
function onAverage({ inclusion, chosen, ranking }: Selection, isJunk: Uint8Array): string {
  const share = ((chosen ?? ranking).length * count(isJunk)) / isJunk.length;
  if (inclusion === undefined) return `their share would be ${share.toFixed(1)}`;
  return `a draw has ${expectedJunk(inclusion, isJunk).toFixed(1)} of them on average, and their share is ${share.toFixed(1)}`;
}

function spread(selection: Selection, isJunk: Uint8Array): Selection {
  const { ranking, chosen = ranking, inclusion, seed } = selection;
  const order = spreadOrder(ranking, isJunk, stream(seed, 'junk').next());
  const first = order.slice(0, chosen.length);
  const weights = new Float64Array(ranking.length);
  for (const item of first) weights[item] = 1 / inclusion![item];
  return { ...selection, ranking: order, chosen: first, weights };
}

/** Whether a selection is the beginning of a whole order, each item as likely as any other. */
function isUniform({ inclusion, ranking, chosen = ranking }: Selection): boolean {
  return (
    inclusion !== undefined &&
    inclusion.every((probability) => probability === inclusion[0]) &&
    chosen.every((item, at) => item === ranking[at])
  );
}

function count(isJunk: Uint8Array): number {
  return isJunk.reduce((sum, one) => sum + one, 0);
}
