import { invalidItem } from './errors.js';
import { itemFields, type ItemFields, type PerSystem } from './item-fields.js';
import { JudgementChecker } from './judgements/judgement-checker.js';
import type { Criterion } from './judgements/judgements.js';
import { ScoreBlocks } from './score-blocks.js';

/** The identifiers seen so far and where each came from: a Map, or something that takes less memory. */
export interface IdRegister {
  has(id: string): boolean;
  /** Asked only for an id that the register has. */
  get(id: string): string | undefined;
  set(id: string, origin: string | undefined): unknown;
}

/** What a checker works with. */
export interface ItemCheckerOptions {
  /** Look at sources, references and outputs; default true. */
  readonly texts?: boolean;
  /** Further fields to read; default none. */
  readonly columns?: readonly string[];
  /** Default a Map. */
  readonly ids?: IdRegister;
  /** Default blocks of its own. */
  readonly scores?: ScoreBlocks;
  /** Default a checker of its own. */
  readonly judgements?: JudgementChecker;
}

/**
 * Checks items one by one, each against those before it: ids are unique, vectors of one length. Keeps no item; memory
 * depends on the register of ids and on the number of systems and metrics. An item that is refused leaves the checker as it was.
 */
export class ItemChecker {
  readonly #texts: boolean;
  readonly #columns: readonly string[];
  readonly #ids: IdRegister;
  readonly #scores: ScoreBlocks;
  readonly #judgements: JudgementChecker;
  /** Lengths of the embedding vectors, once known. */
  #dimensions: { source?: number; output?: number } = {};
  #size = 0;

  constructor({
    texts = true,
    columns = [],
    ids = new Map(),
    scores = new ScoreBlocks(),
    judgements = new JudgementChecker(),
  }: ItemCheckerOptions = {}) {
    this.#texts = texts;
    this.#columns = columns;
    this.#ids = ids;
    this.#scores = scores;
    this.#judgements = judgements;
  }

  /** Number of items so far. */
  get size(): number {
    return this.#size;
  }

  /** The systems so far, in the order in which they first occurred. */
  get systems(): readonly string[] {
    return this.#scores.systems.names;
  }

  /** What raters were asked so far. */
  get criteria(): readonly Criterion[] {
    return this.#judgements.criteria;
  }

  /**
   * The fields of one item in the shape of the item JSON lines; its scores are in the row of the blocks. O(cells of the item).
   *
   * @param origin - where the item came from, for messages; default its position
   * @throws INVALID_ITEM
   */
  check(record: unknown, origin?: string): ItemFields {
    const where = origin ?? `item ${this.#size}`;
    const place = { position: this.#size, where, texts: this.#texts, columns: this.#columns };
    const fields = itemFields(record, place);
    this.#checkId(fields.id, where);
    const judgements = this.#judgements.check(record as Record<string, unknown>, where);
    const item = judgements === undefined ? fields : { ...fields, judgements };
    const dimensions = this.#checkedDimensions(item, where);
    const { scores = {} } = item;
    if (!this.#scores.read(scores, where) || !this.#knowsSystemsOf(item)) {
      this.#scores.register(scores, where);
      for (const system of systemsOf(item)) this.#scores.systems.add(system);
      this.#scores.layOut();
      this.#scores.read(scores, where);
    }
    if (judgements !== undefined) this.#judgements.accept(judgements, where);
    this.#dimensions = dimensions;
    this.#ids.set(item.id, origin);
    this.#size++;
    return item;
  }

  /** Keeps the scales that a record declares which is left out: they hold for all items. */
  declareScales(record: unknown): void {
    if (typeof record === 'object' && record !== null)
      this.#judgements.declare(record as Record<string, unknown>);
  }

  #checkId(id: string, where: string): void {
    if (!this.#ids.has(id)) return;
    const first = this.#ids.get(id) ?? 'an earlier item';
    const problem = `id ${JSON.stringify(id)} must be unique; ${first} has it too`;
    throw invalidItem(where, problem, 'give every item its own "id"');
  }

  /** The lengths of the vectors, those of this item included. */
  #checkedDimensions({ sourceVector, outputVectors }: ItemFields, where: string) {
    if (!sourceVector && !outputVectors) return this.#dimensions;
    let { source, output } = this.#dimensions;
    const check = (field: string, vector: readonly number[], expected = vector.length) => {
      if (vector.length === expected) return expected;
      const problem = `${field} must be a vector of length ${expected} like those before it; its length is ${vector.length}`;
      throw invalidItem(where, problem, 'embed all texts with the same model');
    };
    if (sourceVector) source = check('"embedding.src"', sourceVector, source);
    for (const [system, vector] of Object.entries(outputVectors ?? {})) {
      if (vector) output = check(`"embedding.tgt" of system ${JSON.stringify(system)}`, vector, output);
    }
    return { source, output };
  }

  #knowsSystemsOf(item: ItemFields): boolean {
    if (!item.outputs && !item.outputVectors && !item.judgements) return true;
    let expected = 0;
    for (const system of systemsOf(item)) {
      const s = this.#scores.systems.find(system, expected);
      if (s < 0) return false;
      expected = s + 1;
    }
    return true;
  }
}

/** The systems that an item has an output, an embedding or a judgement of. */
function systemsOf({ outputs = {}, outputVectors = {}, judgements }: ItemFields): string[] {
  const named = [...presentIn(outputs), ...presentIn(outputVectors)];
  return judgements === undefined
    ? named
    : [...named, ...neighboursOnce(judgements.judgements.map(({ system }) => system))];
}

/** Names, each run of the same one once. */
function neighboursOnce(names: readonly string[]): string[] {
  return names.filter((name, at) => name !== names[at - 1]);
}

function presentIn(values: PerSystem<unknown>): string[] {
  return Object.keys(values).filter((system) => values[system] !== null && values[system] !== undefined);
}
