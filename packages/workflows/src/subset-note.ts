import type { FullData } from '@goldpan/evaluation';
import type { ScoreMatrix } from '@goldpan/core';

/** What is known of a subset. */
export interface NotedSubset {
  readonly name: string;
  readonly size: number;
  /** Whether it has scores of its own that differ from the full data. */
  readonly differs: boolean;
  /** The score column that counts as truth. */
  readonly target: string;
}

/** Why a comparison of a subset with the full data says nothing, in plain words; undefined where it says something. */
export function subsetNote(
  full: FullData,
  truth: ScoreMatrix,
  { name, size, differs, target }: NotedSubset,
): string | undefined {
  const scores = truth.values.filter((score) => !Number.isNaN(score));
  if (scores.every((score) => score === scores[0]))
    return `Every score of ${target} is ${scores[0]}: there is no order of systems that ${name} could reproduce.`;
  if (size === full.size && !differs)
    return `${name} has all ${size} items with the scores of the full data: it says what they say, and nothing of how items were picked.`;
  if (size === 1)
    return `${name} has one item: that one puts systems in an order, but cannot tell a difference from chance.`;
  return undefined;
}
