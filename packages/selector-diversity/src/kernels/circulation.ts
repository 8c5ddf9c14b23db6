/**
 * Whole-numbered flow that goes round: in every node as much comes in as goes out, and every arc carries between its
 * lower and its upper bound. Bounds are met one unit at a time, along the cheapest way round, so that the flow is a
 * cheapest one for the bounds met so far (successive shortest paths).
 */
export class Circulation {
  readonly tail: number[] = [];
  readonly head: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly flow: number[] = [];
  /** Cost of each next unit by the flow there is, not falling; absent = free. */
  readonly #costs: (((unit: number) => number) | undefined)[] = [];
  readonly #leaving: number[][] = [];
  readonly #entering: number[][] = [];

  addNode(): number {
    this.#entering.push([]);
    return this.#leaving.push([]) - 1;
  }

  /** @param cost - cost of the unit that comes after so many units; 0 or more, and not falling */
  addArc(tail: number, head: number, bounds: ArcBounds): number {
    const arc = this.tail.push(tail) - 1;
    this.head.push(head);
    this.lower.push(bounds.lower ?? 0);
    this.upper.push(bounds.upper);
    this.flow.push(0);
    this.#costs.push(bounds.cost);
    this.#leaving[tail].push(arc);
    this.#entering[head].push(arc);
    return arc;
  }

  /**
   * Brings an arc up to its lower bound.
   *
   * @returns undefined when that is done; otherwise what is in the way: nodes, of which more must come in than can go out
   * @remarks Each unit: Bellman and Ford's search with a queue, O(nodes · arcs) at worst.
   */
  satisfy(arc: number): Uint8Array | undefined {
    while (this.flow[arc] < this.lower[arc]) {
      if (this.flow[arc] >= this.upper[arc]) return this.#only(this.head[arc]);
      const { from, reached } = this.#search(this.head[arc]);
      if (!reached[this.tail[arc]]) return reached;
      this.flow[arc]++;
      for (let node = this.tail[arc]; node !== this.head[arc];) {
        const step = from[node];
        const forward = step >= 0;
        this.flow[forward ? step : ~step] += forward ? 1 : -1;
        node = forward ? this.tail[step] : this.head[~step];
      }
    }
    return undefined;
  }

  /**
   * Raises the lower bound of an arc by one if the flow can follow.
   *
   * @returns whether it could; if not, nothing has changed
   */
  raise(arc: number): boolean {
    this.lower[arc]++;
    if (this.satisfy(arc) === undefined) return true;
    this.lower[arc]--;
    return false;
  }

  /** Arcs that leave a set of nodes, and arcs that enter it. */
  boundary(nodes: Uint8Array): { leaving: number[]; entering: number[] } {
    const arcs = Array.from(this.tail.keys());
    return {
      leaving: arcs.filter((arc) => nodes[this.tail[arc]] && !nodes[this.head[arc]]),
      entering: arcs.filter((arc) => !nodes[this.tail[arc]] && nodes[this.head[arc]]),
    };
  }

  #only(node: number): Uint8Array {
    const nodes = new Uint8Array(this.#leaving.length);
    nodes[node] = 1;
    return nodes;
  }

  /** Cheapest ways from a node: per node the arc taken last, or its complement where the arc is taken backwards. */
  #search(start: number): { from: Int32Array; reached: Uint8Array } {
    const size = this.#leaving.length;
    const distance = new Float64Array(size).fill(Infinity);
    const from = new Int32Array(size);
    const reached = this.#only(start);
    const isQueued = new Uint8Array(size);
    distance[start] = 0;
    const queue = [start];
    const visit = (node: number, step: number, length: number) => {
      // The margin keeps rounding from finding ways round that seem to gain something.
      if (!(length < distance[node] - 1e-12)) return;
      distance[node] = length;
      from[node] = step;
      reached[node] = 1;
      if (!isQueued[node]) queue.push(node);
      isQueued[node] = 1;
    };
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at];
      isQueued[node] = 0;
      for (const arc of this.#leaving[node]) {
        if (this.flow[arc] >= this.upper[arc]) continue;
        visit(this.head[arc], arc, distance[node] + (this.#costs[arc]?.(this.flow[arc]) ?? 0));
      }
      for (const arc of this.#entering[node]) {
        if (this.flow[arc] <= this.lower[arc]) continue;
        visit(this.tail[arc], ~arc, distance[node] - (this.#costs[arc]?.(this.flow[arc] - 1) ?? 0));
      }
    }
    return { from, reached };
  }
}

interface ArcBounds {
  /** Default 0. */
  readonly lower?: number;
  readonly upper: number;
  readonly cost?: (unit: number) => number;
}
