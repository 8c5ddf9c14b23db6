import { labelText } from '../../json/json-text.js';
import type { Probe } from '../../loaders/probe.js';
import type { Intake } from '../../reading/intake.js';
import type { SourceRecord } from '../../tables/records.js';
import type { Answer, AnswerSheet } from '../sheets/answer-sheet.js';
import { clockTime } from '../sheets/clock-time.js';
import { flatFields } from '../sheets/flat-fields.js';
import { jsonObject } from '../../loaders/json-object.js';
import { actionTimes, entryAnswers, secondsOf, slidersOf, type PearmutAnswer } from './pearmut-entry.js';
import { pearmutLog } from './pearmut-log.js';
import { pearmutMarks } from './pearmut-marks.js';

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
    entryAnswers(record.value, intake).flatMap((answer) => sheetOf(answer, record, { path, intake }) ?? []),
  );
}

function sheetOf(
  { item, name, answer }: PearmutAnswer,
  { value: entry, where, reject }: SourceRecord,
  { path, intake }: { readonly path: string; readonly intake: Intake },
): AnswerSheet | undefined {
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
  const rater = labelText(entry.user_id ?? '');
  const marks = pearmutMarks(answer, output);
  if (typeof marks === 'string')
    return void reject(`output ${JSON.stringify(name)}, rater ${JSON.stringify(rater)}: ${marks}; mend it`);
  return {
    path,
    fields: new Map([...flatFields(shown), ['model', name], ['tgt', output]]),
    rater,
    answers: answersIn(answer),
    marks,
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
