import { NameIndex } from '../name-index.js';
import type { JudgementFields } from './judgement-fields.js';

/** Who judged which cell of an item on what. Positions make the keys: a text for each judgement would cost more than to read it. */
export class JudgedCells {
  readonly #systems = new NameIndex();
  readonly #raters = new NameIndex();
  readonly #criteria = new NameIndex();
  readonly #seen = new Set<number>();
  #system = 0;
  #rater = 0;

  /** @param judgements - all of the item: how many names there are makes the keys */
  constructor(judgements: readonly JudgementFields[]) {
    for (const judgement of judgements) this.#locate(judgement);
  }

  /** Takes a judgement; false where the rater has judged the cell on this criterion before. O(1). */
  take(judgement: JudgementFields): boolean {
    const criterion = this.#locate(judgement);
    const cell = this.#system * this.#raters.names.length + this.#rater;
    const before = this.#seen.size;
    this.#seen.add(cell * this.#criteria.names.length + criterion);
    return this.#seen.size > before;
  }

  /** Finds the system and the rater, where those of the judgement before are the first guess, and gives the criterion. */
  #locate({ system, rater, criterion }: JudgementFields): number {
    this.#system = this.#systems.place(system, this.#system);
    this.#rater = this.#raters.place(rater, this.#rater + 1);
    return this.#criteria.place(criterion, 0);
  }
}
