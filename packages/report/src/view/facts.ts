import type { DocumentBase, SelectorUse, WithIntervals } from '@goldpan/core';
import { formatCount } from '../format/numbers.js';
import { optionText } from '../format/option-text.js';
import type { Fact, View } from './view.js';

/** What every view takes from its result as it is. */
export function frameOf(
  result: DocumentBase<string>,
): Pick<View, 'command' | 'warnings' | 'data' | 'version' | 'seed' | 'reproduce'> {
  return {
    command: result.command,
    warnings: result.warnings ?? [],
    data: result.data,
    version: result.goldpan,
    seed: result.seed,
    ...(result.reproduce !== undefined && { reproduce: result.reproduce }),
  };
}

/** How a result was made: what is particular to the command first, then data, seed and version. */
export function factsOf(result: DocumentBase<string>, particular: readonly Fact[]): readonly Fact[] {
  const { data } = result;
  return [
    ...particular,
    {
      name: 'Data',
      value: `${data.name}: ${formatCount(data.items)} items × ${formatCount(data.systems)} systems`,
    },
    ...(data.sha256 === null
      ? []
      : [{ name: 'SHA-256', value: data.sha256, brief: data.sha256.slice(0, 12) }]),
    { name: 'Seed', value: String(result.seed) },
    { name: 'Goldpan', value: result.goldpan },
  ];
}

/** The selector and its options as facts. */
export function selectorFacts({ selector, options }: SelectorUse): readonly Fact[] {
  const text = optionText(options);
  return [{ name: 'Selector', value: selector }, ...(text === '' ? [] : [{ name: 'Options', value: text }])];
}

/** What intervals are called: `95% interval`. */
export function intervalName({ level }: WithIntervals): string {
  return level === undefined ? 'interval' : `${levelText(level)} interval`;
}

/** A level with all its digits: 99.9% is not 100%. */
export function levelText(level: number): string {
  return `${Number((100 * level).toPrecision(14))}%`;
}

/** A count with its noun: `1 item`, `2,000 items`. */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
