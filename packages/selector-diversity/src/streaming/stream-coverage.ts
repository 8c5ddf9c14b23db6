import { bestWithinBounds } from '../constraints/best-within-bounds.js';
import type { Grouping } from '../constraints/grouping.js';
import { coverWithinBounds } from '../constraints/cover-within-bounds.js';
import { poolChanged } from '../errors.js';
import { Coverage } from '../kernels/coverage.js';
import type { Rows } from '../kernels/dot-products.js';
import { gainAbove } from '../kernels/gain.js';
import { Candidates } from './candidates.js';
import { groupingsOfStream, groupOf, Reservoir } from './reservoir.js';
import { affinityRows, itemsWithRows, itemsWithVectors, unitRows } from './row-reader.js';
import type { Pool, StreamedItem, StreamOptions } from './streamed-item.js';
import { Sample } from './sample.js';
import { SwapStream } from './swap-stream.js';

export interface StreamCoverageOptions extends StreamOptions {
  /**
   * Coverage is raised on so many items, drawn from the pool with a stream of its own; default ten times the budget, but 1000
   * at least and 5000 at most. With fewer the choice fits the sample rather than the pool.
   */
  readonly sample?: number;
  /** Read the pool a third time to prove a tighter upper bound; default false. */
  readonly prove?: boolean;
}

/** Number of items on which a choice is measured that did not see them. */
const UNSEEN = 1000;

/** A choice from a pool. */
export interface StreamedCover {
  /** Exactly `budget` items. */
  readonly chosen: readonly StreamedItem[];
  /** Mean over the sample of the cosine to the nearest chosen item, 0 to 1. It was raised on this very sample. */
  readonly coverage: number;
  /** What no choice within the bounds can exceed in it. */
  readonly upperBound: number;
  /** The same mean over a second sample that the choice did not see: an estimate for the whole pool. */
  readonly unseenCoverage: number;
  /** Number of items in the pool. */
  readonly size: number;
}

/**
 * Facility location on a pool that does not fit in memory: exactly `budget` items that are near to all items, within bounds
 * on groups and a limit per document.
 *
 * Two passes, after El Halabi et al. 2023 (Fairness in Streaming Submodular Maximization over a Matroid Constraint). The
 * first keeps for every group enough items for a choice that meets all bounds, and finds one; the items of it that the
 * minimums ask for are split in two halves. The second runs one streaming choice per half, leaving room for it. Theirs
 * completes the better of the two and may then meet only half of a minimum; here both are completed within all bounds and
 * improved by swaps among everything kept, and so is a greedy choice; the best of the three is returned.
 *
 * The second pass also keeps, per group, the items that add most at the prices of the first choice (see `coverageBound`):
 * with them an upper bound is proven for the whole pool. It is loose where the pool is large; `prove` reads the pool once more
 * with the prices of the final choice.
 *
 * @throws BOUNDS_CLASH, UNKNOWN_GROUP, STREAMED_VALUE_MISSING, POOL_EMPTY, POOL_CHANGED
 * @remarks Memory O(budget · groups · (sample + dimensions)). O(items · sample · dimensions) time.
 */
export async function streamCoverage(pool: Pool, options: StreamCoverageOptions): Promise<StreamedCover> {
  const { budget } = options;
  const { kept, targets, unseen, size } = await firstPass(pool, options);
  const known = new Candidates(
    kept.map(({ item }) => item),
    affinityRows(
      kept.map(({ vector }) => vector),
      targets,
    ),
  );
  const groupings = groupingsOfStream(known.items, options);
  const start = coverWithinBounds(known.table, { groupings, budget });
  const streams = halves(start.chosen, groupings[0]).map((rows) =>
    swapStream(known, rows, groupings[0], options),
  );
  const second = await nextPass(pool, { targets, size, prices: start.prices, streams, options });
  const finalists = joined(known, second, streams);
  const { chosen, value, prices } = bestChoice(finalists, streams, options);
  // Every target of the sample could be covered by itself at best.
  const proven = [known.table.targets, provenBound(second, start.prices, options)];
  if (options.prove) {
    const third = await nextPass(pool, { targets, size, prices, streams: [], options });
    proven.push(provenBound(third, prices, options));
  }
  const items = Array.from(chosen, (row) => finalists.items[row]);
  return {
    chosen: items,
    coverage: value / known.table.targets,
    upperBound: Math.max(value, Math.min(...proven)) / known.table.targets,
    unseenCoverage: meanCoverage(items, unseen),
    size,
  };
}

/** Mean affinity of targets to the nearest of some items. */
function meanCoverage(items: readonly StreamedItem[], targets: Rows): number {
  const values = affinityRows(
    items.map(({ vector }) => vector!),
    targets,
  );
  const table = { candidates: items.length, targets: values.length / items.length, values };
  return new Coverage(table, Array.from(items.keys())).value / table.targets;
}

interface KeptVector {
  readonly item: StreamedItem;
  readonly vector: ArrayLike<number>;
}

/** Keeps per group enough for any bounds, and two samples of all items: those of the first are candidates too. */
async function firstPass(pool: Pool, options: StreamCoverageOptions) {
  const count = options.sample ?? Math.min(5000, Math.max(1000, 10 * options.budget));
  const reservoir = new Reservoir<Float32Array>(options);
  const sample = new Sample<KeptVector>(count, 'stream-coverage/sample');
  const unseen = new Sample<Float32Array>(UNSEEN, 'stream-coverage/unseen');
  for await (const { item, vector } of itemsWithVectors(pool, options.signal)) {
    const copy = () => Float32Array.from(vector);
    reservoir.offer(item, 0, copy);
    sample.offer(() => ({ item, vector: copy() }));
    unseen.offer(copy);
  }
  const kept = new Map(sample.items.map((each) => [each.item.id, each]));
  for (const { item, data } of reservoir.kept()) kept.set(item.id, { item, vector: data });
  const vectors = sample.items.map(({ vector }) => vector);
  const dimensions = vectors[0].length;
  return {
    kept: [...kept.values()],
    targets: unitRows(vectors, dimensions),
    unseen: unitRows(unseen.items, dimensions),
    size: sample.seen,
  };
}

interface Pass {
  readonly targets: Rows;
  /** How many items the pool had. */
  readonly size: number;
  readonly prices: Float64Array;
  readonly streams: readonly SwapStream[];
  readonly options: StreamCoverageOptions;
}

/** Offers every item to the streams, and keeps those that add most at the prices. */
async function nextPass(
  pool: Pool,
  { targets, size, prices, streams, options }: Pass,
): Promise<Reservoir<Float32Array>> {
  const dearest = new Reservoir<Float32Array>(options);
  let again = 0;
  for await (const { item, row } of itemsWithRows(pool, targets, options.signal)) {
    again++;
    dearest.offer(item, gainAbove(prices, row), () => row.slice());
    for (const each of streams) each.offer(item, row);
  }
  if (again !== size) throw poolChanged(size, again);
  return dearest;
}

function swapStream(
  known: Candidates,
  reserved: readonly number[],
  { names, max }: Grouping,
  { budget, maxPerDocument = Infinity }: StreamOptions,
): SwapStream {
  const most = new Map(names.map((name, group) => [name, max[group]]));
  return new SwapStream(known.table.targets, {
    budget,
    maxPerDocument,
    maxOfGroup: (item) => most.get(groupOf(item)) ?? 0,
    reserved: reserved.map((row) => known.items[row]),
  });
}

/** Of chosen rows that meet all bounds, those that the minimums ask for, split in two within each group. */
function halves(chosen: Uint32Array, { labels, min }: Grouping): readonly [number[], number[]] {
  const seen = new Uint32Array(min.length);
  const parts: [number[], number[]] = [[], []];
  for (const row of chosen) {
    const group = labels[row];
    if (seen[group] < min[group]) parts[seen[group] % 2].push(row);
    seen[group]++;
  }
  return parts;
}

/** Everything that was kept, once each. */
function joined(
  known: Candidates,
  dearest: Reservoir<Float32Array>,
  streams: readonly SwapStream[],
): Candidates {
  return Candidates.of([
    ...known.all(),
    ...dearest.kept().map(({ item, data }) => ({ item, row: data })),
    ...streams.flatMap(({ members }) => members),
  ]);
}

/** The best of three choices: two that begin with what a stream took, and a greedy one. */
function bestChoice({ items, table }: Candidates, streams: readonly SwapStream[], options: StreamOptions) {
  const groupings = groupingsOfStream(items, options);
  const position = new Map(items.map(({ id }, i) => [id, i]));
  const starts = streams.map(({ members }) => members.map(({ item }) => position.get(item.id)!));
  const choices = [[], ...starts].map((first) =>
    coverWithinBounds(table, { groupings, budget: options.budget, first }),
  );
  return choices.reduce((a, b) => (b.value > a.value ? b : a));
}

/** No choice of the pool is worth more than the prices and the best sum of what items offer above them. */
function provenBound(dearest: Reservoir<Float32Array>, prices: Float64Array, options: StreamOptions): number {
  const kept = dearest.kept();
  const gains = Float64Array.from(kept, ({ weight }) => weight);
  const groupings = groupingsOfStream(
    kept.map(({ item }) => item),
    options,
  );
  const best = bestWithinBounds(gains, { groupings, budget: options.budget });
  return best.reduce(
    (sum, row) => sum + gains[row],
    prices.reduce((sum, price) => sum + price, 0),
  );
}
