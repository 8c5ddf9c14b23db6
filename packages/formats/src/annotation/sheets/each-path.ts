import type { Intake } from '../../reading/intake.js';
import type { AnswerSheet } from './answer-sheet.js';

type Sheets = AsyncIterable<readonly AnswerSheet[]>;

/** A reader of several files of one that reads a single file. */
export function eachPath(
  sheets: (path: string, intake: Intake) => Sheets,
): (paths: readonly string[], intake: Intake) => Sheets {
  return async function* (paths, intake) {
    for (const path of paths) yield* sheets(path, intake);
  };
}
