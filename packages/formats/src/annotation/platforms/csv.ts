import { csvRow } from '../../tables/csv-row.js';
import { OWN_COLUMN } from '../../tables/own-column.js';
import { neutralText, plainText } from '../../tables/neutral-text.js';
import { records } from '../../tables/records.js';
import type { ItemTasks } from '../annotation-task.js';
import type { AnnotationExportOptions } from '../annotation-options.js';
import { answersOf, ownField, unaskedOf } from '../answers-of.js';
import type { Platform } from '../platform.js';
import { eachPath } from '../sheets/each-path.js';
import { csvSheets } from './csv-sheets.js';
import { ratingValue } from '../rating-value.js';
import { shownFields } from '../task-fields.js';
import { labelText } from '../../json/json-text.js';

/** A plain table: raters fill in the columns score and annotator. */
export const annotationCsv: Platform = {
  name: 'annotation-csv',
  summary: 'A table of outputs with an empty column for the score.',
  output: 'a .csv file; beside it .key.json (keep it from the raters)',
  input:
    'the table with the columns "score" (or one per criterion) and, where there are several raters, "annotator" filled in',
  kind: 'a table of answers',
  asksSeveral: true,
  scale: { min: 0, max: 100 },
  shown: shownFields,
  write: rows,
  sheets: eachPath(csvSheets),
  async *read(path, intake, criteria) {
    for await (const batch of records(path, intake)) {
      yield batch.flatMap(({ value, where, reject }) => {
        const [source, reference, output] = [value.source, value.reference, value.output].map((text) =>
          plainText(labelText(text ?? '')),
        );
        const task = labelText(value.task ?? '');
        const annotator = labelText(value.annotator ?? '');
        const base = { task, annotator, shown: [source, reference, output], where, reject };
        const scoreOf = (question: string) => ratingValue(ownField(value, question));
        return answersOf(base, criteria, scoreOf, unaskedOf(value, [...OWN, ...questionsOf(criteria)]));
      });
    }
  },
};

/** The columns that are no questions. */
const OWN = ['task', 'item', 'system', 'source', 'reference', 'output', 'annotator', OWN_COLUMN];

function questionsOf(criteria: readonly string[]): readonly string[] {
  return criteria.length === 0 ? ['score'] : criteria;
}

async function* rows(
  items: AsyncIterable<ItemTasks>,
  { blind, criteria }: AnnotationExportOptions,
): AsyncGenerator<string> {
  const questions = questionsOf(criteria);
  yield csvRow([
    'task',
    ...(blind ? [] : ['item', 'system']),
    'source',
    'reference',
    'output',
    ...questions,
    'annotator',
    OWN_COLUMN,
  ]);
  for await (const { tasks } of items) {
    for (const { id, item, system, source = '', reference = '', output } of tasks) {
      const names = blind ? [] : [item, system].map(neutralText);
      yield csvRow([
        id,
        ...names,
        ...[source, reference, output].map((text) => (text === '' ? '' : neutralText(text))),
        ...questions.map(() => ''),
        '',
        '1',
      ]);
    }
  }
}
