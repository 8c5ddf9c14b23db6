import { invalidItem } from './errors.js';
import { NameIndex } from './name-index.js';
import { scoreProblem } from './score-problem.js';
import { sharedFloats } from './score-matrix.js';
import { showValue } from './show-value.js';

/** Scores of one item as they come: system, then metric, then a number or null. */
type RawScores = Readonly<Record<string, unknown>>;

/** Fewest items per block, where their number can be guessed: a file of a hundred items must not clear room for thousands. */
const LEAST_ROWS = 64;
/** Items per block where their number is not known. */
const USUAL_ROWS = 4096;
/** Most items per block, so that a wrong guess of their number costs little. */
const MOST_ROWS = 2 ** 20;

/**
 * The scores of a dataset that is being built, in blocks of rows per metric. An item is read into one row first, so that
 * a refused item leaves nothing behind.
 */
export class ScoreBlocks {
  readonly systems = new NameIndex();
  readonly metrics = new NameIndex();
  /** Blocks of scores per metric, each rows × systems. */
  readonly #blocks: Float64Array[][] = [];
  /** Items per block. */
  readonly #rows: number;
  #items = 0;
  /** Scores of the item being added: metric-major, `metric * systems + system`. */
  #row = new Float64Array(0);

  /** @param expectedItems - a guess; where it is not too low, the one block of a metric becomes its matrix without a copy */
  constructor(expectedItems = USUAL_ROWS) {
    this.#rows = Math.min(Math.max(Math.ceil(expectedItems), LEAST_ROWS), MOST_ROWS);
  }

  /** Reads an item's scores into the row; false when it has a system or metric not seen before. */
  read(scores: RawScores, where: string): boolean {
    const row = this.#row.fill(NaN);
    const systems = this.systems.names.length;
    let expectedSystem = 0;
    for (const system of Object.keys(scores)) {
      const s = this.systems.find(system, expectedSystem);
      if (s < 0) return false;
      expectedSystem = s + 1;
      const cells = cellsOf(scores, system, where);
      let expectedMetric = 0;
      for (const metric of Object.keys(cells)) {
        const m = this.metrics.find(metric, expectedMetric);
        if (m < 0) return false;
        expectedMetric = m + 1;
        const score = cells[metric];
        if (typeof score === 'number' && Number.isFinite(score)) row[m * systems + s] = score;
        else if (score !== null && score !== undefined) throw scoreProblem(where, { system, metric, score });
      }
    }
    return true;
  }

  /** Makes room for the systems and metrics of an item, once all its cells are known to be right. */
  register(scores: RawScores, where: string): void {
    const metrics = Object.keys(scores).flatMap((system) => {
      const cells = Object.entries(cellsOf(scores, system, where));
      for (const [metric, score] of cells) {
        const fine = score === null || score === undefined || Number.isFinite(score);
        if (!fine) throw scoreProblem(where, { system, metric, score });
      }
      return cells.map(([metric]) => metric);
    });
    for (const system of Object.keys(scores)) this.systems.add(system);
    for (const metric of metrics) this.metrics.add(metric);
  }

  /** Gives every block one column per known system and every known metric its blocks. O(items so far × cells). */
  layOut(): void {
    const systems = this.systems.names.length;
    this.#row = new Float64Array(systems * this.metrics.names.length);
    const count = Math.ceil(this.#items / this.#rows);
    while (this.#blocks.length < this.metrics.names.length) {
      this.#blocks.push(Array.from({ length: count }, () => this.#emptyBlock(systems)));
    }
    for (const blocks of this.#blocks) {
      for (let b = 0; b < blocks.length; b++) blocks[b] = this.#widen(blocks[b], systems);
    }
  }

  /** Appends the row that was read. */
  store(): void {
    const systems = this.systems.names.length;
    const row = this.#items++ % this.#rows;
    this.#blocks.forEach((blocks, metric) => {
      if (row === 0) blocks.push(this.#emptyBlock(systems));
      const block = blocks[blocks.length - 1];
      const from = metric * systems;
      for (let system = 0; system < systems; system++) {
        block[row * systems + system] = this.#row[from + system];
      }
    });
  }

  /** The matrices of all metrics in shared memory. Lets go of the blocks one metric after the other. */
  join(): Float64Array[] {
    const length = this.#items * this.systems.names.length;
    return this.#blocks.splice(0).map((blocks) => {
      // A block that is nearly full is the matrix itself; a copy of another one lets go of its empty rows.
      if (blocks.length === 1 && blocks[0].length < 1.25 * length) return blocks[0].subarray(0, length);
      const joined = sharedFloats(length);
      let at = 0;
      for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
        joined.set(block.subarray(0, joined.length - at), at);
        at += block.length;
      }
      return joined;
    });
  }

  #emptyBlock(systems: number): Float64Array {
    return sharedFloats(this.#rows * systems).fill(NaN);
  }

  #widen(block: Float64Array, systems: number): Float64Array {
    const before = block.length / this.#rows;
    if (before === systems) return block;
    const wide = this.#emptyBlock(systems);
    for (let row = 0; row < this.#rows; row++)
      wide.set(block.subarray(row * before, (row + 1) * before), row * systems);
    return wide;
  }
}

function cellsOf(scores: RawScores, system: string, where: string): Readonly<Record<string, unknown>> {
  const cells = scores[system];
  if (typeof cells === 'object' && cells !== null && !Array.isArray(cells)) return cells as RawScores;
  const problem = `"scores" of system ${JSON.stringify(system)} must be an object of metrics; got ${showValue(cells)}`;
  throw invalidItem(where, problem, 'write {"system": {"metric": number}}');
}
