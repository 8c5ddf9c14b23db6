import type { SelectedItem } from '@goldpan/core';

/** The chosen items, to be read one by one. */
export interface ItemList {
  readonly kind: 'items';
  readonly name: string;
  readonly title: string;
  readonly note?: string;
  /** Left out where there is one screen. */
  readonly onPagesOnly?: boolean;
  /** What `utility` of the items is called; default `utility`. */
  readonly utilityTitle?: string;
  /** What the scores of outputs are. */
  readonly metric?: string;
  readonly unit: string;
  readonly items: readonly SelectedItem[];
}
