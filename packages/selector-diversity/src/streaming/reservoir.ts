import { boundedGrouping, type Grouping } from '../constraints/grouping.js';
import { GroupNetwork } from '../constraints/group-network.js';
import type { StreamedItem, StreamOptions } from './streamed-item.js';

/** An item that is kept, with what it is worth. */
export interface Kept<T> {
  readonly item: StreamedItem;
  readonly weight: number;
  readonly data: T;
}

/** What a group keeps of a document, and one more item of it that it has no room for. */
interface DocumentShare<T> {
  kept: Kept<T>[];
  refused?: StreamedItem;
}

interface GroupShare<T> {
  /** Lightest first. */
  readonly all: Kept<T>[];
  readonly byDocument: Map<string, DocumentShare<T>>;
}

/**
 * Keeps of a stream, for every group, its heaviest items: as many as the budget has, and of a document no more than its
 * limit. Whatever can be chosen within bounds on the groups and the limit per document can be matched, with at least the same
 * sum of weights, by a choice among what is kept: an item that was let go has more kept rivals than the rest of a choice can
 * block. Of equally heavy items the earlier stays.
 *
 * Memory O(budget · groups). An item costs O(1) when it is let go and O(budget) when it is kept; of a document that has
 * its limit, the limit is added to that.
 */
export class Reservoir<T> {
  readonly #options: StreamOptions;
  readonly #groups = new Map<string, GroupShare<T>>();

  constructor(options: StreamOptions) {
    this.#options = options;
  }

  /** @param data - made only if the item is kept */
  offer(item: StreamedItem, weight: number, data: () => T): void {
    const { budget, maxPerDocument = Infinity } = this.#options;
    const name = groupOf(item);
    let group = this.#groups.get(name);
    if (group === undefined) this.#groups.set(name, (group = { all: [], byDocument: new Map() }));
    const share = item.document === undefined ? undefined : group.byDocument.get(item.document);
    if (share && share.kept.length >= maxPerDocument) {
      const lightest = share.kept.reduce((a, b) => (b.weight < a.weight ? b : a));
      share.refused = weight <= lightest.weight ? item : lightest.item;
      if (weight <= lightest.weight) return;
      remove(group, lightest);
    } else if (group.all.length >= budget) {
      if (weight <= group.all[0].weight) return;
      remove(group, group.all[0]);
    }
    insert(group, { item, weight, data: data() });
  }

  /**
   * Everything that is kept, group by group in the order of their first items, heaviest first.
   *
   * @throws BOUNDS_CLASH when no choice of the stream meets all bounds
   */
  kept(): Kept<T>[] {
    const groups = [...this.#groups.values()];
    const kept = groups.flatMap(({ all }) => all.toReversed());
    // With a refused item of each full document, a limit can be told from a lack of items.
    const refused = groups.flatMap(({ byDocument }) =>
      [...byDocument.values()].flatMap((share) => share.refused ?? []),
    );
    const items = [...kept.map(({ item }) => item), ...refused];
    const groupings = groupingsOfStream(items, this.#options);
    new GroupNetwork({ groupings, budget: this.#options.budget, size: items.length }).solve();
    return kept;
  }
}

/** The groups of items with their bounds, and their documents with the limit. */
export function groupingsOfStream(items: readonly StreamedItem[], options: StreamOptions): Grouping[] {
  const { budget, bounds = [], maxPerDocument } = options;
  const groups = boundedGrouping('group', items.map(groupOf), bounds, budget);
  if (maxPerDocument === undefined) return [groups];
  const limit = { max: { items: maxPerDocument } };
  return [
    groups,
    boundedGrouping(
      'document',
      items.map(({ document }) => document),
      [limit],
      budget,
    ),
  ];
}

/** The group that bounds see. */
export function groupOf({ group }: StreamedItem): string {
  return group ?? '(no group)';
}

function insert<T>({ all, byDocument }: GroupShare<T>, kept: Kept<T>): void {
  // After all lighter ones and before equally heavy ones: the last to come is the first to go.
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].weight < kept.weight) low = middle + 1;
    else high = middle;
  }
  all.splice(low, 0, kept);
  const { document } = kept.item;
  if (document === undefined) return;
  const share = byDocument.get(document);
  if (share) share.kept.push(kept);
  else byDocument.set(document, { kept: [kept] });
}

function remove<T>({ all, byDocument }: GroupShare<T>, kept: Kept<T>): void {
  all.splice(all.indexOf(kept), 1);
  const { document } = kept.item;
  if (document === undefined) return;
  const share = byDocument.get(document)!;
  share.kept = share.kept.filter((peer) => peer !== kept);
  if (share.kept.length === 0) byDocument.delete(document);
}
