import { JsonProblem } from '../../json/parse-json.js';
import { jsonObject } from '../../loaders/json-object.js';
import type { Probe } from '../../loaders/probe.js';
import { whereOf, type Intake } from '../../reading/intake.js';
import { csvRecords, type CsvRecord } from '../../tables/csv-records.js';
import { ratingValue } from '../rating-value.js';
import type { AnswerSheet, Mark } from '../sheets/answer-sheet.js';
import { clockTime } from '../sheets/clock-time.js';
import { batchTexts, outputKey, type AppraiseTexts } from './appraise-batches.js';
import { appraiseRow, type AppraiseRow } from './appraise-row.js';

/** Items that teach how to mark are judged like any other, and named so. */
const TUTORIAL = /tutorial\d*(#|$)/i;

/** Whether the beginning of a file shows scores of Appraise, which have no header, or its batches. */
export function isAppraise({ start }: Probe): boolean {
  const text = start.toString('utf8').replace(/^\ufeff/, '');
  if (/^\s*\[\s*\{/.test(text))
    return ['"items"', '"itemType"', '"targetID"'].every((name) => text.includes(name));
  return FIRST_ROW.test(text);
}

/** Account, one or two names, segment, type, two languages and score. */
const FIRST_ROW = /^[^,\n]+(,[^,\n]*){2,3},(TGT|REF|BAD|CHK),[^,\n]*,[^,\n]*,\d+(\.\d+)?[,\r\n]/;

/** The answers in scores of Appraise: a sheet for each row; batches among the files, told by .json, give the texts. */
export async function* appraiseSheets(
  paths: readonly string[],
  intake: Intake,
): AsyncGenerator<readonly AnswerSheet[]> {
  const isBatches = (path: string) => /\.json(\.gz)?$/i.test(path);
  const texts = new Map<string, AppraiseTexts>();
  for (const path of paths.filter(isBatches))
    for (const [key, found] of batchTexts(await intake.json(path))) texts.set(key, found);
  for (const path of paths.filter((one) => !isBatches(one)))
    for await (const batch of csvRecords(path, intake, { delimiter: ',', quote: true }))
      yield batch.flatMap((record) => sheetOf(record, { path, intake, texts }));
}

interface Context {
  readonly path: string;
  readonly intake: Intake;
  readonly texts: ReadonlyMap<string, AppraiseTexts>;
}

function sheetOf({ values, line }: CsvRecord, { path, intake, texts }: Context): AnswerSheet[] {
  const reject = (problem: string) => intake.reject(line, problem);
  const row = appraiseRow(values);
  if (row === undefined) {
    reject(SHORT_ROW);
    return [];
  }
  if (row.type !== 'TGT' || TUTORIAL.test(row.document)) {
    intake.note('rows of references, tutorials and quality checks were left out');
    return [];
  }
  const { account: rater, target, segment, document, languages } = row;
  const shown = texts.get(outputKey(target, segment, document));
  const score = ratingValue(row.score);
  if (typeof score === 'string') {
    reject(`the score, the 7th value, must be a number; got ${JSON.stringify(row.score)}`);
    return [];
  }
  const pair = languages.join('-');
  // A document that was shown in part, or again, is the same document: "news.7#incomplete", "news.7#dup#dup".
  const whole = document.replace(/(#[a-z]+\d*)+$/i, '');
  return [
    {
      ...{ path, rater, where: whereOf(line), reject },
      fields: new Map([
        // Segments are numbered anew in other languages, and sometimes in every document.
        ['item_id', [pair, whole, segment].filter((part) => part !== '').join('#')],
        ...Object.entries({ targetID: target, itemID: segment, documentID: whole, languages: pair }),
        ...Object.entries(shown ? { sourceText: shown.source, targetText: shown.output } : {}),
      ]),
      answers: score === undefined ? [] : [{ question: 'score', value: score }],
      marks: marksIn(row, shown, intake),
      ...(row.seconds !== undefined && { seconds: row.seconds }),
      ...clockTime(row.end),
    },
  ];
}

/** What is wrong with a row that is too short. */
export const SHORT_ROW =
  'a row must have at least 7 values: account, system, item, type, two languages, score';

/** The marked errors: places in UTF-16 units of the output, the last included; without the output, or of what is missing, there is no place. */
function marksIn({ errors }: AppraiseRow, shown: AppraiseTexts | undefined, intake: Intake): Mark[] {
  const given = errors === '' ? [] : parsed(errors, intake);
  return (Array.isArray(given) ? given : []).map((one: unknown): Mark => {
    const {
      start_i: first,
      end_i: last,
      category,
      error_type: type = category,
      severity,
    } = jsonObject(one) ?? {};
    const hasPlace = shown !== undefined && Number.isInteger(first) && Number.isInteger(last);
    return {
      labels: typeof type === 'string' ? [type] : [],
      ...(typeof severity === 'string' && { severity }),
      ...(hasPlace && { start: first as number, end: (last as number) + 1 }),
    };
  });
}

function parsed(text: string, intake: Intake): unknown {
  try {
    return intake.parse(text);
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    intake.note('marked errors that are no JSON were left out');
    return undefined;
  }
}
