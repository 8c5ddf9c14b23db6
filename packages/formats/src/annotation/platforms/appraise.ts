import { whereOf, type Intake } from '../../reading/intake.js';
import { csvRecords, type CsvRecord } from '../../tables/csv-records.js';
import { ratingValue } from '../rating-value.js';
import { appraiseRow } from './appraise-row.js';
import { appraiseSheets, isAppraise, SHORT_ROW } from './appraise-sheets.js';
import { shownFields } from '../task-fields.js';
import type { ItemTasks } from '../annotation-task.js';
import type { AnnotationExportOptions } from '../annotation-options.js';
import type { Platform, Returned } from '../platform.js';

/** Appraise: batches of direct assessment tasks and a manifest; the CSV of ExportSystemScoresToCSV is read. */
export const appraise: Platform = {
  name: 'appraise',
  summary: 'Batches of direct assessment for Appraise, with a manifest.',
  output: 'a .json file of batches; beside it .key.json (keep it from the raters) and .manifest.json',
  input: 'the CSV that ExportSystemScoresToCSV prints; without a key the batches too, for their texts',
  kind: 'scores of Appraise',
  asksSeveral: false,
  scale: { min: 0, max: 100 },
  shown: shownFields,
  write: batches,
  companions: (options, { tasks }) => ({
    '.manifest.json': `${JSON.stringify(manifest(options, tasks), null, 2)}\n`,
  }),
  detect: isAppraise,
  sheets: appraiseSheets,
  async *read(path, intake) {
    for await (const batch of csvRecords(path, intake, { delimiter: ',', quote: true })) {
      yield batch.flatMap((record) => returnedOf(record, intake));
    }
  },
};

function returnedOf({ values, line }: CsvRecord, intake: Intake): Returned[] {
  const reject = (problem: string) => intake.reject(line, problem);
  const row = appraiseRow(values);
  if (row === undefined) {
    reject(SHORT_ROW);
    return [];
  }
  if (row.type !== 'TGT') {
    intake.note('rows of references and quality checks were left out');
    return [];
  }
  const score = ratingValue(row.score);
  const given = {
    ...(score !== undefined && { score }),
    ...(row.seconds !== undefined && { seconds: row.seconds }),
  };
  return [{ task: row.target, annotator: row.account, ...given, where: whereOf(line), reject }];
}

async function* batches(
  items: AsyncIterable<ItemTasks>,
  options: AnnotationExportOptions,
): AsyncGenerator<string> {
  let batch: object[] = [];
  let number = 0;
  const text = () =>
    `${number === 0 ? '[\n' : ',\n'}${JSON.stringify({ items: batch, task: taskOf(options, ++number) })}`;
  for await (const { item, document, source = '', tasks } of items) {
    for (const { id, output } of tasks) {
      batch.push({
        _block: 0,
        _item: batch.length,
        itemID: batch.length + 1,
        itemType: 'TGT',
        documentID: document ?? item,
        sourceID: item,
        sourceText: source,
        targetID: id,
        targetText: output,
        isCompleteDocument: false,
      });
      if (batch.length < options['batch-size']) continue;
      yield text();
      batch = [];
    }
  }
  if (batch.length > 0) yield text();
  yield '\n]\n';
}

function taskOf(options: AnnotationExportOptions, batchNo: number) {
  return {
    batchNo,
    batchSize: options['batch-size'],
    requiredAnnotations: 1,
    sourceLanguage: options['source-language'],
    targetLanguage: options['target-language'],
  };
}

function manifest(options: AnnotationExportOptions, tasks: number) {
  const { campaign, users } = options;
  const batchCount = Math.ceil(tasks / options['batch-size']);
  return {
    CAMPAIGN_URL: 'http://127.0.0.1:8000/dashboard/sso/',
    CAMPAIGN_NAME: campaign,
    CAMPAIGN_KEY: campaign,
    CAMPAIGN_NO: 1,
    REDUNDANCY: 1,
    TASKS_TO_ANNOTATORS: [
      [options['source-language'], options['target-language'], 'uniform', users, batchCount],
    ],
    TASK_TYPE: 'Direct',
    TASK_OPTIONS: '',
  };
}
