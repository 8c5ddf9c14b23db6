import type { ComparedPair, EstimatedSystem, SystemRanking, Separation } from '@goldpan/core';
import type { RankingRun } from './ranking-run.js';
import { isPicked } from './scale-ends.js';
import { amountText, marginText, probabilityText } from './words.js';

/** Contenders that are named one by one. */
const NAMED = 3;

type Findings = Pick<SystemRanking, 'systems' | 'pairs' | 'more'>;

/** Who is best, whether that is decided, and what would decide what is open: in words a person can act on. */
export function verdictOf(found: Findings, run: RankingRun): SystemRanking['verdict'] {
  const [first] = found.systems;
  // Estimates of the claim come before the best guess, should the two ever differ.
  const best = found.systems.find(({ rank }) => rank.high === 1) ?? first;
  if (found.systems.length === 1) return { best: best.name, decided: false, text: onlySystem(best) };
  // Of picked items the order holds, not how far systems lie apart.
  const within = run.margin !== undefined && !isPicked(run) && isWithin(best.name, found.pairs, run.margin);
  const decided = best.rank.high === 1 || within;
  const open = found.more.find(({ items }) => items !== 0);
  const parts = [
    decided ? decidedText(best, run.margin) : openText(best, found.systems),
    open === undefined ? 'All neighbours are told apart.' : separationText(open, found, run),
  ];
  return { best: best.name, decided, text: parts.join(' ') };
}

function onlySystem({ name, estimate, low, high }: EstimatedSystem): string {
  const interval = low === null || high === null ? '' : ` (${amountText(low)} to ${amountText(high)})`;
  return `There is one system, ${name}: its mean is ${amountText(estimate)}${interval}, and nothing is ranked.`;
}

function decidedText({ name, pBest, rank }: EstimatedSystem, margin: number | undefined): string {
  if (rank.high === 1) return `${name} is best (${probabilityText(pBest)}).`;
  return `${name} is best or within ${margin} of the best (${probabilityText(pBest)} of being best).`;
}

function openText(best: EstimatedSystem, systems: readonly EstimatedSystem[]): string {
  const others = systems.filter(({ name, rank }) => name !== best.name && rank.low === 1);
  const leads = `${best.name} leads (${probabilityText(best.pBest)} of being best)`;
  if (others.length === 0) return `${leads}.`;
  if (others.length > NAMED) {
    const first = others.slice(0, NAMED).map(({ name }) => name);
    return `${leads}, but ${others.length} others can still be best (${first.join(', ')}, …).`;
  }
  return `${leads}, but ${inWords(others.map(({ name }) => name))} can still be best.`;
}

/** What it takes to tell two neighbours apart, or to call them equal. */
function separationText(
  { a, b, items, tieMargin }: Separation,
  { pairs }: Findings,
  { dataset, margin, population, level }: RankingRun,
): string {
  const pair = pairOf(pairs, a, b);
  const both = `${a} and ${b}`;
  if (tieMargin === 0) return `Nothing tells ${both} apart: their judgements come to the same.`;
  if (margin !== undefined && pair.pEquivalent !== undefined && pair.pEquivalent <= 1 - level)
    return `${both} are equal within ${margin}.`;
  const tie = `accept a tie at a margin of ${marginText(tieMargin)}`;
  if (items === null) {
    const most = population === 'all' ? `short of all ${dataset.size}` : 'below 5,000';
    return `${both} cannot be told apart by any number of items ${most}, if they differ by as little as it seems: ${tie}.`;
  }
  return `${both} cannot be told apart: ${items} more ${items === 1 ? 'item' : 'items'} would tell at 80 %, or ${tie}.`;
}

function pairOf(pairs: readonly ComparedPair[], a: string, b: string): ComparedPair {
  return pairs.find((pair) => pair.a === a && pair.b === b)!;
}

/** Whether a system is surely not worse than any other by more than a margin. */
function isWithin(best: string, pairs: readonly ComparedPair[], margin: number): boolean {
  return pairs.every(({ a, b, simultaneous: { low, high } }) => {
    if (a === best) return low > -margin;
    return b !== best || high < margin;
  });
}

function inWords(names: readonly string[]): string {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
