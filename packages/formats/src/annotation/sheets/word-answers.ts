import { judgementRecord } from '../../tables/judgement-record.js';
import { UNNAMED, type GivenScore } from '../judged-cells.js';

/** Answers in words, as judgements: a table of cells holds numbers alone. */
export class WordAnswers {
  readonly #items = new Map<string, object[]>();
  readonly #words = new Map<string, string>();

  /** Keeps an answer; false where the rater has given another one already. */
  take(given: Omit<GivenScore, 'score'>, word: string): boolean {
    const keyOf = (rater: string) => JSON.stringify([given.item, given.system, given.metric, rater]);
    let rater = given.rater || UNNAMED;
    if (given.rater === '') for (let at = 2; this.#words.has(keyOf(rater)); at++) rater = `${UNNAMED} ${at}`;
    const before = this.#words.get(keyOf(rater));
    if (before !== undefined) return before === word;
    this.#words.set(keyOf(rater), word);
    const record = judgementRecord({ ...given, rater, value: word }, given);
    const known = this.#items.get(given.item);
    if (known === undefined) this.#items.set(given.item, [record]);
    else known.push(record);
    return true;
  }

  /** The judgements of an item. */
  of(item: string): readonly object[] {
    return this.#items.get(item) ?? [];
  }
}
