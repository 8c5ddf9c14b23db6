import { characterNgrams, type TextNgrams } from '../kernels/character-ngrams.js';
import type { Rows } from '../kernels/dot-products.js';
import { normaliseRows } from '../kernels/normalise-rows.js';
import { projectOnPrincipal } from '../kernels/project-on-principal.js';
import type { Embedder } from './embedder.js';

export interface HashedOptions {
  /** Length of the vectors before a reduction; default 512. */
  readonly dimensions?: number;
  /**
   * `tf-idf` (default): n-grams that few of the texts have weigh more, so a vector depends on all the texts.
   * `tf`: a vector depends on its text alone.
   */
  readonly weighting?: 'tf-idf' | 'tf';
  /** Keep only this many principal directions of the vectors; default: no reduction. */
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
 * @remarks O(characters + texts · dimensions), and O(texts · dimensions · reduce) for a reduction.
 */
export function hashedEmbedder(options: HashedOptions = {}): Embedder {
  const { dimensions = 512, weighting = 'tf-idf', reduce } = options;
  const suffix = reduce === undefined ? '' : `-pca${reduce}`;
  return {
    name: `hashed-${weighting}-${dimensions}${suffix}`,
    async embed(texts) {
      const table = hashedVectors(texts, { dimensions, weighting });
      if (reduce === undefined || reduce >= dimensions) return table;
      return normaliseRows(projectOnPrincipal(table, reduce));
    },
  };
}

function hashedVectors(
  texts: readonly string[],
  { dimensions, weighting }: { dimensions: number; weighting: 'tf-idf' | 'tf' },
): Rows {
  const ngrams = texts.map(characterNgrams);
  const weights = weighting === 'tf' ? undefined : inverseFrequencies(ngrams);
  const values = new Float64Array(texts.length * dimensions);
  ngrams.forEach(({ hashes, counts }, text) => {
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i];
      const weight = (1 + Math.log(counts[i])) * (weights === undefined ? 1 : weights[hash % BUCKETS]);
      // The top bit gives the sign, the others the place.
      values[text * dimensions + ((hash & 0x7fffffff) % dimensions)] += hash & 0x80000000 ? -weight : weight;
    }
  });
  return normaliseRows({ dimensions, values });
}

/** Smoothed as if one further text had every n-gram, so that no weight is 0. */
function inverseFrequencies(texts: readonly TextNgrams[]): Float64Array {
  const frequencies = new Float64Array(BUCKETS);
  for (const { hashes } of texts) for (const hash of hashes) frequencies[hash % BUCKETS]++;
  return frequencies.map((frequency) => Math.log((1 + texts.length) / (1 + frequency)) + 1);
}
