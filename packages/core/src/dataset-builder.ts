import { datasetFromColumns, type Dataset, type VectorTable } from './dataset.js';
import { invalidItem, noItems } from './errors.js';
import { itemFields, type ItemFields } from './item-fields.js';
import { scoreProblem } from './score-problem.js';
import { sharedFloats } from './score-matrix.js';

/** How much of the items a builder keeps. */
export interface DatasetBuilderOptions {
  /** Keep sources, references and outputs; default true. Without them memory depends on the scores alone. */
  readonly texts?: boolean;
}

/** Items per block of scores: blocks are laid out anew only when a system or metric appears that no earlier item had. */
const BLOCK = 4096;

/**
 * Collects items one by one into a dataset, without holding more than their columns.
 *
 * Systems and metrics are listed in the order in which they first occur. A cell that is `null` or absent is missing.
 * An item that is refused leaves the builder as it was.
 */
export class DatasetBuilder {
  readonly #texts: boolean;
  readonly #systems = new NameIndex();
  readonly #metrics = new NameIndex();
  readonly #items: ItemFields[] = [];
  readonly #ids = new Map<string, string | undefined>();
  /** Blocks of scores per metric, each BLOCK × systems. */
  readonly #blocks: Float64Array[][] = [];
  /** Scores of the item being added: metric-major, `metric * systems + system`. */
  #row = new Float64Array(0);

  constructor(options: DatasetBuilderOptions = {}) {
    this.#texts = options.texts ?? true;
  }

  /** Number of items so far. */
  get size(): number {
    return this.#items.length;
  }

  /**
   * Adds one item in the shape of the item JSON lines: `i` or `id`, `src`, `ref`, `tgt`, `scores`, `doc`, `domain`, `cost`.
   * O(cells of the item).
   *
   * @param origin - where the item came from, for messages; default its position
   * @throws INVALID_ITEM
   */
  add(record: unknown, origin?: string): void {
    const where = origin ?? `item ${this.size}`;
    const item = itemFields(record, { position: this.size, where, texts: this.#texts });
    if (this.#ids.has(item.id)) {
      const first = this.#ids.get(item.id) ?? 'an earlier item';
      const problem = `id ${JSON.stringify(item.id)} must be unique; ${first} has it too`;
      throw invalidItem(where, problem, 'give every item its own "id"');
    }
    if (!this.#fillRow(item, where)) {
      this.#register(item, where);
      this.#fillRow(item, where);
    }
    this.#storeRow();
    this.#ids.set(item.id, origin);
    this.#items.push({ ...item, scores: undefined, origin });
  }

  /**
   * The dataset of the items added. The builder must not be used afterwards: its memory has moved to the dataset.
   *
   * @param name - what the items came from, for the error when there are none
   * @throws NO_ITEMS
   */
  build(name = 'the data'): Dataset {
    const items = this.#items;
    if (items.length === 0) throw noItems(name);
    const systems = this.#systems.names;
    const column = <T>(read: (item: ItemFields) => T | undefined) =>
      items.some((item) => read(item) !== undefined) ? items.map(read) : undefined;
    const hasOutputs = items.some((item) => item.outputs !== undefined);
    const costs = column((item) => item.cost);
    const columns = {
      sources: column((item) => item.source),
      references: column((item) => item.reference),
      documents: column((item) => item.document),
      domains: column((item) => item.domain),
      origins: column((item) => item.origin) as string[] | undefined,
      costs: costs && Float64Array.from(costs, (cost) => cost ?? NaN),
      outputs: hasOutputs
        ? items.flatMap(({ outputs }) => systems.map((system) => ownValue(outputs, system)))
        : undefined,
      embeddings: embeddingsOf(items, systems),
    };
    return datasetFromColumns({
      ids: items.map((item) => item.id),
      systems,
      metrics: this.#metrics.names,
      scores: this.#blocks.map((_, metric) => this.#join(metric)),
      ...Object.fromEntries(Object.entries(columns).filter(([, values]) => values !== undefined)),
    });
  }

  /** Reads an item's scores into the row; false when it has a system or metric not seen before. */
  #fillRow({ scores = {}, outputs = {} }: ItemFields, where: string): boolean {
    const row = this.#row.fill(NaN);
    const systems = this.#systems.names.length;
    if (Object.keys(outputs).some((system) => !this.#systems.has(system))) return false;
    let expectedSystem = 0;
    for (const system of Object.keys(scores)) {
      const s = this.#systems.find(system, expectedSystem);
      if (s < 0) return false;
      expectedSystem = s + 1;
      const cells = scores[system] as Readonly<Record<string, unknown>>;
      if (!isRecord(cells)) throw badCells(where, system, cells);
      let expectedMetric = 0;
      for (const metric of Object.keys(cells)) {
        const m = this.#metrics.find(metric, expectedMetric);
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
  #register({ scores = {}, outputs = {} }: ItemFields, where: string): void {
    for (const [system, cells] of Object.entries(scores)) {
      if (!isRecord(cells)) throw badCells(where, system, cells);
      for (const [metric, score] of Object.entries(cells)) {
        const fine = score === null || score === undefined || Number.isFinite(score);
        if (!fine) throw scoreProblem(where, { system, metric, score });
      }
    }
    for (const system of [...Object.keys(scores), ...Object.keys(outputs)]) this.#systems.add(system);
    for (const cells of Object.values(scores)) {
      for (const metric of Object.keys(cells as object)) this.#metrics.add(metric);
    }
    this.#layOut();
  }

  /** Gives every block one column per known system and every known metric its blocks. */
  #layOut(): void {
    const systems = this.#systems.names.length;
    this.#row = new Float64Array(systems * this.#metrics.names.length);
    const blocks = Math.ceil(this.#items.length / BLOCK);
    while (this.#blocks.length < this.#metrics.names.length) {
      this.#blocks.push(Array.from({ length: blocks }, () => new Float64Array(BLOCK * systems).fill(NaN)));
    }
    for (const metric of this.#blocks) {
      for (let b = 0; b < metric.length; b++) metric[b] = widen(metric[b], systems);
    }
  }

  #storeRow(): void {
    const systems = this.#systems.names.length;
    const row = this.#items.length % BLOCK;
    this.#blocks.forEach((blocks, metric) => {
      if (row === 0) blocks.push(new Float64Array(BLOCK * systems).fill(NaN));
      const block = blocks[blocks.length - 1];
      for (let system = 0; system < systems; system++) {
        block[row * systems + system] = this.#row[metric * systems + system];
      }
    });
  }

  /** Joins the blocks of one metric in shared memory and lets go of them. */
  #join(metric: number): Float64Array {
    const length = this.#items.length * this.#systems.names.length;
    const joined = sharedFloats(length);
    const blocks = this.#blocks[metric];
    let at = 0;
    for (const block of blocks) {
      joined.set(block.length > length - at ? block.subarray(0, length - at) : block, at);
      at += block.length;
    }
    blocks.length = 0;
    return joined;
  }
}

/** Names in the order of their first occurrence, found fast when they come in the same order each time. */
class NameIndex {
  readonly names: string[] = [];
  readonly #positions = new Map<string, number>();

  find(name: string, expected: number): number {
    return this.names[expected] === name ? expected : (this.#positions.get(name) ?? -1);
  }

  has(name: string): boolean {
    return this.#positions.has(name);
  }

  add(name: string): void {
    if (this.#positions.has(name)) return;
    this.#positions.set(name, this.names.length);
    this.names.push(name);
  }
}

function widen(block: Float64Array, systems: number): Float64Array {
  const before = block.length / BLOCK;
  if (before === systems) return block;
  const wide = new Float64Array(BLOCK * systems).fill(NaN);
  for (let row = 0; row < BLOCK; row++)
    wide.set(block.subarray(row * before, (row + 1) * before), row * systems);
  return wide;
}

function embeddingsOf(items: readonly ItemFields[], systems: readonly string[]) {
  const sources = vectorTable(items.map((item) => item.sourceVector));
  const outputs = items.every((item) => item.outputVectors !== undefined)
    ? vectorTable(items.flatMap((item) => systems.map((system) => ownValue(item.outputVectors, system))))
    : undefined;
  return sources || outputs ? { ...(sources && { sources }), ...(outputs && { outputs }) } : undefined;
}

/** Vectors as a table; undefined unless every row has one. */
function vectorTable(rows: readonly (readonly number[] | undefined)[]): VectorTable | undefined {
  if (rows.length === 0 || rows.some((row) => row === undefined)) return undefined;
  const dimensions = rows[0]!.length;
  const values = new Float64Array(rows.length * dimensions);
  rows.forEach((row, r) => values.set(row!, r * dimensions));
  return { dimensions, values };
}

function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badCells(where: string, system: string, cells: unknown) {
  const problem = `"scores" of system ${JSON.stringify(system)} must be an object of metrics; got ${JSON.stringify(cells)}`;
  return invalidItem(where, problem, 'write {"system": {"metric": number}}');
}
