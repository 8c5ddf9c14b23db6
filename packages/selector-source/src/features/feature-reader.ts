import { SourceReading } from '../text/source-reading.js';
import { rareLimit, type FeatureSpec, type FeatureStatistics } from './feature-spec.js';
import { GramCounts, wordBucket } from './gram-counts.js';
import { surfaceFeatures } from './surface-features.js';

/** Surface features are cut off this many standard deviations from the mean, so that a text like no other stays in range. */
const FARTHEST = 3;

/** What comes with a text. */
export interface TextContext {
  /** The text is one of the training sources, so that its own words do not count as seen. Default false. */
  readonly own?: boolean;
  /** Of the length the spec asks for. */
  readonly embedding?: ArrayLike<number>;
}

/**
 * Turns one text after the other into a sparse row. Three blocks weigh alike: n-grams of characters and of words, each
 * (1 + ln count) · (ln((1 + sources)/(1 + sources with it)) + 1) scaled to length 1; surface features, standardised
 * and divided by the root of their number; and the embedding, scaled to length 1.
 */
export class FeatureReader {
  /** Columns of the row and their values; the first `size` count. */
  columns = new Uint32Array(256);
  values = new Float64Array(256);
  size = 0;

  readonly #spec: FeatureSpec;
  readonly #statistics: FeatureStatistics;
  readonly #reading = new SourceReading();
  readonly #grams: GramCounts;
  readonly #rarities: Float64Array;
  readonly #varying: number;

  constructor(spec: FeatureSpec, statistics: FeatureStatistics) {
    this.#spec = spec;
    this.#statistics = statistics;
    this.#grams = new GramCounts(spec);
    const { sources, documentFrequencies, deviations } = statistics;
    this.#rarities = Float64Array.from(documentFrequencies, (n) => Math.log((1 + sources) / (1 + n)) + 1);
    this.#varying = deviations.reduce((count, deviation) => count + Number(deviation > 0), 0);
  }

  /** O(length of the text). */
  read(text: string, { own = false, embedding }: TextContext = {}): void {
    this.#reading.read(text);
    this.#grams.read(this.#reading);
    this.size = 0;
    const { bits, surface } = this.#spec;
    this.#reserve(this.#grams.size + surface.length + this.#spec.embedding);
    this.#readGrams(2 ** (bits - 1));
    this.#readSurface(own);
    if (embedding !== undefined) this.#readEmbedding(embedding);
  }

  /** The text's surface features before they are standardised. */
  surface(text: string, own: boolean): Float64Array {
    this.#reading.read(text);
    return surfaceFeatures(this.#reading, this.#isRare(own));
  }

  #reserve(size: number): void {
    if (this.columns.length >= size) return;
    this.columns = new Uint32Array(2 * size);
    this.values = new Float64Array(2 * size);
  }

  #readGrams(half: number): void {
    const { buckets, counts, size } = this.#grams;
    const squares = [0, 0];
    for (let k = 0; k < size; k++) {
      const value = (counts[k] === 1 ? 1 : 1 + Math.log(counts[k])) * this.#rarities[buckets[k]];
      squares[Number(buckets[k] >= half)] += value * value;
      this.columns[k] = buckets[k];
      this.values[k] = value;
    }
    const scales = squares.map((square) => (square > 0 ? 1 / Math.sqrt(square) : 0));
    for (let k = 0; k < size; k++) this.values[k] *= scales[Number(buckets[k] >= half)];
    this.size = size;
  }

  #readSurface(own: boolean): void {
    const { means, deviations } = this.#statistics;
    const features = surfaceFeatures(this.#reading, this.#isRare(own));
    const scale = 1 / Math.sqrt(this.#varying);
    for (let f = 0; f < features.length; f++) {
      if (deviations[f] === 0) continue;
      const standard = (features[f] - means[f]) / deviations[f];
      this.columns[this.size] = 2 ** this.#spec.bits + f;
      this.values[this.size++] = scale * Math.max(-FARTHEST, Math.min(FARTHEST, standard));
    }
  }

  #readEmbedding(embedding: ArrayLike<number>): void {
    let square = 0;
    for (let d = 0; d < embedding.length; d++) square += embedding[d] ** 2;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    const first = 2 ** this.#spec.bits + this.#spec.surface.length;
    for (let d = 0; d < embedding.length; d++) {
      this.columns[this.size] = first + d;
      this.values[this.size++] = scale * embedding[d];
    }
  }

  #isRare(own: boolean): (wordHash: number) => boolean {
    const limit = rareLimit(this.#statistics) + Number(own);
    const { documentFrequencies } = this.#statistics;
    const { bits } = this.#spec;
    return (hash) => documentFrequencies[wordBucket(hash, bits)] <= limit;
  }
}
