import type { Mark } from './answer-sheet.js';

/** A place in a text as Python programs give it: code points, the end not included. */
interface Place {
  readonly start: unknown;
  readonly end: unknown;
  readonly label: unknown;
}

/** A mark of such a place; none where it is no place in the text. O(length). */
export function textMark({ start, end, label }: Place, text: unknown): Mark[] {
  if (typeof text !== 'string' || !Number.isInteger(start) || !Number.isInteger(end)) return [];
  const characters = [...text];
  const units = (count: unknown) => characters.slice(0, count as number).join('').length;
  if ((start as number) < 0 || (end as number) < (start as number) || (end as number) > characters.length)
    return [];
  const [from, to] = [units(start), units(end)];
  const labels = typeof label === 'string' ? [label] : [];
  return [{ start: from, end: to, text: text.slice(from, to), labels }];
}
