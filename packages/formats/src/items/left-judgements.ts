import { DEFAULT_TARGET, isOneOutput } from '@goldpan/core';
import { labelText } from '../json/json-text.js';

/** A judgement as it stands in an item, unchecked. */
export type JudgementRecord = Readonly<Record<string, unknown>>;

/** The judgements of an item, and its texts by system. */
export interface JudgedRecord {
  readonly judgements: readonly JudgementRecord[];
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/** Members of a judgement that change; undefined = taken out. */
export type JudgementEdit = Readonly<Record<string, unknown>>;

/** What is told once for all copies: what judging took. What was marked is, too, but it fits only an output that is equal to the character. */
const TOLD = ['seconds', 'time'];

/**
 * What becomes of the judgements of an item where some are taken out. Where one goes of which others are copies, the first of them stands
 * for it, with what it took and marked, and the next are copies of that, or stand for themselves where their outputs are not nearly the same. O(judgements).
 *
 * @returns for each judgement what changes of it; undefined where it is taken out
 */
export function leftJudgements(
  { judgements, outputs = {} }: JudgedRecord,
  isLeft: (judgement: JudgementRecord) => boolean,
): (JudgementEdit | undefined)[] {
  const gone = new Map<string, JudgementRecord>();
  for (const judgement of judgements) if (!isLeft(judgement)) gone.set(judgementKey(judgement), judgement);
  const stands = new Map<string, unknown[]>();
  return judgements.map((judgement) => {
    if (!isLeft(judgement)) return undefined;
    const { system, copyOf } = judgement;
    const answer = judgementKey({ ...judgement, system: copyOf });
    const original = copyOf === undefined ? undefined : gone.get(answer);
    if (original === undefined) return {};
    const before = stands.get(answer) ?? [];
    const own = outputs[String(system)];
    const heir = before.find((other) => isOneOutput(own, outputs[String(other)]));
    if (heir !== undefined) return { copyOf: heir };
    stands.set(answer, [...before, system]);
    if (before.length > 0) return { copyOf: undefined };
    const told = outputs[String(copyOf)] === own ? [...TOLD, 'spans'] : TOLD;
    return { copyOf: undefined, ...Object.fromEntries(told.map((name) => [name, original[name]])) };
  });
}

/** Tells judgements of an item apart: the system, the rater (or the run) and the criterion. */
export function judgementKey({ system, rater, repeat, criterion }: JudgementRecord): string {
  const who = repeat === undefined ? labelText(rater) : { repeat };
  return JSON.stringify([system, who, criterion ?? DEFAULT_TARGET]);
}
