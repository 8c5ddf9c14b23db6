import {
  datasetFromColumns,
  type Dataset,
  type DatasetColumns,
  type TextColumn,
  type VectorTable,
} from './dataset.js';
import { builderUsed, noItems } from './errors.js';
import { ItemChecker } from './item-checker.js';
import type { ItemFields, PerSystem } from './item-fields.js';
import { humanViews } from './judgements/human-views.js';
import { JudgementChecker } from './judgements/judgement-checker.js';
import { JudgementColumns } from './judgements/judgement-columns.js';
import type { RuleOf } from './judgements/rating-rule.js';
import { ScoreBlocks } from './score-blocks.js';

/** How much of the items a builder keeps. */
export interface DatasetBuilderOptions {
  /** Keep sources, references and outputs; default true. Without them memory depends on the scores alone. */
  readonly texts?: boolean;
  /** Further fields of the items to keep as columns, each a text or a number; default none. */
  readonly columns?: readonly string[];
  /** How many items there will be, roughly; where the guess is not too low, the scores are not copied when the dataset is built. */
  readonly expectedItems?: number;
  /** Systems that come first, in this order, whether or not an item has them. Default none. */
  readonly systems?: readonly string[];
  /**
   * How several judgements of a cell become its human score, in place of a score that the data gives. Default: `mean`, where it gives
   * none.
   */
  readonly rule?: RuleOf;
}

type KeptFields = 'id' | 'source' | 'reference' | 'document' | 'domain' | 'cost' | 'columns';

/** What is kept of an item beside its scores: copies, so that a change of the record later changes nothing. */
interface KeptItem extends Pick<ItemFields, KeptFields> {
  readonly origin?: string;
  /** By system; shorter where systems appeared later. */
  readonly outputs?: readonly (string | undefined)[];
  readonly sourceVector?: readonly number[];
  readonly outputVectors?: readonly (readonly number[] | undefined)[];
}

/**
 * Collects items one by one into a dataset, without holding more than their columns.
 *
 * Systems and metrics are listed in the order in which they first occur. A cell that is `null` or absent is missing.
 * An item that is refused leaves the builder as it was.
 */
export class DatasetBuilder {
  readonly #items: KeptItem[] = [];
  readonly #scores: ScoreBlocks;
  readonly #checker: ItemChecker;
  readonly #columns: readonly string[];
  readonly #judgements: JudgementColumns;
  readonly #rule?: RuleOf;
  #built = false;

  constructor({ texts, columns = [], expectedItems, systems = [], rule }: DatasetBuilderOptions = {}) {
    this.#columns = [...new Set(columns)];
    this.#scores = new ScoreBlocks(expectedItems);
    for (const system of systems) this.#scores.systems.add(system);
    const judgements = new JudgementChecker();
    this.#judgements = new JudgementColumns(judgements);
    this.#rule = rule;
    this.#checker = new ItemChecker({ texts, columns: this.#columns, scores: this.#scores, judgements });
  }

  /** Number of items so far. */
  get size(): number {
    return this.#items.length;
  }

  /**
   * Adds one item in the shape of the item JSON lines: `i` or `id`, `src`, `ref`, `tgt`, `scores`, `doc`, `domain`, `cost`,
   * `embedding`. O(cells of the item).
   *
   * @param origin - where the item came from, for messages; default its position
   * @throws INVALID_ITEM, BUILDER_USED
   */
  add(record: unknown, origin?: string): void {
    if (this.#built) throw builderUsed();
    const item = this.#checker.check(record, origin);
    this.#scores.store();
    this.#judgements.add(item.judgements, (name, expected) => this.#scores.systems.find(name, expected));
    this.#items.push(this.#kept(item, origin));
  }

  /** Keeps the scales (`criteria`) that a record declares which is left out, such as one that was refused: they hold for all items. */
  declareScales(record: unknown): void {
    this.#checker.declareScales(record);
  }

  /**
   * The dataset of the items added. The builder cannot be used afterwards: its memory has moved to the dataset.
   *
   * @param name - what the items came from, for the error when there are none
   * @throws NO_ITEMS, BUILDER_USED
   */
  build(name = 'the data'): Dataset {
    if (this.#built) throw builderUsed();
    const items = this.#items;
    if (items.length === 0) throw noItems(name);
    this.#built = true;
    const column = <T>(read: (item: KeptItem) => T | undefined) =>
      items.some((item) => read(item) !== undefined) ? items.map(read) : undefined;
    const costs = column((item) => item.cost);
    const columns = {
      sources: column((item) => item.source),
      references: column((item) => item.reference),
      documents: column((item) => item.document),
      domains: column((item) => item.domain),
      columns: this.#further(column),
      origins: column((item) => item.origin) as string[] | undefined,
      costs: costs && Float64Array.from(costs, (cost) => cost ?? NaN),
      outputs: this.#cells((item) => item.outputs),
      embeddings: this.#embeddings(),
    };
    return datasetFromColumns({
      ids: items.map((item) => item.id),
      systems: this.#scores.systems.names,
      ...this.#joinedScores(),
      ...Object.fromEntries(Object.entries(columns).filter(([, values]) => values !== undefined)),
    });
  }

  /** The score columns, the human ones as views of the judgements. */
  #joinedScores(): Pick<DatasetColumns, 'metrics' | 'scores' | 'judgements' | 'views'> {
    const { names } = this.#scores.metrics;
    const given = this.#scores.join();
    const judgements = this.#judgements.join();
    if (judgements === undefined) return { metrics: names, scores: given };
    const scores = new Map(names.map((name, at) => [name, given[at]]));
    const views = humanViews(judgements, scores, {
      systems: this.#scores.systems.names.length,
      rule: this.#rule,
    });
    return { metrics: [...scores.keys()], scores: [...scores.values()], judgements, views };
  }

  #kept(item: ItemFields, origin: string | undefined): KeptItem {
    return {
      id: item.id,
      source: item.source,
      reference: item.reference,
      document: item.document,
      domain: item.domain,
      cost: item.cost,
      columns: item.columns,
      origin,
      outputs: this.#bySystem(item.outputs),
      sourceVector: item.sourceVector && [...item.sourceVector],
      outputVectors: this.#bySystem(item.outputVectors)?.map((vector) => vector && [...vector]),
    };
  }

  /** The values of an item in the order of the systems; undefined when it has none. */
  #bySystem<T>(values: PerSystem<T> | undefined): (T | undefined)[] | undefined {
    if (values === undefined) return undefined;
    const row = new Array<T | undefined>(this.#scores.systems.names.length).fill(undefined);
    let expected = 0;
    let present = false;
    for (const system of Object.keys(values)) {
      const s = this.#scores.systems.find(system, expected);
      expected = s + 1;
      if (s < 0 || values[system] === null || values[system] === undefined) continue;
      row[s] = values[system];
      present = true;
    }
    return present ? row : undefined;
  }

  /** The further columns that some item has; undefined when there are none. */
  #further(column: (read: (item: KeptItem) => string | undefined) => TextColumn | undefined) {
    const found = this.#columns.flatMap((name, at): [string, TextColumn][] => {
      const values = column((item) => item.columns![at]);
      return values === undefined ? [] : [[name, values]];
    });
    return found.length === 0 ? undefined : new Map(found);
  }

  /** One value per cell, `item * systems + system`; undefined when no item has any. */
  #cells<T>(read: (item: KeptItem) => readonly T[] | undefined): (T | undefined)[] | undefined {
    if (!this.#items.some((item) => read(item) !== undefined)) return undefined;
    const systems = this.#scores.systems.names.length;
    const cells = new Array<T | undefined>(this.#items.length * systems).fill(undefined);
    this.#items.forEach((item, i) => read(item)?.forEach((value, s) => (cells[i * systems + s] = value)));
    return cells;
  }

  #embeddings() {
    const sources = vectorTable(this.#items.map((item) => item.sourceVector));
    const outputs = vectorTable(this.#cells((item) => item.outputVectors) ?? []);
    return sources || outputs ? { ...(sources && { sources }), ...(outputs && { outputs }) } : undefined;
  }
}

/** Vectors as a table; undefined unless every row has one. */
function vectorTable(rows: readonly (readonly number[] | undefined)[]): VectorTable | undefined {
  if (rows.length === 0 || rows.some((row) => row === undefined)) return undefined;
  const dimensions = rows[0]!.length;
  const values = new Float64Array(rows.length * dimensions);
  rows.forEach((row, r) => values.set(row!, r * dimensions));
  return { dimensions, values };
}
