import type { ScoreMatrix } from '@goldpan/core';
import { signedRankPValue, wilcoxonSignedRank } from '@goldpan/stats';
import type { Comparisons } from '../clusters.js';
import { ABSENT, differenceRanks, type DifferenceRanks } from './difference-ranks.js';
import type { Sequence } from './sequence.js';
import { SignedRankTree } from './signed-rank-tree.js';

/** Up to this many differences the p-value may need the single ranks: it is then computed from the differences themselves. */
const DIRECT_LIMIT = 13;

/** One pair of systems: its differences, and the signed ranks of those taken so far. */
interface Pair extends DifferenceRanks {
  readonly tree: SignedRankTree;
  taken: number;
  /** The run that `taken` counts in. */
  run: number;
}

/**
 * Wilcoxon signed-rank tests between systems on the first n items of a sequence, n growing. A pair is prepared when it is
 * first tested, and takes in the items since its last test when it is tested again. Items without both scores are left out.
 */
export class PairTests {
  readonly #matrix: ScoreMatrix;
  readonly #pairs: (Pair | undefined)[] = [];
  #sequence: Sequence = { positions: new Uint32Array(0), rows: new Uint32Array(0) };
  /** Number of sequences started so far. */
  #run = 0;

  constructor(matrix: ScoreMatrix) {
    this.#matrix = matrix;
  }

  start(sequence: Sequence): void {
    this.#sequence = sequence;
    this.#run++;
  }

  /** The comparisons on the first `size` items. Pairs without a common item, or without a difference, have p = 1. */
  on(size: number): Comparisons {
    return {
      pValue: (lower, upper) => this.#pValue(lower, upper, size),
      identical: (a, b) => this.#upToDate(a, b, size).tree.nonZero === 0,
    };
  }

  #pValue(lower: number, upper: number, size: number): number {
    const { tree } = this.#upToDate(lower, upper, size);
    if (tree.nonZero === 0) return 1;
    if (tree.size <= DIRECT_LIMIT) return wilcoxonSignedRank(this.#differences(lower, upper, size)).pValue;
    const { size: count, nonZero, tieCorrection } = tree;
    const allRanks = (nonZero * (nonZero + 1)) / 2;
    const positiveRankSum = lower < upper ? tree.positiveRankSum : allRanks - tree.positiveRankSum;
    return signedRankPValue({ size: count, nonZero, positiveRankSum, tieCorrection, ranks: [] });
  }

  #upToDate(one: number, other: number, size: number): Pair {
    const a = Math.min(one, other);
    const b = Math.max(one, other);
    const pair = (this.#pairs[a * this.#matrix.systems + b] ??= this.#prepare(a, b));
    if (pair.run !== this.#run) {
      pair.tree.clear();
      pair.taken = 0;
      pair.run = this.#run;
    }
    for (; pair.taken < size; pair.taken++) {
      const place = pair.places[this.#sequence.rows[pair.taken]];
      if (place !== ABSENT) pair.tree.add(place);
    }
    return pair;
  }

  #prepare(a: number, b: number): Pair {
    const ranks = differenceRanks(this.#matrix, a, b);
    return { ...ranks, tree: new SignedRankTree(ranks.sizes), taken: 0, run: 0 };
  }

  #differences(lower: number, upper: number, size: number): number[] {
    const { systems, values } = this.#matrix;
    const rows = [...this.#sequence.rows.subarray(0, size)];
    return rows
      .map((row) => values[row * systems + lower] - values[row * systems + upper])
      .filter((difference) => !Number.isNaN(difference));
  }
}
