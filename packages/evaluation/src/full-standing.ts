import type { Clusters, Standing } from '@goldpan/core';
import type { Sequence } from './kernels/sequence.js';
import type { Walk } from './kernels/walk.js';

/**
 * The standing of the systems on all items. Each part is computed when it is first read, and kept. The walk is only borrowed
 * for the time of a read: several full data sets may share one.
 */
export class FullStanding implements Standing {
  readonly size: number;
  readonly #walk: Walk;
  readonly #sequence: Sequence;
  #means: Float64Array | undefined;
  #order: Uint32Array | undefined;
  #clusters: Clusters | undefined;
  #flipCounts: Uint32Array | undefined;

  constructor(walk: Walk, sequence: Sequence) {
    this.size = sequence.rows.length;
    this.#walk = walk;
    this.#sequence = sequence;
  }

  get means(): Float64Array {
    return (this.#means ??= this.#atEnd().means.slice());
  }

  get order(): Uint32Array {
    return (this.#order ??= this.#atEnd().order);
  }

  get clusters(): Clusters {
    return (this.#clusters ??= this.#atEnd().clusters);
  }

  get flipCounts(): Uint32Array {
    return (this.#flipCounts ??= this.#atEnd().flipCounts.slice());
  }

  get permutations(): number {
    return this.#walk.permutations;
  }

  #atEnd(): Walk {
    this.#walk.start(this.#sequence);
    return this.#walk.at(this.size);
  }
}
