import { characterNgrams, type TextNgrams } from '@goldpan/stats';
import { normaliseRows } from '../kernels/normalise-rows.js';
import { projectOnPrincipal } from '../kernels/project-on-principal.js';
import { densify, type SparseRows } from '../kernels/sparse-rows.js';
import type { Embedder } from './embedder.js';

export interface HashedOptions {
  /** Places that n-grams are hashed to; default 8192. */
  readonly dimensions?: number;
  /**
   * `tf-idf` (default): n-grams that few of the texts have weigh more, so a vector depends on all the texts.
   * `tf`: a vector depends on its text alone, unless it is reduced.
   */
  readonly weighting?: 'tf-idf' | 'tf';
  /**
   * Keep so many principal directions of the vectors, which then depend on all the texts; at most as many as there are texts.
   * Default 0: none, the vectors are as long as there are places.
   */
  readonly reduce?: number;
}

/** Document frequencies are counted in this many buckets. */
const BUCKETS = 2 ** 18;

/**
 * Embeddings without a model: character n-grams of 3 to 5 code points of the lower-cased text, weighted by
 * (1 + ln tf) · (ln((1 + N) / (1 + df)) + 1) and added up in `dimensions` places with a sign, both taken from a hash
 * of the n-gram. Vectors have length 1, so their dot product is a cosine; a text without characters gets zeros.
 *
 * Texts that share spelling come out alike; it knows nothing of meaning.
 *
 * @remarks O(characters + texts · dimensions); with a reduction O(characters · reduce + dimensions · reduce²).
 */
export function hashedEmbedder(options: HashedOptions = {}): Embedder {
  const { dimensions = 8192, weighting = 'tf-idf', reduce = 0 } = options;
  return {
    name: `hashed-${weighting}-${dimensions}${reduce === 0 ? '' : `-reduced-${reduce}`}`,
    async embed(texts) {
      const sparse = hashedRows(texts, { dimensions, weighting });
      const keep = Math.min(reduce, texts.length, dimensions);
      return normaliseRows(keep === 0 ? densify(sparse) : projectOnPrincipal(sparse, keep));
    },
  };
}

/** Rows of length 1, but for hash collisions within a row. */
function hashedRows(
  texts: readonly string[],
  { dimensions, weighting }: { dimensions: number; weighting: 'tf-idf' | 'tf' },
): SparseRows {
  const ngrams = texts.map(characterNgrams);
  const idf = weighting === 'tf' ? undefined : inverseFrequencies(ngrams);
  const starts = new Uint32Array(texts.length + 1);
  ngrams.forEach(({ hashes }, text) => (starts[text + 1] = starts[text] + hashes.length));
  const columns = new Uint32Array(starts[texts.length]);
  const values = new Float64Array(starts[texts.length]);
  ngrams.forEach(({ hashes, counts }, text) => {
    const weights = Float64Array.from(
      hashes,
      (hash, i) => (1 + Math.log(counts[i])) * (idf === undefined ? 1 : idf[hash % BUCKETS]),
    );
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
    hashes.forEach((hash, i) => {
      // The top bit gives the sign, the others the place.
      columns[starts[text] + i] = (hash & 0x7fffffff) % dimensions;
      values[starts[text] + i] = (hash & 0x80000000 ? -weights[i] : weights[i]) / length;
    });
  });
  return { dimensions, starts, columns, values };
}

/** Smoothed as if one further text had every n-gram, so that no weight is 0. */
function inverseFrequencies(texts: readonly TextNgrams[]): Float64Array {
  const frequencies = new Float64Array(BUCKETS);
  for (const { hashes } of texts)
    for (let at = 0; at < hashes.length; at++) frequencies[hashes[at] % BUCKETS]++;
  return frequencies.map((frequency) => Math.log((1 + texts.length) / (1 + frequency)) + 1);
}
