import { stream, tooFewSystems, type Dataset } from '@goldpan/core';

/** Two groups of systems, as indices in ascending order. */
export interface SystemSplit {
  /** Whose scores and outputs a selector may see. */
  readonly seen: number[];
  /** On which its choice is measured. */
  readonly measured: number[];
}

/**
 * Seeded random splits of the systems into those a selector sees and those its choice is measured on.
 *
 * @param holdout - number of systems that are measured, at least 2; at least 2 are left to be seen
 * @throws TOO_FEW_SYSTEMS
 */
export function holdOutSystems(
  dataset: Dataset,
  { holdout, splits, seed }: { holdout: number; splits: number; seed: number },
): SystemSplit[] {
  const systems = dataset.systems.length;
  const least = Math.max(2, holdout) + 2;
  if (holdout < 2 || systems < least) throw tooFewSystems(`holding out ${holdout} systems`, systems, least);
  return Array.from({ length: splits }, (_, split) => {
    const order = stream(seed, 'compare/holdout', split).shuffle(
      Array.from({ length: systems }, (_, system) => system),
    );
    const ascending = (indices: number[]) => indices.sort((a, b) => a - b);
    return { measured: ascending(order.slice(0, holdout)), seen: ascending(order.slice(holdout)) };
  });
}
