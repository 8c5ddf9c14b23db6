import { jsonObject } from '../../loaders/json-object.js';
import type { Answer, Mark } from '../sheets/answer-sheet.js';
import type { Returned } from '../platform.js';
import { ratingValue } from '../rating-value.js';

type Fields = Readonly<Record<string, any>>;

/** Who answered: an address, or a number. */
export function answeredBy(annotation: Fields): unknown {
  const by = jsonObject(annotation.completed_by);
  return by?.email ?? by?.id ?? annotation.completed_by ?? annotation.annotator;
}

/** The number, stars or first choice of a result. */
export function answered(result: Fields | undefined): Returned['score'] {
  if (result === undefined) return undefined;
  const { number, rating, choices } = result;
  const answer: unknown = number ?? rating ?? (Array.isArray(choices) ? choices[0] : choices);
  return ratingValue(answer);
}

/** What an annotation says, and how many answers it has that cannot be read, such as several choices of one question. */
export interface Results {
  readonly answers: readonly Answer[];
  readonly marks: readonly Mark[];
  readonly others: number;
}

/** One result: to which question, about which texts, and its value. */
export interface Result {
  readonly question: string;
  readonly about: readonly string[];
  readonly value: Fields;
  /** Results of one region, such as a label and how bad the error is, have the same. */
  readonly region?: unknown;
}

/** Tells answers from marked errors; a choice that is made of a marked region is one more label of it. O(results). */
export function readResults(results: readonly Result[]): Results {
  const answers: Answer[] = [];
  const regions = new Map<unknown, Mark>();
  let others = 0;
  for (const { question, about, value, region } of results) {
    const mark = markOf(value, about);
    if (mark !== undefined) regions.set(region ?? Symbol(question), mark);
  }
  for (const { question, about, value, region } of results) {
    if (isMark(value)) continue;
    const answer = answerIn(value);
    const mark = regions.get(region);
    if (answer === undefined) others++;
    else if (region !== undefined && mark !== undefined)
      regions.set(region, { ...mark, labels: [...mark.labels, String(answer)] });
    else answers.push({ question, about, value: answer });
  }
  return { answers, marks: [...regions.values()], others };
}

/** A number, stars, the only choice, or the side of the better output. */
function answerIn({ number, rating, choices, selected }: Fields): number | string | undefined {
  const list: unknown[] = Array.isArray(choices) ? choices : [choices];
  const answer: unknown = number ?? rating ?? selected ?? (list.length === 1 ? list[0] : undefined);
  return typeof answer === 'number' || typeof answer === 'string' ? answer : undefined;
}

function isMark(value: Fields): boolean {
  return Array.isArray(value.labels ?? value.hypertextlabels);
}

function markOf(value: Fields, about: readonly string[]): Mark | undefined {
  const labels: unknown = value.labels ?? value.hypertextlabels;
  if (!Array.isArray(labels)) return undefined;
  const { start, end } = jsonObject(value.globalOffsets) ?? value;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return undefined;
  const text = typeof value.text === 'string' ? { text: value.text } : {};
  return { start, end, ...text, labels: labels.filter((label) => typeof label === 'string'), about };
}
