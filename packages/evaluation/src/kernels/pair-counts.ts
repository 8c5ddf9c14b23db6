import { PAIR_COUNTS } from './pair-counts-module.js';

/** Rows are a multiple of this many columns, so that four of them are compared at a time. */
const LANES = 4;

/** Sums of systems, and what counts as a tie. */
export interface SystemSums {
  readonly systems: number;
  /** Shape (systems, columns), row-major; the columns are a multiple of four. */
  readonly sums: Float64Array;
  /** Sums that differ by no more than this tie. */
  readonly tolerance: number;
}

/** Writes, per pair a < b (row by row of the upper triangle), in how many columns a's sum exceeds b's by no more than the tolerance. */
export type CountPairs = (of: SystemSums, counts: Uint32Array) => void;

/** As many columns as asked for, or up to three more. */
export function paddedColumns(columns: number): number {
  return Math.ceil(columns / LANES) * LANES;
}

/** The obvious way, for where there is no WebAssembly (old browsers, pages that forbid it) or not enough of its memory. */
export function countPairsPlainly({ systems, sums, tolerance }: SystemSums, counts: Uint32Array): void {
  const columns = sums.length / systems;
  let pair = 0;
  for (let a = 0; a < systems; a++) {
    for (let b = a + 1; b < systems; b++) {
      let count = 0;
      for (let column = 0; column < columns; column++) {
        count += Number(sums[a * columns + column] - tolerance <= sums[b * columns + column]);
      }
      counts[pair++] = count;
    }
  }
}

const PAGE = 2 ** 16;

interface CountingModule {
  readonly memory: WebAssembly.Memory;
  count(systems: number, rowBytes: number, tolerance: number): void;
}

/** About ten times as fast as the obvious way: comparisons without branches, four at a time. The sums are copied to where it reads. */
function countPairsBy(module: CountingModule): CountPairs {
  return (of, counts) => {
    const { systems, sums, tolerance } = of;
    const missing = sums.byteLength + counts.byteLength - module.memory.buffer.byteLength;
    if (missing > 0 && !grown(module.memory, Math.ceil(missing / PAGE))) return countPairsPlainly(of, counts);
    new Float64Array(module.memory.buffer, 0, sums.length).set(sums);
    module.count(systems, sums.byteLength / systems, tolerance);
    counts.set(new Uint32Array(module.memory.buffer, sums.byteLength, counts.length));
  };
}

function grown(memory: WebAssembly.Memory, pages: number): boolean {
  try {
    memory.grow(pages);
    return true;
  } catch {
    return false;
  }
}

function fastest(): CountPairs {
  try {
    const bytes = Uint8Array.from(atob(PAIR_COUNTS), (character) => character.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    return countPairsBy(exports as unknown as CountingModule);
  } catch {
    return countPairsPlainly;
  }
}

let chosen: CountPairs | undefined;

/** Counts by WebAssembly where it can be had; to the digit the same as `countPairsPlainly`. O(systems² · columns). */
export const countPairs: CountPairs = (of, counts) => (chosen ??= fastest())(of, counts);
