import { jsonObject } from '../../loaders/json-object.js';
import { records } from '../../tables/records.js';
import { jsonArray } from '../json-array.js';
import type { Platform, Returned } from '../platform.js';
import { ownField } from '../answers-of.js';
import { argillaSheets, isArgilla } from './argilla-sheets.js';
import { eachPath } from '../sheets/each-path.js';
import { ratingValue } from '../rating-value.js';
import { shownFields, taskFields } from '../task-fields.js';
import { labelText } from '../../json/json-text.js';

/**
 * Argilla 2: records as `rg.Dataset.records.log` takes and `records.to_json` gives them; the question is called `score`, or one
 * each as the criteria are.
 */
export const argilla: Platform = {
  name: 'argilla',
  summary: 'Records for Argilla 2.',
  output: 'a .json file; beside it .key.json (keep it from the raters)',
  input: 'the records as JSON (records.to_json) or JSON lines',
  kind: 'records of Argilla',
  asksSeveral: true,
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
  detect: isArgilla,
  sheets: eachPath(argillaSheets),
  async *read(path, intake, criteria) {
    for await (const batch of records(path, intake)) {
      yield batch.flatMap(({ value, where, reject }): Returned[] => {
        const base = {
          task: labelText(value.id ?? value.external_id ?? ''),
          shown: shownFields(jsonObject(value.fields) ?? {}),
          where,
          reject,
        };
        const asked = criteria.length === 0 ? ['score'] : criteria;
        const others = Object.keys(jsonObject(value.responses) ?? {}).filter((name) => !asked.includes(name));
        return [...asked, ...others].flatMap((criterion) =>
          responsesTo(value.responses, criterion)
            .filter(({ score }) => score !== undefined || asked.includes(criterion))
            .map((answer) => ({
              ...base,
              ...answer,
              ...(criterion !== 'score' || criteria.length > 0 ? { criterion } : {}),
            })),
        );
      });
    }
  },
};

/** What each person answered to a question; drafts and discarded answers have no score. */
function responsesTo(responses: unknown, question: string): Pick<Returned, 'annotator' | 'score'>[] {
  const answers = ownField(jsonObject(responses), question);
  return (Array.isArray(answers) ? answers : []).map((answer: unknown) => {
    const { status = 'submitted', value, user_id: user } = jsonObject(answer) ?? {};
    const score = status === 'submitted' ? ratingValue(value) : undefined;
    return { annotator: labelText(user ?? ''), ...(score !== undefined && { score }) };
  });
}
