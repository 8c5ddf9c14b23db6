import type { Features } from './features.js';

/** Σ slope · feature of every cell; shape (items × systems). O(n·S·P). */
export function predict(
  cells: Float64Array,
  slopesOf: (item: number) => Float64Array,
  { items, systems }: { items: number; systems: number },
): Float64Array {
  const predictions = new Float64Array(items * systems);
  const width = cells.length / predictions.length;
  for (let item = 0; item < items; item++) {
    const slopes = slopesOf(item);
    for (let cell = item * systems; cell < (item + 1) * systems; cell++) {
      let sum = 0;
      for (let k = 0, at = cell * width; k < width; k++, at++) sum += slopes[k] * cells[at];
      predictions[cell] = sum;
    }
  }
  return predictions;
}

/** Slopes within items: of all domains, and what is added in some. */
export interface Slopes {
  readonly features: Features;
  /** a*·β, shape (features). */
  readonly slopes: Float64Array;
  /** To be added in a domain, shape (features). */
  readonly domainSlopes: ReadonlyMap<number, Float64Array>;
  /** Domain of each item, shape (N), where domains are known. */
  readonly domains: Int32Array | undefined;
}

/** Items whose features are held at once. */
const BLOCK = 1024;

/** What the metrics say within items, in units of the judgements, of the given items; shape (given × systems). O(n·S·P). */
export function saidWithin(fit: Slopes, items: Uint32Array, systems: number): Float64Array {
  const said = new Float64Array(items.length * systems);
  const { features, domains } = fit;
  const inDomain = new Map(
    [...fit.domainSlopes].map(([domain, added]) => [domain, fit.slopes.map((slope, k) => slope + added[k])]),
  );
  if (inDomain.size === 0 && fit.slopes.every((slope) => slope === 0)) return said;
  for (let start = 0; start < items.length; start += BLOCK) {
    const block = items.subarray(start, start + BLOCK);
    const slopesOf = (i: number) => inDomain.get(domains?.[block[i]] ?? -1) ?? fit.slopes;
    said.set(predict(features.within(block), slopesOf, { items: block.length, systems }), start * systems);
  }
  return said;
}

/** What the metrics say of each system over all items, in units of the judgements, mean 0; shape (systems). O(N·S·P) where domains differ, else O(S·P). */
export function metricScores(fit: Slopes, systems: number): Float64Array {
  const { features, slopes, domains } = fit;
  const scores = timesSlopes(features.systemMeans, slopes, systems);
  for (const [domain, added] of fit.domainSlopes) {
    const items = Uint32Array.from(domains!.keys()).filter((item) => domains![item] === domain);
    const part = timesSlopes(features.meansOver(items), added, systems);
    for (let system = 0; system < systems; system++) scores[system] += part[system];
  }
  return scores;
}

function timesSlopes(means: Float64Array, slopes: Float64Array, systems: number): Float64Array {
  return Float64Array.from({ length: systems }, (_, system) => {
    let sum = 0;
    for (let k = 0; k < slopes.length; k++) sum += slopes[k] * means[system * slopes.length + k];
    return sum;
  });
}
