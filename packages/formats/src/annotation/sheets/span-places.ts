import type { SpanFields } from '@goldpan/core';
import { codePoints } from '../../loaders/datasets/mqm/marked-text.js';
import type { Mark } from './answer-sheet.js';

/** The texts that errors can be marked in. */
export interface MarkedTexts {
  readonly output: string;
  readonly source: string;
}

/** Words for how bad an error is; any other label says what it is. */
const SEVERITY = /^(no-?error|neutral|minor|major|critical)$/i;

/**
 * Marked errors of an output as Goldpan has them, in code points. A mark lies in the output or in the source: where the platform tells the
 * marked text, in the first of them that has it there. Undefined for a mark that lies in neither. O(length).
 */
export function spanOf(mark: Mark, texts: MarkedTexts): SpanFields | undefined {
  const { start, end, text, labels } = mark;
  const severity = mark.severity ?? labels.find((label) => SEVERITY.test(label));
  const what = {
    category: labels.filter((label) => label !== severity).join('/'),
    severity: severity?.toLowerCase() ?? '',
  };
  if (start === undefined || end === undefined) return { in: 'tgt', ...what };
  const within = (where: string) =>
    start >= 0 &&
    start <= end &&
    end <= where.length &&
    (text === undefined || where.slice(start, end) === text);
  const place = within(texts.output) ? 'tgt' : within(texts.source) ? 'src' : undefined;
  if (place === undefined) return undefined;
  const whole = place === 'tgt' ? texts.output : texts.source;
  const from = codePoints(whole.slice(0, start));
  return { from, to: from + codePoints(whole.slice(start, end)), in: place, ...what };
}
