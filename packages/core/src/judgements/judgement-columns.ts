import { GrowingColumn } from './growing-column.js';
import { OptionalColumn } from './optional-column.js';
import type { ItemJudgements, JudgementChecker } from './judgement-checker.js';
import type { JudgementFields } from './judgement-fields.js';
import { hasLevels } from './judgement-scale.js';
import type { Judgements } from './judgements.js';
import { SpanColumns } from './span-columns.js';
import type { SpanFields } from './span-fields.js';

const NO_SPANS: readonly SpanFields[] = [];

/** The judgements of a dataset that is being built. */
export class JudgementColumns {
  readonly #names: JudgementChecker;
  readonly #starts = new GrowingColumn(Uint32Array);
  readonly #systems = new GrowingColumn(Uint32Array);
  readonly #copyOf = new GrowingColumn(Int32Array);
  readonly #rater = new GrowingColumn(Uint16Array);
  readonly #criterion = new GrowingColumn(Uint16Array);
  readonly #values = new GrowingColumn(Float64Array);
  readonly #seconds = new OptionalColumn();
  readonly #times = new OptionalColumn();
  readonly #spans = new SpanColumns();
  /** By name: position, and the levels in the order in which they occur, which is how values hold them until the scale is sure. */
  readonly #criteria = new Map<string, { at: number; levels: Map<string, number> }>();

  #lastRater = -1;

  constructor(names: JudgementChecker) {
    this.#names = names;
  }

  /** Adds the judgements of the next item, which the checker has accepted. */
  add(item: ItemJudgements | undefined, systemOf: (name: string, expected: number) => number): void {
    this.#starts.push(this.#values.length);
    let system = -1;
    for (const judgement of item?.judgements ?? []) {
      system = systemOf(judgement.system, system);
      this.#systems.push(system);
      this.#addCopy(judgement.copyOf, systemOf);
      this.#addOne(judgement);
    }
  }

  /** The judgements; undefined where there are none. The columns cannot be used afterwards. */
  join(): Judgements | undefined {
    const size = this.#values.length;
    if (size === 0) return undefined;
    this.#starts.push(size);
    const criterion = this.#criterion.join();
    const values = this.#values.join();
    this.#placeLevels(criterion, values);
    const copyOf = this.#copyOf.length > 0 ? this.#copyOf.join() : undefined;
    const seconds = this.#seconds.join();
    const times = this.#times.join();
    const spans = this.#spans.join();
    return Object.freeze({
      size,
      raters: this.#names.raters.names,
      criteria: this.#names.criteria,
      starts: this.#starts.join(),
      systems: this.#systems.join(),
      rater: this.#rater.join(),
      criterion,
      values,
      ...(copyOf && { copyOf }),
      ...(seconds && { seconds }),
      ...(times && { times }),
      ...(spans && { spans }),
    });
  }

  /** Takes no memory before the first copy. */
  #addCopy(original: string | undefined, systemOf: (name: string, expected: number) => number): void {
    const before = this.#values.length;
    if (original === undefined && this.#copyOf.length === 0) return;
    while (this.#copyOf.length < before) this.#copyOf.push(-1);
    this.#copyOf.push(original === undefined ? -1 : systemOf(original, 0));
  }

  #addOne({ rater, criterion, value, seconds = NaN, time = NaN, spans = NO_SPANS }: JudgementFields): void {
    const { at, levels } = this.#criterionOf(criterion);
    this.#lastRater = this.#names.raters.find(rater, this.#lastRater + 1);
    this.#rater.push(this.#lastRater);
    this.#criterion.push(at);
    this.#values.push(typeof value === 'number' ? value : levelOf(value, levels));
    this.#seconds.push(seconds);
    this.#times.push(time);
    this.#spans.add(spans);
  }

  #criterionOf(name: string) {
    let known = this.#criteria.get(name);
    if (known === undefined) {
      const at = this.#names.criteria.findIndex((criterion) => criterion.name === name);
      this.#criteria.set(name, (known = { at, levels: new Map() }));
    }
    return known;
  }

  /** Puts the place of a level in its scale for its place among those that occurred. */
  #placeLevels(criterion: Uint16Array, values: Float64Array): void {
    const { criteria } = this.#names;
    const places = criteria.map(({ name, scale }) =>
      hasLevels(scale)
        ? Array.from(this.#criteria.get(name)?.levels.keys() ?? [], (level) => scale.levels.indexOf(level))
        : undefined,
    );
    if (places.every((place) => place === undefined || place.every((at, order) => at === order))) return;
    values.forEach((value, j) => {
      const place = places[criterion[j]];
      if (place !== undefined) values[j] = place[value];
    });
  }
}

function levelOf(value: string, levels: Map<string, number>): number {
  const known = levels.get(value);
  if (known === undefined) levels.set(value, levels.size);
  return known ?? levels.size - 1;
}
