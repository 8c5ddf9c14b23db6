import { GramCounts, type GramSpec } from '../features/gram-counts.js';
import { SourceReading } from '../text/source-reading.js';
import type { Similarity } from './similarity.js';

const SPEC: GramSpec = { bits: 18, characters: [1, 0], words: 2 };

/**
 * The cosine between sources as vectors of words and pairs of neighbouring words, each weighted by
 * (1 + ln count) · ln((1 + N)/(1 + sources with it)); in scripts without spaces by letters and pairs of letters. A source without
 * words is like nothing, not even itself. Only the places are held as vectors, in an index by bucket; the other sources are read
 * anew each time. O(words · places with the word) per call.
 *
 * @param places - the items that the others are compared with
 */
export function wordSimilarity(sources: readonly string[], places: Uint32Array): Similarity {
  const read = vectorReader(sources);
  const index = new Map<number, { places: number[]; values: number[] }>();
  places.forEach((item, place) => {
    read(item, (bucket, value) => {
      const entry = index.get(bucket);
      if (entry === undefined) index.set(bucket, { places: [place], values: [value] });
      else entry.values[entry.places.push(place) - 1] = value;
    });
  });
  return (item, similarities) => {
    similarities.fill(0);
    read(item, (bucket, value) => {
      const entry = index.get(bucket);
      if (entry === undefined) return;
      const { places: where, values } = entry;
      for (let k = 0; k < where.length; k++) similarities[where[k]] += value * values[k];
    });
  };
}

/** Reads the vector of an item, scaled to length 1, one bucket after the other. */
function vectorReader(sources: readonly string[]) {
  const reading = new SourceReading();
  const grams = new GramCounts(SPEC);
  const count = (item: number) => {
    reading.read(sources[item]);
    grams.read(reading);
  };
  const frequencies = new Uint32Array(2 ** SPEC.bits);
  for (let item = 0; item < sources.length; item++) {
    count(item);
    for (let k = 0; k < grams.size; k++) frequencies[grams.buckets[k]]++;
  }
  const rarities = Float64Array.from(frequencies, (n) => Math.log((1 + sources.length) / (1 + n)));
  return (item: number, visit: (bucket: number, value: number) => void) => {
    count(item);
    const { buckets, counts, size } = grams;
    const weight = (k: number) => (1 + Math.log(counts[k])) * rarities[buckets[k]];
    let square = 0;
    for (let k = 0; k < size; k++) square += weight(k) ** 2;
    if (square === 0) return;
    for (let k = 0; k < size; k++) visit(buckets[k], weight(k) / Math.sqrt(square));
  };
}
