import type { VectorTable } from '@goldpan/core';

/** Writes how much an item is like each of the places: 1 = the same, 0 or below = nothing in common. */
export type Similarity = (item: number, similarities: Float64Array) => void;

/** The cosine between embeddings; a vector of zeros is like nothing. O(places · dimensions) per call. */
export function embeddingSimilarity(
  { dimensions, values }: VectorTable,
  places: ArrayLike<number>,
): Similarity {
  const vector = (item: number) => values.subarray(item * dimensions, (item + 1) * dimensions);
  const length = (item: number) => Math.hypot(...vector(item));
  const lengths = Float64Array.from(places, length);
  return (item, similarities) => {
    const own = vector(item);
    const ownLength = length(item);
    for (let place = 0; place < places.length; place++) {
      const from = places[place] * dimensions;
      let product = 0;
      for (let d = 0; d < dimensions; d++) product += own[d] * values[from + d];
      const scale = ownLength * lengths[place];
      similarities[place] = scale > 0 ? product / scale : 0;
    }
  };
}
