import { condensedIndex, condensedSquaredDistances } from './condensed-distances.js';
import type { Rows } from './dot-products.js';

/** The N − 1 merges of a hierarchical clustering of N rows, lowest first. */
export interface Linkage {
  /** Two members, one of each of the clusters that merge. */
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** Ascending. */
  readonly heights: Float64Array;
}

/**
 * Ward's clustering with Euclidean distances: each merge adds the least to the sum of squares within clusters. Heights as
 * SciPy's `ward`: the square root of twice that increase.
 *
 * @remarks Nearest-neighbour chain (Murtagh 1983) with the update of Lance and Williams: O(N² · dimensions) for the
 * distances, O(N²) for the chain, 4 N² bytes. Among equally near clusters the one before it in the chain is taken, then the
 * lowest index.
 */
export function wardLinkage(rows: Rows): Linkage {
  const size = rows.values.length / rows.dimensions;
  const distances = condensedSquaredDistances(rows);
  const members = new Float64Array(size).fill(1);
  const merges: { left: number; right: number; height: number }[] = [];
  const chain: number[] = [];
  for (let merge = 0; merge + 1 < size; merge++) {
    if (chain.length === 0) chain.push(members.findIndex((count) => count > 0));
    const [left, right] = growChain(chain, members, distances);
    const height = Math.sqrt(distances[condensedIndex(size, left, right)]);
    mergeInto(left, right, members, distances);
    merges.push({ left, right, height });
  }
  // The chain finds merges out of order. The sort is stable, so that a merge never precedes one that it needs.
  merges.sort((a, b) => a.height - b.height);
  return {
    left: Uint32Array.from(merges, ({ left }) => left),
    right: Uint32Array.from(merges, ({ right }) => right),
    heights: Float64Array.from(merges, ({ height }) => height),
  };
}

/** Follows nearest neighbours until two clusters are each other's nearest; takes both off the chain. */
function growChain(
  chain: number[],
  members: Float64Array,
  distances: Float64Array,
): readonly [left: number, right: number] {
  for (;;) {
    const tip = chain[chain.length - 1];
    const before = chain.length > 1 ? chain[chain.length - 2] : -1;
    const next = nearest(tip, before, members, distances);
    if (next === before) {
      chain.length -= 2;
      return tip < next ? [tip, next] : [next, tip];
    }
    chain.push(next);
  }
}

function nearest(tip: number, before: number, members: Float64Array, distances: Float64Array): number {
  const size = members.length;
  let best = before;
  let least = before < 0 ? Infinity : distanceOf(size, tip, before, distances);
  for (let j = 0; j < size; j++) {
    if (members[j] === 0 || j === tip) continue;
    const distance = distanceOf(size, tip, j, distances);
    if (distance < least) {
      least = distance;
      best = j;
    }
  }
  return best;
}

/** Joins cluster `right` to cluster `left`: `left` stands for both from now on. */
function mergeInto(left: number, right: number, members: Float64Array, distances: Float64Array): void {
  const size = members.length;
  const [a, b] = [members[left], members[right]];
  const between = distances[condensedIndex(size, left, right)];
  members[right] = 0;
  members[left] = a + b;
  for (let other = 0; other < size; other++) {
    const c = members[other];
    if (c === 0 || other === left) continue;
    const toLeft = distanceOf(size, left, other, distances);
    const toRight = distanceOf(size, right, other, distances);
    const joined = ((a + c) * toLeft + (b + c) * toRight - c * between) / (a + b + c);
    const at = left < other ? condensedIndex(size, left, other) : condensedIndex(size, other, left);
    distances[at] = Math.max(0, joined);
  }
}

function distanceOf(size: number, i: number, j: number, distances: Float64Array): number {
  return i < j ? distances[condensedIndex(size, i, j)] : distances[condensedIndex(size, j, i)];
}

/**
 * The partition after all merges but the last `clusters − 1`.
 *
 * @param clusters - from 1 to N
 * @returns per row the number of its cluster; clusters are numbered in the order of their first rows
 */
export function cutLinkage({ left, right }: Linkage, clusters: number): Uint32Array {
  const size = left.length + 1;
  const parent = Uint32Array.from({ length: size }, (_, row) => row);
  const root = (row: number): number => {
    while (parent[row] !== row) row = parent[row] = parent[parent[row]];
    return row;
  };
  for (let merge = 0; merge < size - clusters; merge++) {
    const [a, b] = [root(left[merge]), root(right[merge])];
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  const numbers = new Map<number, number>();
  return parent.map((_, row) => {
    const own = root(row);
    if (!numbers.has(own)) numbers.set(own, numbers.size);
    return numbers.get(own)!;
  });
}
