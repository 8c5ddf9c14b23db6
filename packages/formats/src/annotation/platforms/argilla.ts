import { jsonObject } from '../../loaders/json-object.js';
import { records } from '../../tables/records.js';
import { jsonArray } from '../json-array.js';
import type { Platform, Returned } from '../platform.js';
import { ratingValue } from '../rating-value.js';
import { shownFields, taskFields } from '../task-fields.js';
import { labelText } from '../../json/json-text.js';

/** Argilla 2: records as `rg.Dataset.records.log` takes and `records.to_json` gives them; the question is called `score`. */
export const argilla: Platform = {
  name: 'argilla',
  summary: 'Records for Argilla 2.',
  output: 'a .json file; beside it .key.json (keep it from the raters)',
  input: 'the records as JSON (records.to_json) or JSON lines',
  scale: { min: 0, max: 10 },
  shown: shownFields,
  write: (items, options) =>
    jsonArray(items, (task) => {
      const { task: id, source, reference, output, ...names } = taskFields(task, options);
      return {
        id,
        fields: { source, reference, output },
        metadata: names,
        vectors: {},
        suggestions: {},
        responses: {},
      };
    }),
  async *read(path, intake) {
    for await (const batch of records(path, intake)) {
      yield batch.flatMap(({ value, where, reject }): Returned[] => {
        const answers: unknown = jsonObject(value.responses)?.score;
        const base = {
          task: labelText(value.id ?? value.external_id ?? ''),
          shown: shownFields(jsonObject(value.fields) ?? {}),
          where,
          reject,
        };
        const given = Array.isArray(answers)
          ? answers.map((answer: unknown) => jsonObject(answer) ?? {})
          : [];
        return given.map((answer) => {
          const isFinal = (answer.status ?? 'submitted') === 'submitted';
          const score = isFinal ? ratingValue(answer.value) : undefined;
          return {
            ...base,
            annotator: labelText(answer.user_id ?? ''),
            ...(score !== undefined && { score }),
          };
        });
      });
    }
  },
};
