import type { EstimatedSystem, SystemRanking } from '@goldpan/core';
import { namesText } from './words.js';

/** Systems that are named one by one. */
const NAMED = 3;

/**
 * The verdict where some systems were judged by nobody: it is of the judged ones, and it stays open while one of the others is expected to be
 * better than the best of them.
 */
export function besideUnjudged(
  verdict: SystemRanking['verdict'],
  { systems, unjudged }: { systems: readonly EstimatedSystem[]; unjudged: SystemRanking['unjudged'] },
): SystemRanking['verdict'] {
  if (unjudged.length === 0) return verdict;
  const best = systems.find(({ name }) => name === verdict.best)!;
  const better = unjudged.filter(({ predicted }) => predicted !== null && predicted > best.estimate);
  const expected =
    better.length === 0
      ? `nobody judged ${listed(unjudged)}`
      : `by metrics ${listed(better)}, which nobody judged, ${better.length === 1 ? 'is' : 'are'} expected to be better than ${best.name}`;
  return {
    ...verdict,
    decided: verdict.decided && better.length === 0,
    text: `${verdict.text} This is of the judged systems: ${expected}.`,
  };
}

function listed(systems: readonly { readonly name: string }[]): string {
  const names = systems.slice(0, NAMED).map(({ name }) => name);
  const more = systems.length - names.length;
  return namesText(more > 0 ? [names.join(', '), `${more} more`] : names);
}
