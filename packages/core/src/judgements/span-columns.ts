import { NameIndex } from '../name-index.js';
import { GrowingColumn } from './growing-column.js';
import type { ErrorSpans } from './judgements.js';
import type { SpanFields } from './span-fields.js';

/** The error spans of a dataset that is being built. */
export class SpanColumns {
  readonly #starts = new GrowingColumn(Uint32Array);
  readonly #from = new GrowingColumn(Int32Array);
  readonly #to = new GrowingColumn(Int32Array);
  readonly #inSource = new GrowingColumn(Uint8Array);
  readonly #category = new GrowingColumn(Uint16Array);
  readonly #severity = new GrowingColumn(Uint16Array);
  readonly #categories = new NameIndex();
  readonly #severities = new NameIndex();
  #judgements = 0;

  /** Adds the spans of the next judgement. Takes no memory before the first span. */
  add(spans: readonly SpanFields[]): void {
    this.#judgements++;
    if (spans.length === 0 && this.#from.length === 0) return;
    while (this.#starts.length < this.#judgements - 1) this.#starts.push(0);
    this.#starts.push(this.#from.length);
    for (const { from = -1, to = -1, in: where, category, severity } of spans) {
      this.#from.push(from);
      this.#to.push(to);
      this.#inSource.push(where === 'src' ? 1 : 0);
      this.#category.push(this.#categories.place(category, 0));
      this.#severity.push(this.#severities.place(severity, 0));
    }
  }

  /** The spans; undefined where there are none. */
  join(): ErrorSpans | undefined {
    if (this.#from.length === 0) return undefined;
    this.#starts.push(this.#from.length);
    return Object.freeze({
      starts: this.#starts.join(),
      from: this.#from.join(),
      to: this.#to.join(),
      inSource: this.#inSource.join(),
      category: this.#category.join(),
      severity: this.#severity.join(),
      categories: this.#categories.names,
      severities: this.#severities.names,
    });
  }
}
