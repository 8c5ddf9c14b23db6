import type { Json } from '../selection.js';
import type { Warning } from '../warning.js';
import type { DescribedMeasure } from './described-measure.js';

/** The data a command worked on. */
export interface DataInfo {
  /** What to call it: usually the file name. */
  readonly name: string;
  /** Number of items, N. */
  readonly items: number;
  /** Number of systems, S. */
  readonly systems: number;
  /** SHA-256 of the input, hexadecimal; null where the data was given in memory. */
  readonly sha256: string | null;
}

/**
 * What every result begins with. Results are plain JSON: a value that is not defined (Kendall of constant means, the size of a goal
 * that is never reached) is `null`, never NaN.
 */
export interface DocumentBase<Command extends string> {
  /** Version of Goldpan that made it. */
  readonly goldpan: string;
  readonly command: Command;
  readonly seed: number;
  readonly data: DataInfo;
  /** The estimator by which subsets were read; absent = by their plain means. */
  readonly estimate?: string;
  /** The measures that are named in it: titles, directions and kinds. */
  readonly measures?: readonly DescribedMeasure[];
  readonly warnings?: readonly Warning[];
  /** The command line that makes this result again. */
  readonly reproduce?: string;
}

/** A result with intervals. */
export interface WithIntervals {
  /** Share that the intervals cover, such as 0.95. */
  readonly level?: number;
}

/** A selector and how it was configured, as results name it. */
export interface SelectorUse {
  readonly selector: string;
  readonly options: Json;
}
