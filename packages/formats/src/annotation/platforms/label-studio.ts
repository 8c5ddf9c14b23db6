import { recordsOf } from '../../tables/records.js';
import { jsonObject } from '../../loaders/json-object.js';
import { unusableInput } from '../../errors.js';
import type { AnnotationExportOptions } from '../annotation-options.js';
import { answersOf, ownField } from '../answers-of.js';
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

interface Answer {
  /** The annotation: what was answered, by whom. */
  readonly value: Readonly<Record<string, any>>;
  /** The data of the task. */
  readonly fields: Readonly<Record<string, any>>;
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
  return answersOf(base, criteria, (question) =>
    value.was_cancelled === true ? undefined : scoreOf(value, { question, isOnly: criteria.length === 0 }),
  );
}

/** The score among the results of an annotation, or the field of a JSON-MIN export. An only question may have another name. */
function scoreOf(
  value: Readonly<Record<string, any>>,
  { question, isOnly }: { question: string; isOnly: boolean },
): Returned['score'] {
  if (!Array.isArray(value.result)) return minimalScore(ownField(value, question));
  const results = value.result.map((result: unknown) => jsonObject(result) ?? {});
  const result =
    results.find(({ from_name }) => from_name === question) ??
    (isOnly ? results.find(({ type }) => type === 'number' || type === 'rating') : undefined);
  return answered(jsonObject(result?.value));
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
