import { labelText } from '../../json/json-text.js';
import type { Probe } from '../../loaders/probe.js';
import type { Intake } from '../../reading/intake.js';
import type { SourceRecord } from '../../tables/records.js';
import type { Answer, AnswerSheet, Mark } from '../sheets/answer-sheet.js';
import { clockTime } from '../sheets/clock-time.js';
import { flatFields } from '../sheets/flat-fields.js';
import { jsonObject } from '../../loaders/json-object.js';
import { actionTimes, entryAnswers, secondsOf, slidersOf, type PearmutAnswer } from './pearmut-entry.js';
import { pearmutLog } from './pearmut-log.js';

/** Whether the beginning of a file shows a log of Pearmut. */
export function isPearmutLog({ record, start }: Probe): boolean {
  if (record !== undefined)
    return ['annotation', 'user_id', 'item_i'].every((name) => Object.hasOwn(record, name));
  // An entry may be longer than what is looked at: who answered stands at its end.
  const text = start.toString('utf8');
  return /^\s*\{\s*"annotation"\s*:\s*[[{]/.test(text) && text.includes('"error_spans"');
}

/** The answers in a log of Pearmut: a sheet for each output of an entry. */
export async function* pearmutSheets(path: string, intake: Intake): AsyncGenerator<readonly AnswerSheet[]> {
  const log = await pearmutLog(path, intake);
  yield log.flatMap((record) =>
    entryAnswers(record.value, intake).map((answer) => sheetOf(answer, record, { path, intake })),
  );
}

function sheetOf(
  { item, name, answer }: PearmutAnswer,
  { value: entry, where, reject }: SourceRecord,
  { path, intake }: { readonly path: string; readonly intake: Intake },
): AnswerSheet {
  const tgt: unknown = jsonObject(item?.tgt)?.[name];
  const output = typeof tgt === 'string' ? tgt : '';
  if (item === undefined)
    intake.guess(
      'the log has no items: its numbers of items are taken for them; where every user had items of their own, one number is several items, and the log cannot be used',
    );
  const {
    tgt: _outputs,
    error_spans: _given,
    validation: _check,
    ...shown
  } = item ?? { item_id: entry.item_i };
  return {
    path,
    fields: new Map([...flatFields(shown), ['model', name], ['tgt', output]]),
    rater: labelText(entry.user_id ?? ''),
    answers: answersIn(answer),
    marks: marksIn(answer, output),
    ...secondsOf(entry),
    ...clockTime(actionTimes(entry).at(-1)),
    where,
    reject,
  };
}

/** The score, or the sliders. */
function answersIn(answer: Readonly<Record<string, any>>): Answer[] {
  const given: [string, unknown][] = Object.entries(slidersOf(answer) ?? { score: answer.score });
  return given.flatMap(([question, value]) => (typeof value === 'number' ? [{ question, value }] : []));
}

/**
 * The marked errors. Pearmut counts UTF-16 units of the output without its line ends, the last of a mark included; one mark behind the end is of
 * what is missing, and has no place, as none has where the output is not known.
 */
function marksIn({ error_spans: given }: Readonly<Record<string, any>>, output: string): Mark[] {
  if (!Array.isArray(given)) return [];
  const places = Array.from({ length: output.length }, (_, at) => at).filter((at) => output[at] !== '\n');
  return given.flatMap((one: unknown): Mark[] => {
    const { start_i: first, end_i: last, category, severity } = jsonObject(one) ?? {};
    if (!Number.isInteger(first) || !Number.isInteger(last)) return [];
    const labels = typeof category === 'string' ? [category] : [];
    const named = { labels, ...(typeof severity === 'string' && { severity }) };
    if (first >= places.length) return [named];
    return [{ ...named, start: places[first] ?? -1, end: (places[last] ?? -2) + 1 }];
  });
}
