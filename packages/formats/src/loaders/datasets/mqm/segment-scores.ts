import { parseScore } from '../../../tables/parse-score.js';
import type { TextLine } from '../../../reading/read-lines.js';
import type { ScoreColumns } from './mqm-columns.js';
import type { MarkedJudgement } from './marked-cells.js';

/** One published score of a segment. */
export interface SegmentScore {
  readonly item: string;
  readonly system: string;
  readonly score: number;
  readonly line: TextLine;
}

/** The score of a row, undefined where it is missing; what is wrong with the row, as text. Cells are separated by tabs or blanks. */
export function segmentScore(
  line: TextLine,
  { width, columns }: { width: number; columns: ScoreColumns },
): SegmentScore | string | undefined {
  const cells = line.text.trim().split(/[\t ]+/);
  if (cells.length !== width)
    return `the row must have ${width} values like the header; it has ${cells.length}`;
  const score = parseScore(cells[columns.score]);
  if (score === 'missing') return undefined;
  if (score === 'not a score')
    return `a score must be a number or None; got ${JSON.stringify(cells[columns.score])}`;
  return { item: cells[columns.segment], system: cells[columns.system], score, line };
}

/** How the mean score of each cell's raters compares with the published one. */
export function comparedScores(
  judgements: readonly MarkedJudgement[],
  published: readonly SegmentScore[],
): { both: number; equal: number; different: string[] } {
  const own = new Map<string, { sum: number; count: number }>();
  for (const { item, system, penalty, spoilt } of judgements) {
    if (spoilt) continue;
    const key = `${item}\u0000${system}`;
    const cell = own.get(key) ?? { sum: 0, count: 0 };
    own.set(key, { sum: cell.sum - penalty, count: cell.count + 1 });
  }
  const different: string[] = [];
  let both = 0;
  for (const { item, system, score } of published) {
    const cell = own.get(`${item}\u0000${system}`);
    if (cell === undefined) continue;
    both++;
    const mean = cell.sum / cell.count;
    // Scores are published with six decimals.
    if (Math.abs(mean - score) > 1e-6)
      different.push(`item ${JSON.stringify(item)}, system ${JSON.stringify(system)}: ${mean} and ${score}`);
  }
  return { both, equal: both - different.length, different };
}
