import type { Affinities } from './affinities.js';
import { gainAbove, raise } from './gain.js';

/**
 * Facility location: how well chosen candidates stand for all targets, Σ over targets of the affinity to the nearest chosen
 * one. Monotone and submodular: what a candidate adds never grows as more are chosen.
 */
export class Coverage {
  readonly affinities: Affinities;
  /** Per target the affinity to the nearest chosen candidate; 0 for none. */
  readonly best: Float64Array;

  constructor(affinities: Affinities, chosen: ArrayLike<number> = []) {
    this.affinities = affinities;
    this.best = new Float64Array(affinities.targets);
    for (let i = 0; i < chosen.length; i++) this.add(chosen[i]);
  }

  /** What each candidate would add. O(candidates · targets). */
  gains(): Float64Array {
    return Float64Array.from({ length: this.affinities.candidates }, (_, candidate) => this.gain(candidate));
  }

  /** The sum over targets. */
  get value(): number {
    return this.best.reduce((sum, affinity) => sum + affinity, 0);
  }

  /** What a candidate would add. O(targets). */
  gain(candidate: number): number {
    const { targets, values } = this.affinities;
    return gainAbove(this.best, values, candidate * targets);
  }

  /** O(targets). */
  add(candidate: number): void {
    const { targets, values } = this.affinities;
    raise(this.best, values, candidate * targets);
  }
}
