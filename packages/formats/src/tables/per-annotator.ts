import type { CellColumn } from './cell-column.js';

/** An annotator or run, with its column. */
export type Giver = readonly [name: string, column: CellColumn];

/** The scores of a system and metric, by annotator or run. */
export type PerAnnotator = Map<string, CellColumn>;
