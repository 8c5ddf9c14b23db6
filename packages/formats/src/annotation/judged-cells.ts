import { readSeconds, type SpanFields } from '@goldpan/core';
import { median } from '@goldpan/stats';
import { ratingNotes } from '../loaders/rating-notes.js';
import type { Intake } from '../reading/intake.js';
import { CellTable } from '../tables/cell-table.js';
import type { JudgementOptions } from './judgement-options.js';
import { secondsText } from './seconds-text.js';

/** What a person said of an output. */
export interface GivenScore {
  readonly item: string;
  readonly system: string;
  /** Further systems with the same output, for which it counts too. */
  readonly also?: readonly string[];
  /** The score column. */
  readonly metric: string;
  /** Who said it; empty where nobody is named. */
  readonly rater: string;
  /** Undefined where the person gave none. */
  readonly score?: number;
  readonly seconds?: number;
  /** Milliseconds since 1970. */
  readonly time?: number;
  readonly spans?: readonly SpanFields[];
  /** Whether it is one of several answers that make one score, such as comparisons with several others; default false. */
  readonly isPart?: boolean;
  /** The place in the input, for notes. */
  readonly where: string;
}

/** Who gave an answer that names nobody. */
export const UNNAMED = 'unnamed';

/** The cells that people judged, and what there is to say of how they did. */
export class JudgedCells {
  readonly table: CellTable;
  readonly #options: JudgementOptions;
  readonly #intake: Intake;
  readonly #counts: 'mean' | 'last';
  readonly #seconds: number[] = [];
  #empty = 0;
  /** Where a person rated what it had rated before. */
  readonly #again = new Set<string>();
  /** Answers that name nobody. */
  #unnamed = 0;
  /** Where times are below 0 or of a week and more. */
  readonly #odd: string[] = [];

  /** @param again - what counts where a person rated what it had rated before; parts of one score are averaged in any case */
  constructor(options: JudgementOptions, intake: Intake, again: 'mean' | 'last' = 'mean') {
    this.#options = options;
    this.#counts = again;
    this.#intake = intake;
    this.table = new CellTable({
      rule: options.rule,
      keepAnnotators: options['keep-annotators'],
      lowerIsBetter: options['lower-is-better'],
    });
  }

  /** Counts an answer without a score. */
  skip(): void {
    this.#empty++;
  }

  take(given: GivenScore): void {
    const { item: id, system, also = [], metric, score, seconds, time, spans, isPart, where } = given;
    if (score === undefined) return this.skip();
    const place = placeOf(given);
    const item = this.table.item(id, where);
    const annotator = given.rater === '' ? this.#nobody(item, { system, metric }) : given.rater;
    const took = readSeconds(seconds);
    if (!isPart && this.table.has(item, { system, metric, annotator })) {
      this.#again.add(`${where}, ${place}`);
      if (this.#counts === 'last')
        for (const one of [system, ...also]) this.table.forget(item, { system: one, metric, annotator });
    }
    const details = {
      ...(typeof took === 'number' && { seconds: took }),
      ...(time !== undefined && { time }),
      ...(spans !== undefined && { spans }),
    };
    // The time was taken and errors were marked once, so only one of several equal outputs has them.
    this.table.add(item, { system, metric, annotator }, score, details);
    for (const other of also)
      this.table.add(item, { system: other, metric, annotator }, score, { copyOf: system });
    if (typeof took === 'number') this.#seconds.push(took);
    else if (took !== undefined) this.#odd.push(`${where}, ${place}: ${seconds} s`);
  }

  /** A name for who names nobody: answers to the same question are of different people. */
  #nobody(item: number, cell: { readonly system: string; readonly metric: string }): string {
    this.#unnamed++;
    let name = UNNAMED;
    for (let at = 2; this.table.has(item, { ...cell, annotator: name }); at++) name = `${UNNAMED} ${at}`;
    return name;
  }

  /** Notes how many ratings there are, and by which rule they became scores. */
  ratingNotes(): void {
    ratingNotes(this.table, this.#options.rule, this.#intake);
  }

  /** Notes what was left out or stands for something else. */
  answerNotes(): void {
    if (this.#unnamed > 0)
      this.#intake.note(
        `answers that name nobody: ${this.#unnamed}; the first of each output counts as that of a rater called ${UNNAMED}, the next of ${UNNAMED} 2`,
      );
    if (this.#again.size > 0)
      this.#intake.note(
        `ratings of what the same person rated before: ${this.#again.size} (${named([...this.#again])}); the ${this.#counts} counts: take one of them out where it was a slip`,
      );
    if (this.#empty > 0)
      this.#intake.note(`answers without a score (skipped, rejected or unfinished): ${this.#empty}`);
    const { length: timed } = this.#seconds;
    if (timed > 0)
      this.#intake.note(`median time per judgement: ${secondsText(median(this.#seconds))} (of ${timed})`);
    if (this.#odd.length > 0)
      this.#intake.note(
        `times below 0 or of a week and more, which were left out: ${this.#odd.length} (${named(this.#odd)}); check the clock of the platform`,
      );
  }
}

/** What was judged by whom, for messages. */
export function placeOf({ item, system, rater }: Pick<GivenScore, 'item' | 'system' | 'rater'>): string {
  const who = rater === '' ? '' : `, rater ${JSON.stringify(rater)}`;
  return `item ${JSON.stringify(item)}, system ${JSON.stringify(system)}${who}`;
}

/** The first of some places. */
function named(places: readonly string[]): string {
  return `${places.slice(0, 3).join('; ')}${places.length > 3 ? '; …' : ''}`;
}
