import { showValue } from '@goldpan/core';
import { records } from '../../tables/records.js';
import { taskText } from '../annotation-task.js';
import { jsonLinesOf } from '../json-lines.js';
import type { Platform } from '../platform.js';
import { isProdigy, prodigyRater, prodigySheets } from './prodigy-sheets.js';
import { eachPath } from '../sheets/each-path.js';
import { ratingValue } from '../rating-value.js';
import { labelText } from '../../json/json-text.js';

/** Prodigy: choice tasks with the scores as options; what `db-out` gives is read. */
export const prodigy: Platform = {
  name: 'prodigy',
  summary: 'Choice tasks for Prodigy, one option per score.',
  output: 'a .jsonl file; beside it .key.json (keep it from the raters)',
  input: 'the .jsonl file of prodigy db-out',
  kind: 'a data set of Prodigy',
  asksSeveral: false,
  scale: { min: 1, max: 5 },
  shown: (task) => [taskText(task)],
  write(items, { min, max, step, blind }) {
    const count = Math.floor((max - min) / step + 1e-9) + 1;
    const options = Array.from({ length: count }, (_, at) => min + at * step).map((score) => ({
      id: score,
      text: String(score),
    }));
    // Prodigy shows "meta" to the raters: names go there only where the tasks are not blind.
    return jsonLinesOf(items, (task) => ({
      text: taskText(task),
      options,
      task: task.id,
      ...(!blind && { meta: { item: task.item, system: task.system } }),
    }));
  },
  detect: isProdigy,
  sheets: eachPath(prodigySheets),
  async *read(path, intake) {
    for await (const batch of records(path, intake)) {
      yield batch.map(({ value, where, reject }) => {
        const chosen: unknown[] = Array.isArray(value.accept) ? value.accept : [];
        const score =
          value.answer !== 'accept' || chosen.length === 0
            ? undefined
            : chosen.length > 1
              ? showValue(chosen)
              : ratingValue(chosen[0]);
        return {
          task: labelText(value.task ?? ''),
          annotator: prodigyRater(value),
          ...(score !== undefined && { score }),
          shown: [labelText(value.text ?? '')],
          where,
          reject,
        };
      });
    }
  },
};
