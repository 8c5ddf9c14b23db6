/** What a resampling draws with: a stream of random numbers, such as core's `stream(seed, label, replicate)`. */
export interface Drawing {
  /** A uniform whole number in [0, bound). */
  integer(bound: number): number;
  /** Shuffles in place. */
  shuffle<T extends { [index: number]: number; readonly length: number }>(array: T): T;
}

/**
 * How units are drawn: as many as there are, with repetition (`bootstrap`), or half of them, rounded up, without (`subsample`), in their
 * order.
 */
export type ResamplingMethod = 'bootstrap' | 'subsample';

/**
 * A function that draws members by whole units, such as items by documents: members of a unit stay together.
 *
 * @param units - the members of each unit; see `membersByUnit`
 * @returns for a stream, the members that are drawn: a pure function of the stream
 * @remarks O(members) per draw.
 * @example
 * ```ts
 * import { resampler } from '@goldpan/stats';
 *
 * const draw = resampler([[0, 1], [2]], 'bootstrap');
 * const always = { integer: () => 1, shuffle: <T>(array: T) => array };
 * draw(always); // → [2, 2]
 * ```
 */
export function resampler(
  units: readonly (readonly number[])[],
  method: ResamplingMethod,
): (rng: Drawing) => Uint32Array {
  return (rng) => {
    if (method === 'bootstrap') {
      return joined(Array.from({ length: units.length }, () => units[rng.integer(units.length)]));
    }
    const order = rng.shuffle(Uint32Array.from({ length: units.length }, (_, u) => u));
    return joined(Array.from(order.subarray(0, Math.ceil(units.length / 2)).sort(), (u) => units[u]));
  };
}

/**
 * The members of each unit, units in the order of their first member.
 *
 * @param unitOf - the unit of each member, as any number
 * @remarks O(members).
 * @example
 * ```ts
 * import { membersByUnit } from '@goldpan/stats';
 *
 * membersByUnit([7, 3, 7]); // → [[0, 2], [1]]
 * ```
 */
export function membersByUnit(unitOf: ArrayLike<number>): number[][] {
  const members = new Map<number, number[]>();
  for (let member = 0; member < unitOf.length; member++) {
    const own = members.get(unitOf[member]);
    if (own) own.push(member);
    else members.set(unitOf[member], [member]);
  }
  return [...members.values()];
}

/**
 * How often each of `count` units is drawn in a bootstrap: the draws of `resampler`, as weights.
 *
 * @returns shape (count); adds up to `count`
 * @remarks O(count).
 * @example
 * ```ts
 * import { bootstrapWeights } from '@goldpan/stats';
 *
 * bootstrapWeights(3, { integer: (bound) => bound - 1 }); // → [0, 0, 3]
 * ```
 */
export function bootstrapWeights(count: number, rng: Pick<Drawing, 'integer'>): Uint32Array {
  const times = new Uint32Array(count);
  for (let i = 0; i < count; i++) times[rng.integer(count)]++;
  return times;
}

function joined(units: readonly (readonly number[])[]): Uint32Array {
  return Uint32Array.from(units.flat());
}
