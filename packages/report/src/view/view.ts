import type { DataInfo, Warning } from '@goldpan/core';
import type { Chart } from './chart.js';
import type { ItemList } from './item-list.js';
import type { Points } from './points.js';
import type { Table } from './table.js';
import type { Tone } from './tone.js';

/** A number to show large. */
export interface KeyNumber {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly tone?: Tone;
}

/** One line of how a result was made. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** The value where there is little room. */
  readonly brief?: string;
}

/** A part of a section: told apart by `kind`. */
export type Block = Chart | Table | ItemList | Points;

/**
 * One result as a reader meets it, before it becomes text, Markdown or HTML: the answer first, then charts and tables,
 * then how it was made. Every string in it may hold data and is escaped where it is written.
 */
export interface View {
  readonly command: string;
  /** The question it answers. */
  readonly title: string;
  readonly answer: string;
  readonly tone: Tone;
  readonly numbers: readonly KeyNumber[];
  readonly blocks: readonly Block[];
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  readonly data: DataInfo;
  readonly version: string;
  readonly seed: number;
  readonly reproduce?: string;
}
