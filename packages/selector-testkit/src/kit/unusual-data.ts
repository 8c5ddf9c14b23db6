import type { Item } from '@goldpan/core';
import { mapValues } from './map-values.js';
import type { FullSetup } from '../setup.js';

/** A kind of data that is allowed but not ordinary. */
export interface UnusualData {
  /** `data with …`. */
  readonly what: string;
  /** What is fixed of the shape. */
  readonly fixed?: Partial<Pick<FullSetup, 'sizes' | 'systems'>>;
  readonly change?: (items: Item[]) => Item[];
}

export const UNUSUAL_DATA: readonly UnusualData[] = [
  { what: 'one item', fixed: { sizes: [1, 1] } },
  { what: 'one system', fixed: { systems: [1, 1] } },
  { what: 'two systems', fixed: { systems: [2, 2] } },
  { what: 'constant scores', change: withScores(() => 0.5) },
  {
    what: 'scores of all sizes',
    change: withScores((i, s) => (i - s) * 10 ** (((i * 7 + s * 3) % 61) - 30)),
  },
  { what: 'empty texts', change: withTexts('') },
  { what: 'equal texts', change: withTexts('the same') },
  { what: 'missing texts', change: (items) => items.map(withoutSomeTexts) },
  { what: 'equal items', change: (items) => items.map(({ id }) => ({ ...items[0], id })) },
];

/** Puts one text in the place of every text. */
function withTexts(text: string) {
  return (items: Item[]): Item[] =>
    items.map((item) => ({ ...item, src: text, ref: text, tgt: mapValues(item.tgt ?? {}, () => text) }));
}

function withScores(score: (item: number, system: number) => number) {
  return (items: Item[]): Item[] =>
    items.map((item, i) => ({
      ...item,
      scores: mapValues(item.scores ?? {}, (cells, _system, s) => mapValues(cells, () => score(i, s))),
    }));
}

function withoutSomeTexts(item: Item, i: number): Item {
  return {
    ...item,
    ...(i % 2 === 0 && { src: null }),
    tgt: mapValues(item.tgt ?? {}, (text, _system, s) => ((i + s) % 3 === 0 ? null : text)),
  };
}
