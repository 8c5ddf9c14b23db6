import { counted } from '../../../counted.js';
import type { Intake } from '../../../reading/intake.js';
import type { MarkedCells } from './marked-cells.js';
import { comparedScores, type SegmentScore } from './segment-scores.js';

/** Notes what was left out of the scores, and how they compare with published ones. */
export function mqmNotes(marks: MarkedCells, published: readonly SegmentScore[], intake: Intake): void {
  const { checks, misplaced, times } = marks;
  const judgements = [...marks.judgements.values()];
  if (checks.rows > 0)
    intake.note(
      `attention checks (HOTW-test), left out of the scores: ${checks.rows}, of which ${checks.found} found`,
    );
  if (misplaced > 0)
    intake.note(
      `${counted(misplaced, 'mark')} in texts that differ from those of an earlier row of the cell: kept without their places`,
    );
  if (times.odd > 0) intake.note(`${counted(times.odd, 'action')} without a usable time: left out`);
  const spoilt = judgements.filter((judgement) => judgement.spoilt).length;
  if (spoilt > 0)
    intake.note(
      `${counted(spoilt, 'judgement')} with rows that were set aside: left out, for the score would be too good`,
    );
  if (published.length === 0) return;
  const { both, equal, different } = comparedScores(judgements, published);
  const some = different.slice(0, 3).join('; ');
  intake.note(
    `published segment scores: ${equal} of the ${both} that both have equal the means of the raters${some && `; not ${some}`}`,
  );
}
