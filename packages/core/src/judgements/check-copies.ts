import { distinctText } from '../distinct-text.js';
import { isNearText, MOST_NEAR } from '../is-near-text.js';
import { showValue } from '../show-value.js';
import type { JudgementFields } from './judgement-fields.js';

/** What is wrong with a copy, and what to do. */
export interface CopyProblem {
  readonly judgement: JudgementFields;
  readonly problem: string;
  readonly advice: string;
}

/**
 * Finds the first copy of an item that is none: the same rater must have judged the system it names on the same criterion, not as a copy
 * either, with the same value, and the outputs must be one to people, or nearly (`isNearText`). Undefined where there is none.
 * O(judgements) where the item has copies.
 *
 * @param outputs - texts by system, where the item has any
 */
export function checkCopies(
  judgements: readonly JudgementFields[],
  outputs: Readonly<Record<string, unknown>> | undefined,
): CopyProblem | undefined {
  if (judgements.every(({ copyOf }) => copyOf === undefined)) return undefined;
  const answers = new Map(judgements.map((judgement) => [keyOf(judgement), judgement]));
  for (const judgement of judgements) {
    const { system, copyOf } = judgement;
    if (copyOf === undefined) continue;
    const original = answers.get(keyOf({ ...judgement, system: copyOf }));
    const found =
      misfitOf(judgement, original) ??
      (isOneOutput(outputs?.[system], outputs?.[copyOf])
        ? undefined
        : {
            problem: `must name a system with the identical output; that of ${showValue(copyOf)} is another`,
            advice: 'leave "copyOf" out where this output was judged itself',
          });
    if (found !== undefined) return { judgement, problem: `"copyOf" ${found.problem}`, advice: found.advice };
  }
  return undefined;
}

function misfitOf({ copyOf, value }: JudgementFields, original: JudgementFields | undefined) {
  const name = showValue(copyOf);
  if (original === undefined)
    return {
      problem: `must name a system that the rater judged on this criterion; there is no such judgement of ${name}`,
      advice: 'add it, or leave "copyOf" out where this output was judged itself',
    };
  if (original.copyOf !== undefined)
    return {
      problem: `must name the system that was judged itself; the judgement of ${name} is a copy, too`,
      advice: 'leave "copyOf" out of the one that was judged, and name its system in the others',
    };
  if (original.value !== value)
    return {
      problem: `must go with the value of the judgement that is copied, ${showValue(original.value)}; got ${showValue(value)}`,
      advice: 'give both the same value, or leave "copyOf" out where this output was judged itself',
    };
  return undefined;
}

/** Whether outputs are one to people, or nearly, so that one judgement may stand for both; what is no text may be any. */
export function isOneOutput(own: unknown, other: unknown): boolean {
  if (typeof own !== 'string' || typeof other !== 'string') return true;
  return isNearText(distinctText(own), distinctText(other), MOST_NEAR);
}

function keyOf({
  system,
  rater,
  criterion,
}: Pick<JudgementFields, 'system' | 'rater' | 'criterion'>): string {
  return JSON.stringify([system, rater, criterion]);
}
