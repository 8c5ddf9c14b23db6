import { showValue } from '@goldpan/core';
import { records } from '../../tables/records.js';
import { taskText } from '../annotation-task.js';
import { jsonLinesOf } from '../json-lines.js';
import type { Platform } from '../platform.js';
import { doccanoRater, doccanoSheets, isDoccano } from './doccano-sheets.js';
import { eachPath } from '../sheets/each-path.js';
import { ratingValue } from '../rating-value.js';
import { labelText } from '../../json/json-text.js';

/** doccano: text classification with the scores as labels; one export per rater. */
export const doccano: Platform = {
  name: 'doccano',
  summary: 'Texts for doccano, to be labelled with a score.',
  output: 'a .jsonl file; beside it .key.json (keep it from the raters)',
  input: 'the JSONL export, one file per rater (the name of the file is the rater)',
  kind: 'an export of doccano',
  asksSeveral: false,
  scale: { min: 1, max: 5 },
  shown: (task) => [taskText(task)],
  write: (items, { blind }) =>
    jsonLinesOf(items, (task) => ({
      text: taskText(task),
      label: [],
      task: task.id,
      ...(!blind && { item: task.item, system: task.system }),
    })),
  detect: isDoccano,
  sheets: eachPath(doccanoSheets),
  async *read(path, intake) {
    for await (const batch of records(path, intake)) {
      yield batch.map(({ value, where, reject }) => {
        const labels: unknown[] = Array.isArray(value.label) ? value.label : [value.label];
        const score = labels.length > 1 ? showValue(labels) : ratingValue(labels[0]);
        return {
          task: labelText(value.task ?? ''),
          annotator: doccanoRater(path, value),
          ...(score !== undefined && { score }),
          shown: [labelText(value.text ?? value.data ?? '')],
          where,
          reject,
        };
      });
    }
  },
};
