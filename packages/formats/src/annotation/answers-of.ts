import type { Returned } from './platform.js';

/** An answer before its scores are read. */
export type AnswerBase = Omit<Returned, 'score' | 'criterion'>;

/**
 * What a person said of a task: one judgement per question. The time was taken and errors were marked once, so only the first that was answered has them.
 *
 * @param criteria - of the key; none = one question, `score`
 */
export function answersOf(
  { seconds, spans, ...base }: AnswerBase,
  criteria: readonly string[],
  scoreOf: (question: string) => Returned['score'],
): Returned[] {
  const questions = criteria.length === 0 ? ['score'] : criteria;
  const scores = questions.map(scoreOf);
  const first = Math.max(
    0,
    scores.findIndex((score) => score !== undefined),
  );
  return questions.map((criterion, at) => ({
    ...base,
    ...(criteria.length > 0 && { criterion }),
    ...(scores[at] !== undefined && { score: scores[at] }),
    ...(at === first && seconds !== undefined && { seconds }),
    ...(at === first && spans !== undefined && spans.length > 0 && { spans }),
  }));
}

/** A field of untrusted JSON by a name that may be any text. */
export function ownField(fields: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
}
