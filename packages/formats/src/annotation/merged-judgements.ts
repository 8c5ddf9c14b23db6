import { leftJudgements, judgementKey, type JudgementRecord } from '../items/left-judgements.js';
import { jsonObject } from '../loaders/json-object.js';

/** The judgements of an item with new ones. */
export interface MergedJudgements {
  /** Undefined where there are none that are new. */
  readonly judgements?: readonly JudgementRecord[];
  /** How many of other raters gave way to the new ones. */
  readonly replaced: number;
}

/**
 * The judgements of an item with new ones, which take the place of all that there are of the same outputs on the same criteria, so that
 * scores are those of the judgements. O(judgements).
 */
export function mergedJudgements(
  { judgements, tgt }: JudgementRecord,
  added: readonly JudgementRecord[] = [],
): MergedJudgements {
  if (added.length === 0) return { replaced: 0 };
  const before = listOf(judgements);
  const cells = new Set(added.map(cellOf));
  const edits = leftJudgements(
    { judgements: before, outputs: jsonObject(tgt) ?? {} },
    (judgement) => !cells.has(cellOf(judgement)),
  );
  const again = new Set(added.map(judgementKey));
  const gone = before.filter(
    (judgement, at) => edits[at] === undefined && !again.has(judgementKey(judgement)),
  );
  const kept = before.flatMap((judgement, at) => {
    const edit = edits[at];
    return edit === undefined ? [] : [{ ...judgement, ...edit }];
  });
  return { judgements: [...kept, ...added], replaced: gone.length };
}

/** The first of the new judgements on whose output and criterion there is one already. */
export function judgedBefore(
  { judgements }: JudgementRecord,
  added: readonly JudgementRecord[] = [],
): JudgementRecord | undefined {
  const cells = new Set(listOf(judgements).map(cellOf));
  return added.find((judgement) => cells.has(cellOf(judgement)));
}

function listOf(judgements: unknown): readonly JudgementRecord[] {
  return Array.isArray(judgements) ? judgements.map((one) => jsonObject(one) ?? {}) : [];
}

function cellOf(judgement: JudgementRecord): string {
  return judgementKey({ ...judgement, rater: '', repeat: undefined });
}
