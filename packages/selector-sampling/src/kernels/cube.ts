import type { Rng } from '@goldpan/core';
import { Basis } from './basis.js';
import { independentItems } from './independent-items.js';

/** After this many exchanges the inverse is computed anew. */
const FRESH_EVERY = 128;
/** A probability this near to 0 or 1 is there. */
const SNAP = 1e-9;

/** What is drawn from what. */
export interface CubeTask {
  /** Variables of shape (N), of similar magnitude, the most important first: each the value of an item ÷ its probability, up to a factor. */
  readonly columns: readonly Float64Array[];
  /** Inclusion probabilities, shape (N), in [0, 1], with a whole sum of 1 or more. */
  readonly inclusion: Float64Array;
}

/**
 * A random sample of as many items as the probabilities add up to, each drawn with its own, in which the totals of some variables,
 * weighted by 1/probability, are close to those of all items (a balanced sample).
 *
 * The vector of probabilities walks at random, without changing its mean, in directions that change no total, until every entry
 * is 0 or 1 (flight). Where too few entries are open for such a direction, variables are let go one by one from the last
 * (landing); the size is never let go.
 *
 * @returns 1 for items of the sample, else 0
 * @remarks The cube method (Deville and Tillé, Biometrika 91, 2004), one item against a basis at a time as in Chauvet and Tillé
 * (Computational Statistics 21, 2006). O(N·P²).
 */
export function cubeSample({ columns, inclusion }: CubeTask, rng: Rng): Uint8Array {
  const size = inclusion.length;
  const probabilities = inclusion.slice();
  const isOpen = (item: number) => probabilities[item] > 0 && probabilities[item] < 1;
  let open = rng.shuffle(Uint32Array.from({ length: size }, (_, item) => item)).filter(isOpen);
  const constraints = [new Float64Array(size).fill(1), ...columns];
  for (let kept = constraints.length; kept > 0 && open.length > 1; kept--) {
    fly(probabilities, { constraints: constraints.slice(0, kept), open, rng });
    open = open.filter(isOpen);
  }
  return Uint8Array.from(probabilities, Math.round);
}

interface Flight {
  readonly constraints: readonly Float64Array[];
  /** Items whose probability is neither 0 nor 1. */
  readonly open: Uint32Array;
  readonly rng: Rng;
}

/** Lets every open item in turn stand against the basis until one of them all is decided; at most as many stay open as there are constraints. */
function fly(probabilities: Float64Array, { constraints, open, rng }: Flight): void {
  const { items, variables } = independentItems(constraints, open);
  const inBasis = new Set(items);
  const basis = new Basis(
    variables.map((variable) => constraints[variable]),
    items,
  );
  let exchanges = 0;
  for (const item of open) {
    if (inBasis.has(item)) continue;
    const weights = basis.weightsOf(item);
    const place = step(probabilities, { item, basis: basis.items, weights }, rng);
    if (place === undefined) continue;
    basis.exchange(place, item, weights);
    if (++exchanges % FRESH_EVERY === 0) basis.refactor();
  }
}

/**
 * Raises or lowers one item's probability, and those of the basis against it, until one is 0 or 1; up or down at random so that no
 * probability changes in the mean.
 *
 * @returns the place in the basis of the item that was decided; undefined where it is the one outside
 */
function step(
  probabilities: Float64Array,
  { item, basis, weights }: { item: number; basis: Uint32Array; weights: Float64Array },
  rng: Rng,
): number | undefined {
  let up = 1 - probabilities[item];
  let down = probabilities[item];
  let upAt: number | undefined;
  let downAt: number | undefined;
  for (let place = 0; place < basis.length; place++) {
    const weight = weights[place];
    if (Math.abs(weight) < SNAP) continue;
    const p = probabilities[basis[place]];
    // Raising the item by t lowers this one by weight · t.
    const most = (weight > 0 ? p : p - 1) / weight;
    const least = (weight > 0 ? 1 - p : -p) / weight;
    if (most < up) [up, upAt] = [most, place];
    if (least < down) [down, downAt] = [least, place];
  }
  const isUp = rng.next() * (up + down) < down;
  const by = isUp ? up : -down;
  for (let place = 0; place < basis.length; place++) {
    const other = basis[place];
    probabilities[other] = snapped(probabilities[other] - by * weights[place]);
  }
  const decided = isUp ? upAt : downAt;
  if (decided !== undefined) probabilities[basis[decided]] = Math.round(probabilities[basis[decided]]);
  probabilities[item] = decided === undefined ? Number(isUp) : snapped(probabilities[item] + by);
  return decided;
}

function snapped(probability: number): number {
  return probability < SNAP ? 0 : probability > 1 - SNAP ? 1 : probability;
}
