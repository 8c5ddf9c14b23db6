import { GoldpanError, type ErrorFields } from './goldpan-error.js';

/** The text of one occurrence of an error. */
export interface ErrorText {
  readonly fields: ErrorFields;
  readonly what: string;
  readonly advice: string;
}

/** A factory for one kind of error, which also carries its line in the catalogue. */
export interface ErrorDefinition<Arguments extends any[] = any[]> {
  (...values: Arguments): GoldpanError;
  readonly code: string;
  readonly summary: string;
}

/**
 * Defines one kind of error. A package keeps its definitions in `errors.ts`; together they are the catalogue that the
 * documentation lists.
 *
 * @param code - stable, upper-case identifier
 * @param summary - one sentence for the catalogue: when does this occur?
 * @param describe - makes the text and the fields from the values of one occurrence
 */
export function defineError<Arguments extends any[]>(
  code: string,
  summary: string,
  describe: (...values: Arguments) => ErrorText,
): ErrorDefinition<Arguments> {
  const create = (...values: Arguments) => new GoldpanError({ code, ...describe(...values) });
  return Object.assign(create, { code, summary });
}
