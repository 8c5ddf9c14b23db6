import type { SelectedItem } from '@goldpan/core';
import { numberFormat } from './element.js';

/** One item of the embedded data: as in the document, but for its outputs, which are in the order of `ItemData.systems`. */
export interface Item extends Omit<SelectedItem, 'outputs'> {
  readonly texts?: readonly (string | null)[];
  readonly scores?: readonly (number | null)[];
}

/** What the page embeds for one list of items. */
export interface ItemData {
  readonly title: string;
  /** What the scores are. */
  readonly metric?: string;
  /** Unit of the costs; absent where every item costs one. */
  readonly unit?: string;
  /** What utilities are called; absent = `utility`. */
  readonly utilityTitle?: string;
  /** Texts of more characters than this are cut. */
  readonly cut?: number;
  readonly systems: readonly string[];
  readonly items: readonly Item[];
}

/** How the scores of all outputs are shown. */
export interface ScoreScale {
  readonly low: number;
  readonly high: number;
  readonly format: (score: number | null) => string;
}

/** The scale from the lowest to the highest score of all outputs. */
export function scoreScale({ items }: ItemData): ScoreScale {
  const scores = items.flatMap((item) => item.scores ?? []);
  let [low, high] = [Infinity, -Infinity];
  for (const score of scores) {
    if (score === null) continue;
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  return { low, high, format: numberFormat(scores, 3) };
}

/** What a search looks through, in lower case; made once. */
export function searchTexts(items: readonly Item[]): readonly string[] {
  return items.map(({ id, source, document, domain, texts = [] }) =>
    [id, source, document, domain, ...texts].join('\n').toLowerCase(),
  );
}
