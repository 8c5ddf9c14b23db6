import { invalidRanking } from './errors.js';
import { sequenceOf, type FullData } from './full-data.js';
import type { Sequence } from './kernels/sequence.js';

/** Checks a ranking and finds the rows of its items, without the dropped ones. O(N). @throws INVALID_RANKING */
export function rankedSequence(full: FullData, ranking: ArrayLike<number>): Sequence {
  const seen = new Uint8Array(full.positions);
  for (let place = 0; place < ranking.length; place++) {
    const position = ranking[place];
    if (!(position in seen)) throw invalidRanking('is not one', place, position);
    if (seen[position] === 1) throw invalidRanking('comes twice', place, position);
    seen[position] = 1;
  }
  return sequenceOf(full.rows, Uint32Array.from(ranking));
}
