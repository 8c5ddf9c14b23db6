import { invalidInput } from '../errors.js';
import { MOST_PROBLEMS, type InputProblem } from './input-problem.js';
import { whereOf, type Place } from './intake.js';
import type { RejectedPart } from './write-rejected.js';

/** What the input is, and how patient the reading is. */
export interface ProblemsOptions {
  /** The input as the user named it. */
  readonly path: string;
  /** Go on after any number of problems; default: stop at the tenth. */
  readonly tolerant: boolean;
}

/** What cannot be used: the first ten with their sentences, and the place of each. */
export class Problems {
  readonly rejected: RejectedPart[] = [];
  readonly #first: InputProblem[] = [];
  readonly #options: ProblemsOptions;

  constructor(options: ProblemsOptions) {
    this.#options = options;
  }

  /**
   * Sets a line or record aside.
   *
   * @param text - the whole sentence, place included
   * @throws INVALID_INPUT at the tenth, unless bad records are to be set aside
   */
  add(place: Place, text: string, item?: string): void {
    const isLine = !('where' in place);
    this.rejected.push(isLine ? { path: place.path, start: place.start, end: place.end } : place);
    if (this.#first.length < MOST_PROBLEMS) {
      const path = isLine ? place.path : this.#options.path;
      const named = { ...(isLine && { line: place.number }), ...(item !== undefined && { item }) };
      this.#first.push({ text, path, ...named });
    }
    if (!this.#options.tolerant && this.#first.length === MOST_PROBLEMS) this.#fail(true);
  }

  /** Sets a line or record aside, with its place before the problem. */
  reject(place: Place, problem: string): void {
    this.add(place, `${whereOf(place)}: ${problem}`);
  }

  /** @throws INVALID_INPUT where there is any */
  failIfAny(): void {
    if (this.#first.length > 0) this.#fail(this.rejected.length > this.#first.length);
  }

  #fail(more: boolean): never {
    throw invalidInput(this.#options.path, this.#first, more);
  }
}
