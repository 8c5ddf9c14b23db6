import { unusableInput } from '../../errors.js';
import type { Intake } from '../../reading/intake.js';

/** Scores by system, one per segment; NaN = missing. */
export type SegmentScores = ReadonlyMap<string, Float64Array>;

/** How many segments the sources have, and whether they begin with a canary. */
export interface SegmentCount {
  readonly segments: number;
  readonly canary: boolean;
}

/**
 * Reads a `.seg.score` file: lines `SYSTEM SCORE`, a block of one line per segment for each system, `None` where there is
 * no score. Where the sources begin with a canary a block may have one line more, for it, which is left out.
 *
 * @throws UNUSABLE_INPUT with file, line and system
 */
export async function readScores(
  path: string,
  segments: SegmentCount,
  intake: Intake,
): Promise<SegmentScores> {
  const found = new Map<string, number[]>();
  for await (const lines of intake.textLines(path)) {
    for (const { text, number } of lines) {
      if (text.trim() === '') continue;
      const [system, score, ...rest] = text.trim().split(/\s+/);
      const value = score === 'None' ? NaN : Number(score);
      if (score === undefined || rest.length > 0 || (score !== 'None' && !Number.isFinite(value))) {
        const problem = `line ${number}, system ${JSON.stringify(system)}: a line must be a system and a number or None; it is ${JSON.stringify(text)}`;
        throw unusableInput(path, problem, 'mend the line');
      }
      const scores = found.get(system);
      if (scores) scores.push(value);
      else found.set(system, [value]);
    }
  }
  return new Map(
    [...found].map(([system, scores]) => [system, block(path, { system, scores, ...segments })]),
  );
}

function block(
  path: string,
  { system, scores, segments, canary }: SegmentCount & { system: string; scores: number[] },
) {
  const excess = scores.length - segments;
  if (excess === 0 || (excess === 1 && canary)) return Float64Array.from(scores.slice(excess));
  const problem = `must have ${segments} scores of each system, one per segment; system ${JSON.stringify(system)} has ${scores.length}`;
  throw unusableInput(path, problem, 'take the score files that belong to these sources');
}
