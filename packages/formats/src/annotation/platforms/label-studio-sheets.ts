import { labelText } from '../../json/json-text.js';
import { JsonProblem } from '../../json/parse-json.js';
import { jsonObject } from '../../loaders/json-object.js';
import { nameOf, type Probe } from '../../loaders/probe.js';
import type { Intake } from '../../reading/intake.js';
import { headerOf } from '../../tables/header-of.js';
import { records, type SourceRecord } from '../../tables/records.js';
import { scoreOf } from '../../tables/score-of.js';
import type { AnswerSheet } from '../sheets/answer-sheet.js';
import { flatFields } from '../sheets/flat-fields.js';
import { answeredBy, readResults, type Result } from './label-studio-results.js';

/** What exports without nested annotations add to the fields of a task. */
const ADDED = ['id', 'annotator', 'annotation_id', 'created_at', 'updated_at', 'lead_time', 'agreement'];

/** Whether the beginning of a file shows an export of Label Studio: JSON, JSON-MIN, CSV or TSV. */
export function isLabelStudio(probe: Probe): boolean {
  const text = probe.start.toString('utf8');
  const has = (name: string) => text.includes(`"${name}"`);
  if (/\.[ct]sv(\.gz)?$/i.test(nameOf(probe))) {
    const header = headerOf(probe.start);
    return ['annotation_id', 'annotator', 'lead_time'].every((name) => header.includes(name));
  }
  if (!/^\ufeff?\s*\[\s*\{/.test(text)) return false;
  const isWhole =
    (has('annotations') || has('completions')) && (has('from_name') || (has('data') && has('predictions')));
  return isWhole || (has('annotation_id') && has('lead_time') && has('annotator'));
}

/** The answers in an export of Label Studio: a sheet for each annotation of a task. */
export async function* labelStudioSheets(
  path: string,
  intake: Intake,
): AsyncGenerator<readonly AnswerSheet[]> {
  for await (const batch of records(path, intake))
    yield batch.flatMap((record) => {
      const annotations: unknown = record.value.annotations ?? record.value.completions;
      return Array.isArray(annotations)
        ? nested(record, annotations, { path, intake })
        : [flat(record, { path, intake })];
    });
}

interface Context {
  readonly path: string;
  readonly intake: Intake;
}

/** A task with its annotations; one that has none is open. */
function nested(record: SourceRecord, annotations: readonly unknown[], context: Context): AnswerSheet[] {
  if (annotations.length === 0) return [{ ...annotated(record, {}, context), isOpen: true }];
  return annotations.map((one) => annotated(record, jsonObject(one) ?? {}, context));
}

function annotated(
  { value: task, where, reject }: SourceRecord,
  annotation: Readonly<Record<string, any>>,
  { path, intake }: Context,
): AnswerSheet {
  const isSkipped = annotation.was_cancelled === true || annotation.skipped === true;
  const given: unknown[] = isSkipped || !Array.isArray(annotation.result) ? [] : annotation.result;
  const results = given.flatMap((one): Result[] => {
    const { type, from_name: question = type, to_name: about, value, id: region } = jsonObject(one) ?? {};
    if (typeof question !== 'string' || jsonObject(value) === undefined) return [];
    return [{ question, about: typeof about === 'string' ? about.split(',') : [], value, region }];
  });
  const meta = jsonObject(task.meta) ?? {};
  const fields = new Map([...flatFields(task.data), ...flatFields({ meta })]);
  return sheetOf(annotation, results, { task: task.id, path, fields, where, reject, intake });
}

/** A task of JSON-MIN, CSV or TSV: its fields and the answers of one annotation, side by side. */
function flat({ value, where, reject }: SourceRecord, { path, intake }: Context): AnswerSheet {
  const fields = new Map<string, unknown>();
  const results: Result[] = [];
  for (const [name, given] of Object.entries(value)) {
    if (ADDED.includes(name)) continue;
    const found = resultsIn(given, intake);
    if (found === undefined) fields.set(name.replace(/^_data_/, ''), given);
    else for (const one of found) results.push({ question: name, about: [], value: one });
  }
  return { ...sheetOf(value, results, { task: value.id, path, fields, where, reject, intake }), flat: true };
}

/** The results in a value of a flat export, which CSV has as text; undefined where it is no list of results. */
function resultsIn(given: unknown, intake: Intake): Readonly<Record<string, any>>[] | undefined {
  const value = typeof given === 'string' && given.startsWith('[{') ? parsed(given, intake) : given;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const objects = value.map(jsonObject);
  const isResult = (one: (typeof objects)[number]) =>
    one !== undefined &&
    ['number', 'rating', 'choices', 'selected', 'labels', 'hypertextlabels'].some((name) =>
      Object.hasOwn(one, name),
    );
  return objects.every(isResult) ? (objects as Readonly<Record<string, any>>[]) : undefined;
}

function parsed(text: string, intake: Intake): unknown {
  try {
    return intake.parse(text);
  } catch (error) {
    if (error instanceof JsonProblem) return undefined;
    throw error;
  }
}

function sheetOf(
  annotation: Readonly<Record<string, any>>,
  results: readonly Result[],
  {
    task,
    intake,
    ...base
  }: Pick<AnswerSheet, 'path' | 'fields' | 'where' | 'reject'> & { task: unknown; intake: Intake },
): AnswerSheet {
  const { answers, marks, others } = readResults(results);
  if (others > 0)
    intake.note('answers that are no number and no single choice, such as comments, were left out');
  // Tables have numbers as text.
  const seconds = scoreOf(annotation.lead_time);
  return {
    ...base,
    ...(task !== undefined && task !== null && { task: labelText(task) }),
    rater: labelText(answeredBy(annotation) ?? ''),
    answers,
    ...(marks.length > 0 && { marks }),
    ...(seconds !== undefined && { seconds }),
    time: annotation.created_at ?? annotation.updated_at,
  };
}
