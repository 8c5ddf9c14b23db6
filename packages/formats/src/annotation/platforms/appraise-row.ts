/** A row of the scores that Appraise prints. */
export interface AppraiseRow {
  readonly account: string;
  /** The identifier of the output: a task of Goldpan, or a system. */
  readonly target: string;
  /** The number of the segment. */
  readonly segment: string;
  /** TGT, or the kind of check: REF, BAD, CHK. */
  readonly type: string;
  readonly languages: readonly [string, string];
  readonly score: string;
  /** Empty where the campaign has no documents. */
  readonly document: string;
  /** Marked errors as JSON; empty where the campaign asks for none. */
  readonly errors: string;
  /** Seconds since 1970, and how long it took; absent where the row has no times. */
  readonly end?: number;
  readonly seconds?: number;
}

const NUMBER = /^\d+(\.\d+)?$/;

/**
 * Reads a row without a header, of any kind of campaign: account, system, segment, type, two languages and score; then, as the campaign
 * has them, document, whether it is whole, marked errors; then start and end, and what batch it was. Undefined where it is shorter.
 */
export function appraiseRow(values: readonly string[]): AppraiseRow | undefined {
  // Contrastive campaigns print the source's identifier before the system's.
  const at = values.length >= 15 ? 2 : 1;
  const [target, segment, type, from, to, score, ...more] = values.slice(at);
  if (score === undefined) return undefined;
  const times = more.findIndex((value, place) => NUMBER.test(value) && NUMBER.test(more[place + 1] ?? ''));
  const facts = times < 0 ? more : more.slice(0, times);
  const [start, end] = times < 0 ? [NaN, NaN] : more.slice(times, times + 2).map(Number);
  const isWhole = facts.findIndex((fact) => /^(true|false)$/i.test(fact));
  return {
    ...{ account: values[0], target, segment, type, languages: [from, to], score },
    document: isWhole > 0 ? facts[isWhole - 1] : '',
    errors: facts.find((fact) => fact.startsWith('[{')) ?? '',
    ...(times >= 0 && { end }),
    ...(Number.isFinite(end - start) && end !== start && { seconds: end - start }),
  };
}
