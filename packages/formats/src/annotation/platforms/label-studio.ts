import { recordsOf } from '../../tables/records.js';
import { jsonObject } from '../../loaders/json-object.js';
import { unusableInput } from '../../errors.js';
import type { Platform, Returned } from '../platform.js';
import { jsonArray } from '../json-array.js';
import { shownFields, taskFields } from '../task-fields.js';
import { ratingValue } from '../rating-value.js';
import { labelText } from '../../json/json-text.js';

/** Label Studio: tasks as JSON, with a labelling configuration beside them; JSON and JSON-MIN exports are read. */
export const labelStudio: Platform = {
  name: 'label-studio',
  summary: 'Tasks for Label Studio, with a labelling configuration.',
  output: 'a .json file; beside it .key.json (keep it from the raters) and .config.xml',
  input: 'the JSON or JSON-MIN export of the project',
  scale: { min: 0, max: 100 },
  shown: shownFields,
  write: (items, options) => jsonArray(items, (task) => ({ data: taskFields(task, options) })),
  companions: ({ min, max, step }) => ({ '.config.xml': config({ min, max, step }) }),
  async *read(path, intake) {
    const tasks = await intake.json(path);
    if (!Array.isArray(tasks))
      throw unusableInput(path, 'must be an array of tasks', 'export the project as JSON or JSON-MIN');
    yield recordsOf(tasks, path, intake).flatMap((record): Returned[] => {
      const { value, where, reject } = record;
      if (!Array.isArray(value.annotations)) return [oneOf({ value, fields: value, where, reject })];
      const fields = jsonObject(value.data) ?? {};
      return value.annotations.map((annotation: unknown) =>
        oneOf({ value: jsonObject(annotation) ?? {}, fields, where, reject }),
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

function oneOf({ value, fields, where, reject }: Answer): Returned {
  const by: unknown =
    jsonObject(value.completed_by)?.email ??
    jsonObject(value.completed_by)?.id ??
    value.completed_by ??
    value.annotator;
  const score = value.was_cancelled === true ? undefined : scoreOf(value);
  return {
    task: labelText(fields.task ?? ''),
    annotator: labelText(by ?? ''),
    ...(score !== undefined && { score }),
    shown: shownFields(fields as any),
    ...(typeof value.lead_time === 'number' && { seconds: value.lead_time }),
    where,
    reject,
  };
}

/** The score among the results of an annotation, or the field of a JSON-MIN export. */
function scoreOf(value: Readonly<Record<string, any>>): number | undefined {
  if (!Array.isArray(value.result)) return ratingValue(value.score);
  const results = value.result.map((result: unknown) => jsonObject(result) ?? {});
  const result =
    results.find(({ from_name }) => from_name === 'score') ??
    results.find(({ type }) => type === 'number' || type === 'rating');
  const given = jsonObject(result?.value);
  return ratingValue(given?.number ?? given?.rating ?? given?.choices?.[0]);
}

function config({ min, max, step }: { min: number; max: number; step: number }): string {
  return `<View>
  <Header value="Source"/>
  <Text name="source" value="$source"/>
  <Header value="Reference"/>
  <Text name="reference" value="$reference"/>
  <Header value="Output"/>
  <Text name="output" value="$output"/>
  <Header value="Score, ${min} (worst) to ${max} (best)"/>
  <Number name="score" toName="output" min="${min}" max="${max}" step="${step}" required="true"/>
</View>
`;
}
