import type { Clusters, Standing, SubsetEstimate, SubsetReader, SubsetReading } from '@goldpan/core';
import { clusterSystems, type ClusterOptions } from './clusters.js';
import type { Sequence } from './kernels/sequence.js';
import type { Walk } from './kernels/walk.js';
import { systemOrder } from './system-order.js';

/** The standing along a sequence of items: `start` begins one, `at` moves on to a size; sizes must not fall. */
export interface StandingWalk {
  start(sequence: Sequence): void;
  at(size: number): Standing;
}

/** Below this nothing can be estimated. */
const LEAST_ITEMS = 2;

/** What a walk by estimates needs. */
export interface ReadWalkInput {
  readonly reading: SubsetReading;
  /** All items of the full data. */
  readonly everything: Sequence;
  /** The walk of plain means. */
  readonly plain: Walk;
  readonly clusters: Required<ClusterOptions>;
  /** Whether cells are missing, so that a system may be without any. */
  readonly partial: boolean;
}

/** A walk by estimates. One item says nothing of others, and all items need no estimate: there the standing is the plain one. */
export class ReadWalk implements StandingWalk {
  readonly #input: ReadWalkInput;
  #reader: SubsetReader | undefined;
  #places: Int32Array | undefined;

  constructor(input: ReadWalkInput) {
    this.#input = input;
  }

  start(sequence: Sequence): void {
    const { reading, everything, plain } = this.#input;
    this.#reader ??= reading(everything.rows);
    this.#places ??= placesOf(everything);
    this.#reader.start(sequence.positions.map((position) => this.#places![position]));
    plain.start(sequence);
  }

  at(size: number): Standing {
    const { everything, plain, clusters, partial } = this.#input;
    if (size < LEAST_ITEMS || size === everything.rows.length) return plain.at(size);
    // Refuses a system without any score.
    if (partial) void plain.at(size).means;
    return new EstimatedStanding(this.#reader!.at(size), {
      size,
      permutations: plain.permutations,
      clusters,
    });
  }
}

/** Where each position stands among the items that were not dropped. */
function placesOf({ positions }: Sequence): Int32Array {
  const places = new Int32Array(1 + (positions.at(-1) ?? -1)).fill(-1);
  positions.forEach((position, place) => (places[position] = place));
  return places;
}

/** The standing that an estimate gives: p-values count as so many permutations, rounded. */
class EstimatedStanding implements Standing {
  readonly size: number;
  readonly permutations: number;
  readonly #estimate: SubsetEstimate;
  readonly #options: Required<ClusterOptions>;

  constructor(
    estimate: SubsetEstimate,
    of: { size: number; permutations: number; clusters: Required<ClusterOptions> },
  ) {
    this.#estimate = estimate;
    this.size = of.size;
    this.permutations = of.permutations;
    this.#options = of.clusters;
  }

  get means(): Float64Array {
    return this.#estimate.means;
  }

  get order(): Uint32Array {
    return systemOrder(this.means);
  }

  get clusters(): Clusters {
    return clusterSystems(this, this.#estimate, this.#options);
  }

  get flipCounts(): Uint32Array {
    return Uint32Array.from(this.#estimate.fullTest(), (p) => Math.round(p * this.permutations));
  }
}
