import type { EvaluateDocument, EvaluatedSubset, RankedSystem } from '@goldpan/core';
import { measureOf, measureValue } from '../format/measure-text.js';
import { formatCount } from '../format/numbers.js';
import { counted } from './facts.js';
import type { Tone } from './tone.js';

/** Good where every subset finds the best system and reaches what it must; neutral where a comparison says nothing. */
export function toneOfSubsets({ subsets, full }: EvaluateDocument): Tone {
  const falls = ({ goals = [] }: EvaluatedSubset) => goals.some(({ reached }) => !reached);
  if (subsets.some((subset) => falls(subset) || sameBest(subset, full?.systems) === false)) return 'bad';
  return subsets.some(({ note }) => note !== undefined) ? 'neutral' : 'good';
}

/** What a subset says of the systems, beside random subsets of its size, in sentences. */
export function answerOfSubset(subset: EvaluatedSubset, result: EvaluateDocument): string {
  const said = subset.note ?? `${reproduced(subset, result)}${besideRandom(subset, result)}`;
  return [said, ...bestOf(subset, result), ...goalsOf(subset)].join(' ');
}

function reproduced(subset: EvaluatedSubset, result: EvaluateDocument): string {
  const measures = Object.entries(subset.measures)
    .slice(0, 2)
    .map(([name, value]) => [measureOf(result, name), value] as const)
    .map(([measure, value]) => `${measure.label} ${measureValue(measure, value)}`);
  return `With ${formatCount(subset.size)} of ${counted(result.data.items, 'item')}, ${subset.name} reproduces the full result with ${measures.join(' and ')}`;
}

/** Whether the first measure is better than, like or worse than what random subsets of the same size reach. */
function besideRandom({ measures, random = {} }: EvaluatedSubset, result: EvaluateDocument): string {
  const [name, value] = Object.entries(measures)[0] ?? [];
  const at = name === undefined ? undefined : random[name];
  if (name === undefined || typeof value !== 'number' || typeof at?.low !== 'number') return '.';
  const { high = null, low } = at;
  if (high === null || at.value === null) return '.';
  const measure = measureOf(result, name);
  const side = value > high ? 1 : value < low ? -1 : 0;
  const words = ['worse than', 'like', 'better than'][1 + (measure.direction === 'lower' ? -side : side)];
  const shown = (number: number) => measureValue(measure, number);
  return `: ${words} random subsets of that size, which reach ${measure.label} ${shown(at.value)} (nine in ten of them ${shown(low)} to ${shown(high)}).`;
}

function bestOf(subset: EvaluatedSubset, { full }: EvaluateDocument): string[] {
  const same = sameBest(subset, full?.systems);
  const best = nameOfBest(subset.systems);
  if (same === undefined || subset.note !== undefined) return [];
  return [
    same
      ? `Its best system, ${best}, is the best on all items too.`
      : `Its best system is ${best}; on all items it is ${nameOfBest(full!.systems)}.`,
  ];
}

function goalsOf({ goals = [] }: EvaluatedSubset): string[] {
  return goals.map(({ text, reached }) => (reached ? `It reaches ${text}.` : `It does not reach ${text}.`));
}

function nameOfBest(systems: readonly RankedSystem[]): string | undefined {
  return systems.find(({ rank }) => rank === 1)?.name;
}

function sameBest(subset: EvaluatedSubset, full: readonly RankedSystem[] | undefined): boolean | undefined {
  if (full === undefined || full.length === 0) return undefined;
  const best = nameOfBest(subset.systems);
  // Systems that tie exactly share the first rank.
  return full.some(({ name, rank }) => rank === 1 && name === best);
}
