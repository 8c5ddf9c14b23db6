import type { IrtDocument, ItemParameters } from '@goldpan/core';
import type { Column } from '../view/table.js';
import { textCell } from '../view/table.js';
import { renderTable } from './render-table.js';
import { wrapText } from './wrap-text.js';

/** Items in each list. */
const LISTED = 5;

/** Of an item response model, for a terminal: systems by ability, with intervals; items to keep, the hardest, and those to leave out. */
export function irtLists(result: IrtDocument, width: number): string {
  const lists = itemLists(result).map((line) => wrapText(line, width));
  return `${abilityTable(result, width)}\n\n${lists.join('\n')}\n`;
}

function abilityTable({ abilities }: IrtDocument, width: number): string {
  const shown = (value: number | null = null) => (value === null ? '–' : value.toFixed(2));
  const rows = abilities.map(({ system, ability, low, high }) => [
    textCell(system),
    textCell(shown(ability)),
    textCell(`${shown(low)} to ${shown(high)}`),
  ]);
  const columns: Column[] = [
    { title: 'system' },
    { title: 'ability', align: 'right' },
    { title: '95 % interval', align: 'right' },
  ];
  return renderTable({ columns, rows }, { width });
}

function itemLists({ items }: IrtDocument): string[] {
  const best = (of: (item: ItemParameters) => number) =>
    items.toSorted((a, b) => of(b) - of(a)).slice(0, LISTED);
  const names = (some: readonly ItemParameters[], of: (item: ItemParameters) => string) =>
    some.map((item) => `${item.id} (${of(item)})`).join(', ');
  const share = ({ share = 0 }: ItemParameters) => `${(100 * share).toFixed(1)} % of the information`;
  const information = ({ parameters }: ItemParameters) => parameters.information ?? 0;
  const difficulty = ({ parameters }: ItemParameters) => parameters.difficulty ?? 0;
  return [
    `Most informative: ${names(best(information), share)}`,
    `Hardest: ${names(best(difficulty), (item) => `difficulty ${difficulty(item).toFixed(2)}`)}`,
    `Least useful: ${names(
      best((item) => -information(item)),
      share,
    )}`,
  ];
}
