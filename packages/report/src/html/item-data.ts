import type { SelectedItem } from '@goldpan/core';
import { visibleText } from '../format/plain-text.js';
import type { ItemList } from '../view/item-list.js';
import { shortened, textLimit, type TextLimit } from './fit-texts.js';

/** Digits of a score that a page carries. */
const DIGITS = 6;

/** The identifier of the embedded data of a list. */
export function itemDataId(section: string, { name }: ItemList): string {
  return `${section}-${name}`;
}

/** What a page embeds for one list of items: outputs by place instead of by name. */
export function itemData(list: ItemList, limit: TextLimit): object {
  const { title, metric, unit, utilityTitle, items } = list;
  const systems = [...new Set(items.flatMap(({ outputs = [] }) => outputs.map(({ system }) => system)))];
  return {
    title: visibleText(title),
    ...(metric !== undefined && { metric: visibleText(metric) }),
    ...(unit !== 'items' && { unit }),
    ...(utilityTitle !== undefined && { utilityTitle }),
    ...(limit.cut > 0 && { cut: limit.characters }),
    systems: systems.map(visibleText),
    items: items.map((item) => itemEntry(item, systems, limit)),
  };
}

/** How long the texts of some lists may be, if all of them are to take at most `bytes`. */
export function itemTextLimit(lists: readonly ItemList[], bytes: number): TextLimit {
  const items = lists.flatMap((list) => list.items);
  const texts = items.flatMap(({ source, outputs = [] }) => [source, ...outputs.map(({ text }) => text)]);
  return textLimit(
    texts.filter((text) => text !== undefined),
    bytes,
  );
}

function itemEntry(item: SelectedItem, systems: readonly string[], limit: TextLimit): object {
  const { outputs, source, utility, cost, ...rest } = item;
  const entry = {
    ...rest,
    id: visibleText(item.id),
    utility: rounded(utility),
    cost: rounded(cost),
    ...(source !== undefined && { source: shortened(source, limit) }),
  };
  if (outputs === undefined || outputs.length === 0) return entry;
  const bySystem = new Map(outputs.map((output) => [output.system, output]));
  const inOrder = systems.map((system) => bySystem.get(system));
  return {
    ...entry,
    scores: inOrder.map((output) => rounded(output?.score ?? null)),
    ...(outputs.some(({ text }) => text !== undefined) && {
      texts: inOrder.map((output) => (output?.text === undefined ? null : shortened(output.text, limit))),
    }),
  };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(DIGITS));
}
