import type { Affinities } from './affinities.js';
import { Coverage } from './coverage.js';
import { preferenceOrder } from './preference.js';
import { roundingFor } from './rounding.js';

export interface SwapOptions {
  /** Whether the choice stays allowed when one candidate leaves and another comes. Default: always. */
  readonly allows?: (leaving: number, coming: number) => boolean;
  /** Told of every swap. */
  readonly onSwap?: (leaving: number, coming: number) => void;
  /** Candidates that may neither come nor leave, and count as chosen throughout. */
  readonly fixed?: ArrayLike<number>;
}

/** Passes over all candidates before the search gives up; it seldom needs more than a few. */
const PASSES = 50;

/**
 * Improves a choice by swaps: a candidate comes in for the chosen one whose place it takes with the greatest rise of the
 * coverage, until no swap raises it. This is the swap phase of k-medoids as FasterPAM does it (Schubert and Rousseeuw
 * 2021): one look at a candidate weighs it against all chosen ones at once. Candidates come in `preferenceOrder` and rises
 * are rounded (see `roundingFor`), so that the order of the data does not matter and rounding cannot keep the search going.
 *
 * @param chosen - distinct candidates, at least one
 * @returns the choice after the swaps; a candidate that came in stands where the one that left stood
 * @remarks O(passes · candidates · (targets + chosen)).
 */
export function swapSearch(
  affinities: Affinities,
  chosen: ArrayLike<number>,
  options: SwapOptions = {},
): Uint32Array {
  const { allows = () => true, onSwap, fixed = [] } = options;
  const search = new Search(affinities, chosen, fixed);
  const isChosen = new Uint8Array(affinities.candidates);
  for (const candidate of search.members) isChosen[candidate] = 1;
  const order = preferenceOrder(affinities, new Coverage(affinities).gains());
  for (let pass = 0; pass < PASSES; pass++) {
    let swaps = 0;
    for (const coming of order) {
      if (isChosen[coming]) continue;
      const place = search.bestPlace(coming, (leaving) => allows(leaving, coming));
      if (place < 0) continue;
      const leaving = search.members[place];
      isChosen[leaving] = 0;
      isChosen[coming] = 1;
      search.replace(place, coming);
      onSwap?.(leaving, coming);
      swaps++;
    }
    if (swaps === 0) break;
  }
  return search.members.slice(0, chosen.length);
}

/** The choice, and per target the places of its nearest and second nearest members. */
class Search {
  /** Chosen candidates by place; the fixed ones come last. */
  readonly members: Uint32Array;
  readonly #affinities: Affinities;
  readonly #movable: number;
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  readonly #best: Float64Array;
  readonly #next: Float64Array;
  readonly #change: Float64Array;
  #value = 0;

  constructor(affinities: Affinities, chosen: ArrayLike<number>, fixed: ArrayLike<number>) {
    const { targets } = affinities;
    this.#affinities = affinities;
    this.#movable = chosen.length;
    this.members = Uint32Array.from([...Array.from(chosen), ...Array.from(fixed)]);
    this.#first = new Int32Array(targets).fill(-1);
    this.#second = new Int32Array(targets).fill(-1);
    this.#best = new Float64Array(targets);
    this.#next = new Float64Array(targets);
    this.#change = new Float64Array(this.members.length);
    for (let target = 0; target < targets; target++) this.#look(target);
    this.#value = this.#best.reduce((sum, affinity) => sum + affinity, 0);
  }

  /** The place that a candidate would take with the greatest rise, or −1 when there is no rise. */
  bestPlace(coming: number, allows: (leaving: number) => boolean): number {
    const change = this.#change.fill(0);
    const shared = this.#weigh(coming, change);
    const rounded = roundingFor(this.#value);
    let best = -1;
    let greatest = 0;
    for (let place = 0; place < this.#movable; place++) {
      const rise = rounded(shared + change[place]);
      if (rise <= greatest || !allows(this.members[place])) continue;
      greatest = rise;
      best = place;
    }
    return best;
  }

  /**
   * What a candidate adds while nobody leaves. Into `change` goes, per place, what leaving it costs with the candidate
   * there.
   */
  #weigh(coming: number, change: Float64Array): number {
    const { targets, values } = this.#affinities;
    const row = coming * targets;
    let shared = 0;
    for (let target = 0; target < targets; target++) {
      const affinity = values[row + target];
      const best = this.#best[target];
      const first = this.#first[target];
      if (affinity > best) shared += affinity - best;
      else if (first >= 0) change[first] += Math.max(affinity, this.#next[target]) - best;
    }
    return shared;
  }

  replace(place: number, coming: number): void {
    const { targets, values } = this.#affinities;
    this.members[place] = coming;
    for (let target = 0; target < targets; target++) {
      const affinity = values[coming * targets + target];
      if (this.#first[target] === place || this.#second[target] === place) this.#look(target);
      else this.#offer(target, place, affinity);
    }
    this.#value = this.#best.reduce((sum, affinity) => sum + affinity, 0);
  }

  /** Finds the two nearest members of a target anew. */
  #look(target: number): void {
    const { targets, values } = this.#affinities;
    this.#first[target] = this.#second[target] = -1;
    this.#best[target] = this.#next[target] = 0;
    for (let place = 0; place < this.members.length; place++) {
      this.#offer(target, place, values[this.members[place] * targets + target]);
    }
  }

  #offer(target: number, place: number, affinity: number): void {
    if (this.#first[target] < 0 || affinity > this.#best[target]) {
      this.#second[target] = this.#first[target];
      this.#next[target] = this.#best[target];
      this.#first[target] = place;
      this.#best[target] = affinity;
    } else if (this.#second[target] < 0 || affinity > this.#next[target]) {
      this.#second[target] = place;
      this.#next[target] = affinity;
    }
  }
}
