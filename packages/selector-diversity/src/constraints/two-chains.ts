import type { Grouping } from './grouping.js';

/**
 * Shares groupings among two chains, in each of which every grouping divides the groups of the one before it: then each chain
 * is a laminar family, and choices within the bounds are flows.
 *
 * @returns the chains, coarse to fine; undefined where that cannot be done
 */
export function twoChains(
  groupings: readonly Grouping[],
  size: number,
): readonly [readonly Grouping[], readonly Grouping[]] | undefined {
  const coarseToFine = groupings.toSorted((a, b) => a.names.length - b.names.length);
  const refines = coarseToFine.map((fine) => coarseToFine.map((coarse) => divides(fine, coarse, size)));
  for (let split = 0; split < 2 ** coarseToFine.length; split++) {
    const chains = [0, 1].map((side) => coarseToFine.filter((_, g) => ((split >> g) & 1) === side));
    const isChain = (chain: readonly Grouping[]) =>
      chain.every((fine, g) =>
        chain
          .slice(0, g)
          .every((coarse) => refines[coarseToFine.indexOf(fine)][coarseToFine.indexOf(coarse)]),
      );
    if (chains.every(isChain)) return [chains[0], chains[1]];
  }
  return undefined;
}

/** Whether all items of each fine group are in one coarse group. */
function divides(fine: Grouping, coarse: Grouping, size: number): boolean {
  const group = new Int32Array(fine.names.length).fill(-2);
  for (let item = 0; item < size; item++) {
    const own = fine.labels[item];
    if (own < 0) continue;
    if (group[own] === -2) group[own] = coarse.labels[item];
    else if (group[own] !== coarse.labels[item]) return false;
  }
  return true;
}
