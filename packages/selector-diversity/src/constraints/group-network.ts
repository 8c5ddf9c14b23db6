import { boundsClash, groupingsCross } from '../errors.js';
import { Circulation } from '../kernels/circulation.js';
import { boundTexts, type BoundOwner } from './bound-texts.js';
import type { Grouping } from './grouping.js';
import { twoChains } from './two-chains.js';

export interface GroupNetworkOptions {
  readonly groupings: readonly Grouping[];
  /** How many items to choose, exactly. */
  readonly budget: number;
  /** Number of items. */
  readonly size: number;
  /** Items that cannot be chosen. */
  readonly excluded?: ArrayLike<number>;
  /** Per item; with them the flow of `solve` is the choice with the greatest sum. */
  readonly utilities?: Float64Array;
}

/**
 * Choices of exactly `budget` items within the bounds of the groups, as a flow: from a source through the groups of one chain
 * of nested groupings, through an arc per cell of items that are in the same groups, through the groups of another chain, to
 * a sink and back.
 */
export class GroupNetwork {
  readonly #flow = new Circulation();
  /** Whose bounds an arc has. */
  readonly #owners = new Map<number, BoundOwner>();
  readonly #demands: number[] = [];
  readonly #cellOf: Int32Array;
  /** Per cell its arc, and its items, best first. */
  readonly #arcs: number[] = [];
  readonly #items: number[][] = [];

  /** @throws GROUPINGS_CROSS when the groupings do not fit in two chains */
  constructor({ groupings, budget, size, excluded = [], utilities }: GroupNetworkOptions) {
    const chains = twoChains(groupings, size);
    if (chains === undefined) throw groupingsCross(groupings.map(({ by }) => by));
    const [source, sink] = [this.#flow.addNode(), this.#flow.addNode()];
    const left = new Int32Array(size).fill(source);
    this.#addChain(chains[0], left, (group, parent) => [parent, group]);
    const right = new Int32Array(size).fill(sink);
    this.#addChain(chains[1], right, (group, parent) => [group, parent]);
    this.#demand(this.#flow.addArc(sink, source, { lower: budget, upper: budget }), {});
    this.#cellOf = new Int32Array(size).fill(-1);
    this.#addCells(left, right, { excluded, utilities });
  }

  /**
   * Meets all bounds.
   *
   * @throws BOUNDS_CLASH naming the bounds that cannot hold together
   */
  solve(): this {
    for (const arc of this.#demands) {
      const blocked = this.#flow.satisfy(arc);
      if (blocked) throw this.#clash(blocked);
    }
    return this;
  }

  /** The items of the choice that the flow stands for. */
  chosen(): number[] {
    return this.#items.flatMap((items, cell) => items.slice(0, this.#flow.flow[this.#arcs[cell]]));
  }

  /** Takes an item into the choice for good if the choice can then still be completed; otherwise changes nothing. */
  admit(item: number): boolean {
    const cell = this.#cellOf[item];
    return cell >= 0 && this.#flow.raise(this.#arcs[cell]);
  }

  /**
   * Adds the groups of a chain, coarse to fine.
   *
   * @param nodeOf - per item the node that it hangs on: at first the root, then that of its finest group
   */
  #addChain(
    chain: readonly Grouping[],
    nodeOf: Int32Array,
    ends: (group: number, parent: number) => readonly [tail: number, head: number],
  ): void {
    for (const { by, names, labels, min, max } of chain) {
      const nodes = new Int32Array(names.length).fill(-1);
      labels.forEach((group, item) => {
        if (group < 0) return;
        if (nodes[group] < 0) {
          nodes[group] = this.#flow.addNode();
          const bounds = { lower: min[group], upper: max[group] };
          const [tail, head] = ends(nodes[group], nodeOf[item]);
          this.#demand(this.#flow.addArc(tail, head, bounds), { by, group: names[group] });
        }
        nodeOf[item] = nodes[group];
      });
    }
  }

  #demand(arc: number, owner: BoundOwner): void {
    this.#owners.set(arc, owner);
    if (this.#flow.lower[arc] > 0) this.#demands.push(arc);
  }

  #addCells(
    left: Int32Array,
    right: Int32Array,
    { excluded, utilities }: { excluded: ArrayLike<number>; utilities?: Float64Array },
  ): void {
    const isOut = new Uint8Array(left.length);
    for (let i = 0; i < excluded.length; i++) isOut[excluded[i]] = 1;
    const cells = new Map<string, number>();
    for (let item = 0; item < left.length; item++) {
      if (isOut[item]) continue;
      const key = `${left[item]} ${right[item]}`;
      const cell = cells.get(key) ?? cells.size;
      if (cell === cells.size) this.#items.push([]);
      cells.set(key, cell);
      this.#items[cell].push(item);
      this.#cellOf[item] = cell;
    }
    const costs = utilities && costsOf(utilities);
    for (const items of this.#items) {
      if (costs) items.sort((a, b) => costs[a] - costs[b] || a - b);
      const cost = costs && ((unit: number) => costs[items[unit]]);
      this.#arcs.push(this.#flow.addArc(left[items[0]], right[items[0]], { upper: items.length, cost }));
    }
  }

  /** By Hoffman's theorem: what must come into some nodes is more than can go out of them. */
  #clash(nodes: Uint8Array) {
    const { lower, upper } = this.#flow;
    const { leaving, entering } = this.#flow.boundary(nodes);
    const total = (arcs: readonly number[], bounds: readonly number[]) =>
      arcs.reduce((sum, arc) => sum + bounds[arc], 0);
    const texts = (arcs: readonly number[], side: 'min' | 'max', bounds: readonly number[]) =>
      boundTexts(
        arcs.flatMap((arc) => {
          const owner = this.#owners.get(arc);
          return owner === undefined || bounds[arc] === 0 ? [] : [{ ...owner, side, bound: bounds[arc] }];
        }),
      );
    const cells = leaving.filter((arc) => !this.#owners.has(arc));
    return boundsClash({
      needs: texts(entering, 'min', lower),
      need: total(entering, lower),
      limits: texts(leaving, 'max', upper),
      items: total(cells, upper),
      room: total(leaving, upper),
    });
  }
}

/** Costs from 0 for the greatest utility to 1 for the least. */
function costsOf(utilities: Float64Array): Float64Array {
  const greatest = utilities.reduce((a, b) => Math.max(a, b), -Infinity);
  const range = greatest - utilities.reduce((a, b) => Math.min(a, b), Infinity);
  return utilities.map((utility) => (range === 0 ? 0 : (greatest - utility) / range));
}
