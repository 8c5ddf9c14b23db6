import type { Returned } from './platform.js';
import { ratingValue } from './rating-value.js';

/** An answer before its scores are read. */
export type AnswerBase = Omit<Returned, 'score' | 'criterion'>;

/** What else a person answered in a task: a question that was not asked, or one that was answered again later. */
export type OtherAnswer = Required<Pick<Returned, 'score'>> & Pick<Returned, 'criterion'>;

/**
 * What a person said of a task: one judgement per question. The time was taken and errors were marked once, so only the first that was answered has them.
 *
 * @param criteria - of the key; none = one question, `score`
 * @param others - come first: what is answered again later does not count
 */
export function answersOf(
  { seconds, spans, ...base }: AnswerBase,
  criteria: readonly string[],
  scoreOf: (question: string) => Returned['score'],
  others: readonly OtherAnswer[] = [],
): Returned[] {
  const questions = criteria.length === 0 ? ['score'] : criteria;
  const scores = questions.map(scoreOf);
  const first = Math.max(
    0,
    scores.findIndex((score) => score !== undefined),
  );
  const asked = questions.map((criterion, at) => ({
    ...base,
    ...(criteria.length > 0 && { criterion }),
    ...(scores[at] !== undefined && { score: scores[at] }),
    ...(at === first && seconds !== undefined && { seconds }),
    ...(at === first && spans !== undefined && spans.length > 0 && { spans }),
  }));
  return [...others.map((other) => ({ ...base, ...other })), ...asked];
}

/** The answers among some fields to questions that were not asked; none where a field is empty. */
export function unaskedOf(
  fields: Readonly<Record<string, unknown>> | undefined,
  known: readonly string[],
): OtherAnswer[] {
  return Object.entries(fields ?? {}).flatMap(([criterion, value]) => {
    const score = known.includes(criterion) ? undefined : ratingValue(value);
    return score === undefined ? [] : [{ criterion, score }];
  });
}

/** A field of untrusted JSON by a name that may be any text. */
export function ownField(fields: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
}
