import type { Clusters, ScoreMatrix, Standing } from '@goldpan/core';
import { clusterSystems, type ClusterOptions } from '../clusters.js';
import { systemOrder } from '../system-order.js';
import { PairTests } from './pair-tests.js';
import { PairwiseSignFlips } from './pairwise-sign-flips.js';
import { PrefixFlips } from './prefix-flips.js';
import { PrefixMeans } from './prefix-means.js';
import type { Sequence } from './sequence.js';
import type { SignBits } from './sign-bits.js';
import { SignFlipSums } from './sign-flip-sums.js';
import { wholeScores } from './whole-scores.js';

/** What a walk reads. */
export interface WalkInput {
  readonly matrix: ScoreMatrix;
  readonly signs: SignBits;
  readonly clusters: Required<ClusterOptions>;
  /** Whether cells of the matrix are missing. */
  readonly partial: boolean;
}

/**
 * The standing of the systems along a sequence of items. `start` begins a sequence, `at` moves on to a size; sizes must not
 * fall. Every part of the standing catches up when it is read, so what is not read costs nothing. Buffers are kept between
 * sequences and arrays reused between sizes.
 */
export class Walk implements Standing {
  readonly #input: WalkInput;
  readonly #prefixMeans: PrefixMeans;
  readonly #tests: PairTests;
  #prefixFlips: PrefixFlips | undefined;
  #sequence: Sequence = { positions: new Uint32Array(0), rows: new Uint32Array(0) };
  #flipsStarted = false;
  size = 0;
  #means: Float64Array | undefined;
  #order: Uint32Array | undefined;
  #clusters: Clusters | undefined;
  #flipCounts: Uint32Array | undefined;

  constructor(input: WalkInput) {
    this.#input = input;
    this.#prefixMeans = new PrefixMeans(input.matrix);
    this.#tests = new PairTests(input.matrix);
  }

  start(sequence: Sequence): void {
    this.#sequence = sequence;
    this.#prefixMeans.start(sequence);
    this.#tests.start(sequence);
    this.#flipsStarted = false;
    this.at(0);
  }

  at(size: number): this {
    this.size = size;
    this.#means = this.#order = this.#clusters = this.#flipCounts = undefined;
    return this;
  }

  get means(): Float64Array {
    return (this.#means ??= this.#prefixMeans.at(this.size));
  }

  get order(): Uint32Array {
    return (this.#order ??= systemOrder(this.means));
  }

  get clusters(): Clusters {
    return (this.#clusters ??= clusterSystems(this, this.#tests.on(this.size), this.#input.clusters));
  }

  get flipCounts(): Uint32Array {
    return (this.#flipCounts ??= this.#startedFlips().at(this.size));
  }

  get permutations(): number {
    return this.#input.signs.permutations;
  }

  /** The sums are large, so they are made, and cleared for a sequence, only when they are read. */
  #startedFlips(): PrefixFlips {
    this.#prefixFlips ??= this.#makeFlips();
    if (!this.#flipsStarted) this.#prefixFlips.start(this.#sequence);
    this.#flipsStarted = true;
    return this.#prefixFlips;
  }

  #makeFlips(): PrefixFlips {
    const { matrix, signs, partial } = this.#input;
    const scores = wholeScores(matrix);
    return new PrefixFlips(partial ? new PairwiseSignFlips(scores, signs) : new SignFlipSums(scores, signs));
  }
}
