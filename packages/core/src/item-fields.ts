import { invalidItem } from './errors.js';
import type { ItemJudgements } from './judgements/judgement-checker.js';
import { showValue } from './show-value.js';

/** A field with one value per system; absent where a system has none. */
export type PerSystem<T> = Readonly<Record<string, T | null | undefined>>;

/** The fields of one item, checked, under the project's names. Objects are the record's own, not copies. */
export interface ItemFields {
  readonly id: string;
  readonly source?: string;
  readonly reference?: string;
  readonly outputs?: PerSystem<string>;
  /** Checked to be an object only. */
  readonly scores?: Readonly<Record<string, unknown>>;
  readonly document?: string;
  readonly domain?: string;
  readonly cost?: number;
  /** The further fields that were asked for, in that order. */
  readonly columns?: readonly (string | undefined)[];
  readonly sourceVector?: readonly number[];
  readonly outputVectors?: PerSystem<readonly number[]>;
  /** What raters said of the outputs, checked against the items before. */
  readonly judgements?: ItemJudgements;
}

interface Place {
  /** Position of the item; its id where it has none. */
  readonly position: number;
  readonly where: string;
  readonly texts: boolean;
  /** Further fields to read: texts, numbers, true or false. */
  readonly columns: readonly string[];
}

/**
 * Reads an item of the JSON lines shape. Scores are checked to be an object only; their cells are the caller's work.
 * A field that is `null` counts as absent.
 *
 * @throws INVALID_ITEM
 */
export function itemFields(record: unknown, { position, where, texts, columns }: Place): ItemFields {
  if (!isObject(record)) {
    throw invalidItem(where, `an item must be an object; got ${showValue(record)}`, 'write one {…} per line');
  }
  const read = new FieldReader(record, where);
  const embedding = read.object('embedding', 'an object with "src" and "tgt"');
  const vectors = embedding && new FieldReader(embedding, where, 'embedding.');
  return {
    id: read.label('id') ?? read.label('i') ?? String(position),
    source: texts ? read.text('src') : undefined,
    reference: texts ? read.text('ref') : undefined,
    outputs: texts ? read.perSystem('tgt', isText, 'a text') : undefined,
    scores: read.object('scores', 'an object of system names and scores'),
    document: read.label('doc'),
    domain: read.label('domain'),
    cost: read.field('cost', Number.isFinite, 'a finite number'),
    columns: columns.length === 0 ? undefined : columns.map((name) => read.column(name)),
    sourceVector: vectors?.field('src', isVector, VECTOR),
    outputVectors: vectors?.perSystem('tgt', isVector, VECTOR),
  };
}

const VECTOR = 'a list of at least one finite number';

/** Reads the fields of a record, each with its requirement. */
class FieldReader {
  readonly #record: Readonly<Record<string, unknown>>;
  readonly #where: string;
  readonly #prefix: string;

  constructor(record: Readonly<Record<string, unknown>>, where: string, prefix = '') {
    this.#record = record;
    this.#where = where;
    this.#prefix = prefix;
  }

  field(name: string, check: (value: unknown) => boolean, requirement: string): any {
    const value = this.#record[name];
    if (value === undefined || value === null) return undefined;
    if (check(value)) return value;
    throw this.#problem(`"${this.#prefix}${name}" must be ${requirement}; got ${showValue(value)}`);
  }

  object(name: string, requirement: string): Readonly<Record<string, unknown>> | undefined {
    return this.field(name, isObject, requirement);
  }

  text(name: string): string | undefined {
    return this.field(name, isText, 'a text');
  }

  label(name: string): string | undefined {
    const value = this.field(name, isLabel, 'a text or a number');
    return value === undefined ? undefined : String(value);
  }

  /** A further field: of that name, or for `object.member` the member of an object. Anything inherited is absent. */
  column(name: string): string | undefined {
    if (typeof this.#record[name] === 'boolean') return String(this.#record[name]);
    if (Object.hasOwn(this.#record, name)) return this.label(name);
    const dot = name.indexOf('.');
    const [outer, member] = [name.slice(0, Math.max(0, dot)), name.slice(dot + 1)];
    const inner = Object.hasOwn(this.#record, outer) ? this.#record[outer] : undefined;
    if (!isObject(inner) || !Object.hasOwn(inner, member)) return undefined;
    return new FieldReader(inner, this.#where, `${outer}.`).label(member);
  }

  perSystem(name: string, check: (value: unknown) => boolean, requirement: string): any {
    const values = this.object(name, `an object of system names, each with ${requirement}`);
    if (values === undefined) return undefined;
    for (const system of Object.keys(values)) {
      const value = values[system];
      if (value === null || value === undefined || check(value)) continue;
      const subject = `"${this.#prefix}${name}" of system ${JSON.stringify(system)}`;
      throw this.#problem(`${subject} must be ${requirement} or null; got ${showValue(value)}`);
    }
    return values;
  }

  #problem(problem: string) {
    return invalidItem(this.#where, problem, 'mend this field');
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isLabel(value: unknown): boolean {
  return typeof value === 'string' || Number.isFinite(value);
}

function isVector(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(Number.isFinite);
}
