import type { SelectedItem } from '@goldpan/core';

/** The chosen items, to be read one by one. */
export interface ItemList {
  readonly kind: 'items';
  readonly name: string;
  readonly title: string;
  /** What the scores of outputs are. */
  readonly metric?: string;
  readonly unit: string;
  readonly items: readonly SelectedItem[];
}
