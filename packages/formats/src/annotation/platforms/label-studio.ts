import { showValue } from '@goldpan/core';
import { recordsOf } from '../../tables/records.js';
import { jsonObject } from '../../loaders/json-object.js';
import { unusableInput } from '../../errors.js';
import type { AnnotationExportOptions } from '../annotation-options.js';
import { answersOf, ownField, type AnswerBase, type OtherAnswer } from '../answers-of.js';
import type { Platform, Returned } from '../platform.js';
import { jsonArray } from '../json-array.js';
import { shownFields, taskFields } from '../task-fields.js';
import { eachPath } from '../sheets/each-path.js';
import { ratingValue } from '../rating-value.js';
import { answered, answeredBy } from './label-studio-results.js';
import { isLabelStudio, labelStudioSheets } from './label-studio-sheets.js';
import { labelText } from '../../json/json-text.js';

/** Label Studio: tasks as JSON, with a labelling configuration beside them; JSON and JSON-MIN exports are read. */
export const labelStudio: Platform = {
  name: 'label-studio',
  summary: 'Tasks for Label Studio, with a labelling configuration.',
  output: 'a .json file; beside it .key.json (keep it from the raters) and .config.xml',
  input: 'the JSON, JSON-MIN or CSV export of the project',
  kind: 'an export of Label Studio',
  asksSeveral: true,
  scale: { min: 0, max: 100 },
  shown: shownFields,
  write: (items, options) => jsonArray(items, (task) => ({ data: taskFields(task, options) })),
  companions: (options) => ({ '.config.xml': config(options) }),
  detect: isLabelStudio,
  sheets: eachPath(labelStudioSheets),
  async *read(path, intake, criteria) {
    const tasks = await intake.json(path);
    if (!Array.isArray(tasks))
      throw unusableInput(path, 'must be an array of tasks', 'export the project as JSON or JSON-MIN');
    yield recordsOf(tasks, path, intake).flatMap((record): Returned[] => {
      const { value, where, reject } = record;
      if (!Array.isArray(value.annotations))
        return answersTo({ value, fields: value, where, reject }, criteria);
      const fields = jsonObject(value.data) ?? {};
      return value.annotations.flatMap((annotation: unknown) =>
        answersTo({ value: jsonObject(annotation) ?? {}, fields, where, reject }, criteria),
      );
    });
  },
};

type Fields = Readonly<Record<string, any>>;

interface Answer {
  /** The annotation: what was answered, by whom. */
  readonly value: Fields;
  /** The data of the task. */
  readonly fields: Fields;
  readonly where: string;
  reject(problem: string): void;
}

function answersTo({ value, fields, where, reject }: Answer, criteria: readonly string[]): Returned[] {
  const base = {
    task: labelText(fields.task ?? ''),
    annotator: labelText(answeredBy(value) ?? ''),
    shown: shownFields(fields as any),
    ...(typeof value.lead_time === 'number' && { seconds: value.lead_time }),
    where,
    reject,
  };
  if (value.was_cancelled === true) return answersOf(base, criteria, () => undefined);
  return Array.isArray(value.result)
    ? resultAnswers(
        base,
        value.result.map((one: unknown) => jsonObject(one) ?? {}),
        criteria,
      )
    : minimalAnswers(base, value, criteria);
}

/** The answers among the results of an annotation; of several to one question the last. An only question may have another name. */
function resultAnswers(
  base: AnswerBase,
  results: readonly Fields[],
  criteria: readonly string[],
): Returned[] {
  const named = (question: unknown) => results.findLast(({ from_name }) => from_name === question);
  const only = results.find(({ type }) => type === 'number' || type === 'rating');
  const resultOf = (question: string) =>
    named(question) ?? (criteria.length === 0 && only ? named(only.from_name) : undefined);
  const counted = (criteria.length > 0 ? criteria : ['score']).map(resultOf);
  const names = counted.map((result) => result?.from_name);
  const others = results.flatMap((result): OtherAnswer[] => {
    const { from_name: name, value } = result;
    if (counted.includes(result) || typeof name !== 'string') return [];
    const isAgain = names.includes(name);
    const score = answered(jsonObject(value)) ?? (isAgain ? undefined : showValue(value));
    if (score === undefined) return [];
    return [{ score, ...((!isAgain || criteria.length > 0) && { criterion: name }) }];
  });
  const scoreOf = (question: string) => answered(jsonObject(resultOf(question)?.value));
  return answersOf(base, criteria, scoreOf, others);
}

/** The answers in the fields of a JSON-MIN export. */
function minimalAnswers(base: AnswerBase, value: Fields, criteria: readonly string[]): Returned[] {
  const asked = criteria.length > 0 ? criteria : ['score'];
  const others = Object.entries(value).flatMap(([criterion, field]): OtherAnswer[] => {
    const score = asked.includes(criterion) || !Array.isArray(field) ? undefined : minimalScore(field);
    return score === undefined ? [] : [{ criterion, score }];
  });
  return answersOf(base, criteria, (question) => minimalScore(ownField(value, question)), others);
}

/** A field of a JSON-MIN export: the answer itself, or a list of one result, as it writes numbers and ratings. */
function minimalScore(field: unknown): Returned['score'] {
  if (!Array.isArray(field) || field.length > 1) return ratingValue(field);
  const result = jsonObject(field[0]);
  return result === undefined ? ratingValue(field[0]) : answered(result);
}

function config({ min, max, step, criteria }: AnnotationExportOptions): string {
  const asked = criteria.length === 0 ? [['score', 'Score']] : criteria.map((name) => [name, name]);
  const questions = asked.map(
    ([name, title]) =>
      `  <Header value="${title}, ${min} (worst) to ${max} (best)"/>
  <Number name="${name}" toName="output" min="${min}" max="${max}" step="${step}" required="true"/>`,
  );
  return `<View>
  <Header value="Source"/>
  <Text name="source" value="$source"/>
  <Header value="Reference"/>
  <Text name="reference" value="$reference"/>
  <Header value="Output"/>
  <Text name="output" value="$output"/>
${questions.join('\n')}
</View>
`;
}
