import type { LineProblem } from './read-lines.js';

/** The sentence for a line that is not text. */
export function lineProblemText(where: string, problem: LineProblem): string {
  return problem === 'too long'
    ? `${where}: the line is longer than a line may be; write one record per line, or allow longer lines (maxLineLength)`
    : `${where}, column ${problem.notUtf8AtColumn}: the line must be UTF-8 text, and is not from here on; save the file as UTF-8`;
}
