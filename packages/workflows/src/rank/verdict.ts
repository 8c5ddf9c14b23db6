import type { ComparedPair, EstimatedSystem, SystemRanking, Separation } from '@goldpan/core';
import type { RankingRun } from './ranking-run.js';
import { isPicked } from './scale-ends.js';
import { amountText, marginText, namesText, probabilityText } from './words.js';

/** Contenders that are named one by one. */
const NAMED = 3;

type Findings = Pick<SystemRanking, 'systems' | 'pairs' | 'more' | 'judged'>;

/** Who is best, whether that is decided, and what would decide what is open: in words a person can act on. */
export function verdictOf(found: Findings, run: RankingRun): SystemRanking['verdict'] {
  const [first] = found.systems;
  // Estimates of the claim come before the best guess, should the two ever differ.
  const best = found.systems.find(({ rank }) => rank.high === 1) ?? first;
  if (found.systems.length === 1) return { best: best.name, decided: false, text: onlySystem(best) };
  // Of picked items the order holds, not how far systems lie apart.
  const within = run.margin !== undefined && !isPicked(run) && isWithin(best.name, found.pairs, run.margin);
  const decided = best.rank.high === 1 || within;
  const open = found.more.find(({ a, b, items }) => items !== 0 && (decided || [a, b].includes(best.name)));
  if (isCertain(best, run) && best.rank.high === 1)
    return { best: best.name, decided, text: certainText(best, run) };
  const parts = [
    decided ? decidedText(best, run) : openText(best, found),
    open === undefined ? toldApart(decided) : separationText(open, found, run),
  ];
  return { best: best.name, decided, text: parts.join(' ') };
}

/** What is said where no neighbours, or none that matter to who is best, are open: a rival may be less sure and stand further down. */
function toldApart(decided: boolean): string {
  return decided
    ? 'All neighbours are told apart.'
    : 'It is told apart from its neighbours: how it stands to those further down, which are less sure, --pairs shows.';
}

function onlySystem({ name, estimate, low, high }: EstimatedSystem): string {
  const interval = low === null || high === null ? '' : ` (${amountText(low)} to ${amountText(high)})`;
  return `There is one system, ${name}: its mean is ${amountText(estimate)}${interval}, and nothing is ranked.`;
}

function certainText({ name }: EstimatedSystem, { dataset }: RankingRun): string {
  return `${name} is best on these ${dataset.size} items: all of them are judged. How sure that is for other texts like these, it does not say.`;
}

function decidedText({ name, pBest, rank }: EstimatedSystem, run: RankingRun): string {
  const model = isPicked(run) ? ' by the model: items were picked, not drawn' : '';
  if (rank.high === 1) return `${name} is best (${probabilityText(pBest)})${model}.`;
  return `${name} is best or within ${run.margin} of the best (${probabilityText(pBest)} of being best).`;
}

/** Whether all there is to judge is judged, so that no chance is left to speak of. */
function isCertain({ low, high }: EstimatedSystem, { design, population }: RankingRun): boolean {
  return design.description.kind === 'all' && population === 'all' && low !== null && low === high;
}

function openText(best: EstimatedSystem, { systems, pairs }: Findings): string {
  const leaders = [
    best,
    ...systems.filter(({ name }) => name !== best.name && areTwins(pairs, best.name, name)),
  ];
  const chance = leaders.reduce((sum, { pBest }) => sum + pBest, 0);
  const others = systems.filter((system) => !leaders.includes(system));
  const leads =
    leaders.length === 1
      ? `${best.name} leads (${probabilityText(chance)} of being best)`
      : `${namesText(leaders.map(({ name }) => name))} were judged the same and lead together (${probabilityText(chance)} that one of them is best)`;
  return [
    `${leads}${contenders(others.filter(({ rank }) => rank.low === 1))}.`,
    ...likelier(best, others, chance),
  ].join(' ');
}

function contenders(others: readonly EstimatedSystem[]): string {
  if (others.length === 0) return '';
  if (others.length <= NAMED) return `, but ${namesText(others.map(({ name }) => name))} can still be best`;
  const first = others.slice(0, NAMED).map(({ name }) => name);
  return `, but ${others.length} others can still be best (${first.join(', ')}, …)`;
}

/** A system behind the leader that is likelier to be best all the same: its estimate is the less sure one. */
function likelier(
  best: EstimatedSystem,
  others: readonly EstimatedSystem[],
  chance: number,
): readonly string[] {
  const likeliest = others.reduce<EstimatedSystem | undefined>(
    (most, one) => (one.pBest > (most?.pBest ?? chance) ? one : most),
    undefined,
  );
  if (likeliest === undefined || !(likeliest.estimate < best.estimate)) return [];
  return [
    `${likeliest.name}, whose estimate is less but also less sure, is likelier to be best (${probabilityText(likeliest.pBest)}).`,
  ];
}

/** Whether nothing tells two systems apart, so that they share their chance of being best. */
function areTwins(pairs: readonly ComparedPair[], one: string, other: string): boolean {
  return pairs.some(
    ({ a, b, low, high }) => low === 0 && high === 0 && [a, b].includes(one) && [a, b].includes(other),
  );
}

/** What it takes to tell two neighbours apart, or to call them equal. */
function separationText(
  { a, b, items, tieMargin }: Separation,
  { pairs, judged }: Findings,
  run: RankingRun,
): string {
  const { dataset, margin, population, level } = run;
  const pair = pairOf(pairs, a, b);
  const both = `${a} and ${b}`;
  if (tieMargin === 0) return `Nothing tells ${both} apart: their judgements come to the same.`;
  if (isPicked(run)) return `${both} cannot be told apart by the model: items drawn at random would tell.`;
  if (margin !== undefined && pair.pEquivalent !== undefined && pair.pEquivalent <= 1 - level)
    return `${both} are equal within ${margin}.`;
  const tie = `accept a tie at a margin of ${marginText(tieMargin)}`;
  if (items === null) {
    const most = population === 'all' ? `short of all ${dataset.size}` : 'below 5,000';
    return `${both} cannot be told apart by any number of items ${most}, if they differ by as little as it seems: ${tie}.`;
  }
  const left = population === 'all' ? ` (of ${dataset.size - judged.items} left)` : '';
  return `${both} cannot be told apart: ${items} more ${items === 1 ? 'item' : 'items'}${left} would tell with a chance of 80%, or ${tie}.`;
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
