import { gainAbove, raise } from '../kernels/gain.js';
import type { StreamedItem } from './streamed-item.js';

export interface SwapStreamOptions {
  /** Most items, the reserved ones included. */
  readonly budget: number;
  /** Most items of one document, the reserved ones included. */
  readonly maxPerDocument: number;
  /** Most items of the group of an item, the reserved ones not included. */
  readonly maxOfGroup: (item: StreamedItem) => number;
  /** Items for which room must be left. */
  readonly reserved: readonly StreamedItem[];
}

interface Member {
  readonly item: StreamedItem;
  /** What it added when it came. */
  readonly weight: number;
  /** Its affinities to the targets. */
  readonly row: Float32Array;
}

/** A newcomer must be worth this many times what it drives out. */
const FACTOR = 2;

/**
 * One pass of facility location over a stream within two matroids: a limit per document and in all (contracted by reserved
 * items), and a limit per group. A newcomer is taken when there is room, or when it adds at least twice what the lightest
 * members that stand in its way were worth when they came (Chakrabarti and Kale 2014).
 *
 * Memory O(budget · targets).
 */
export class SwapStream {
  readonly #options: SwapStreamOptions;
  readonly #reservedIds: ReadonlySet<string>;
  readonly #reservedOf = new Map<string, number>();
  readonly #best: Float64Array;
  #members: Member[] = [];
  /** The least weight among the members. */
  #least = Infinity;

  constructor(targets: number, options: SwapStreamOptions) {
    this.#options = options;
    this.#best = new Float64Array(targets);
    this.#reservedIds = new Set(options.reserved.map(({ id }) => id));
    for (const { document } of options.reserved) {
      if (document !== undefined) this.#reservedOf.set(document, (this.#reservedOf.get(document) ?? 0) + 1);
    }
  }

  /** The items taken, with their affinities to the targets. */
  get members(): readonly { readonly item: StreamedItem; readonly row: Float32Array }[] {
    return this.#members;
  }

  /** @param row - affinities to the targets; copied if the item is taken */
  offer(item: StreamedItem, row: Float32Array): void {
    const gain = gainAbove(this.#best, row);
    if (gain === 0 || this.#reservedIds.has(item.id)) return;
    if (this.#isFull && gain < FACTOR * this.#least) return;
    const inTheWay = this.#inTheWay(item);
    if (inTheWay === undefined) return;
    const loss = inTheWay.reduce((sum, { weight }) => sum + weight, 0);
    if (gain < FACTOR * loss) return;
    this.#members = this.#members.filter((member) => !inTheWay.includes(member));
    const member = { item, weight: gain, row: row.slice() };
    this.#members.push(member);
    this.#least = this.#members.reduce((least, { weight }) => Math.min(least, weight), Infinity);
    if (inTheWay.length > 0) this.#best.fill(0);
    for (const each of inTheWay.length > 0 ? this.#members : [member]) raise(this.#best, each.row);
  }

  /** The lightest members without which there is room for an item; undefined when there is no room in any case. */
  #inTheWay(item: StreamedItem): Member[] | undefined {
    const { maxPerDocument, maxOfGroup } = this.#options;
    const leaving = new Set<Member>();
    const ofDocument = this.#members.filter(({ item: { document } }) => document === item.document);
    const taken = ofDocument.length + (this.#reservedOf.get(item.document ?? '') ?? 0);
    const isDocumentFull = item.document !== undefined && taken >= maxPerDocument;
    if (isDocumentFull || this.#isFull) {
      const circuit = isDocumentFull ? ofDocument : this.#members;
      if (circuit.length === 0) return undefined;
      leaving.add(lightest(circuit));
    }
    const ofGroup = this.#members.filter(({ item: { group } }) => group === item.group);
    const most = maxOfGroup(item);
    if (most === 0) return undefined;
    if (ofGroup.length >= most) leaving.add(lightest(ofGroup));
    return [...leaving];
  }

  get #isFull(): boolean {
    return this.#members.length + this.#options.reserved.length >= this.#options.budget;
  }
}

function lightest(members: readonly Member[]): Member {
  return members.reduce((a, b) => (b.weight < a.weight ? b : a));
}
