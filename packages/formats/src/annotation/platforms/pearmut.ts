import type { Intake } from '../../reading/intake.js';
import { jsonObject } from '../../loaders/json-object.js';
import type { SourceRecord } from '../../tables/records.js';
import type { ItemTasks } from '../annotation-task.js';
import { answersOf, ownField, unaskedOf } from '../answers-of.js';
import type { Platform, Returned } from '../platform.js';
import { eachPath } from '../sheets/each-path.js';
import { ratingValue } from '../rating-value.js';
import { entryAnswers, secondsOf, slidersOf } from './pearmut-entry.js';
import { pearmutLog } from './pearmut-log.js';
import { pearmutMarks } from './pearmut-marks.js';
import { isPearmutLog, pearmutSheets } from './pearmut-sheets.js';
import { spanOf } from '../sheets/span-places.js';
import { shownFields } from '../task-fields.js';
import { labelText } from '../../json/json-text.js';

/** Pearmut: a campaign in which all users draw from the same items; its log is read. */
export const pearmut: Platform = {
  name: 'pearmut',
  summary: 'A campaign for Pearmut, all outputs of an item side by side.',
  output: 'a .json file; beside it .key.json (keep it from the raters)',
  input: 'the log of the campaign, data/outputs/CAMPAIGN.jsonl',
  kind: 'a log of Pearmut',
  asksSeveral: true,
  scale: { min: 0, max: 100 },
  shown: shownFields,
  async *write(items, { campaign, users, min, max, step, criteria }) {
    const names = criteria.length === 0 ? ['score'] : criteria;
    const sliders =
      criteria.length === 0 && min === 0 && max === 100 && step === 1
        ? {}
        : { sliders: names.map((name) => ({ name, min, max, step })) };
    const info = { assignment: 'single-stream', protocol: 'DA', users, ...sliders };
    yield `{"campaign_id":${JSON.stringify(campaign)},"info":${JSON.stringify(info)},"data":[\n`;
    let separator = '';
    for await (const item of items) {
      if (item.tasks.length === 0) continue;
      yield separator + JSON.stringify([itemOf(item)]);
      separator = ',\n';
    }
    yield '\n]}\n';
  },
  detect: isPearmutLog,
  sheets: eachPath(pearmutSheets),
  async *read(path, intake, criteria) {
    const log = await pearmutLog(path, intake);
    yield log.flatMap((record) => entryOf(record, intake, criteria));
  },
};

/** An item with its outputs under the identifiers of their tasks, where the names of systems would stand. */
function itemOf({ item, source, reference, tasks }: ItemTasks) {
  const tgt = Object.fromEntries(tasks.map((task) => [task.id, task.output]));
  return {
    item_id: item,
    ...(source !== undefined && { src: source }),
    ...(reference !== undefined && { ref: reference }),
    tgt,
  };
}

function entryOf(
  { value, where, reject }: SourceRecord,
  intake: Intake,
  criteria: readonly string[],
): Returned[] {
  return entryAnswers(value, intake).flatMap(({ item, name: task, answer }) => {
    const shown =
      item && shownFields({ source: item.src, reference: item.ref, output: jsonObject(item.tgt)?.[task] });
    const annotator = labelText(value.user_id ?? '');
    const output = shown?.[2] ?? '';
    const marks = pearmutMarks(answer, output);
    if (typeof marks === 'string') {
      reject(`task ${JSON.stringify(task)}, rater ${JSON.stringify(annotator)}: ${marks}; mend it`);
      return [];
    }
    const spans = marks.flatMap((mark) => spanOf(mark, { output, source: '' }) ?? []);
    const base = { task, annotator, spans, where, reject, ...(shown && { shown }), ...secondsOf(value) };
    if (criteria.length === 0) return answersOf(base, criteria, () => scoreOf(answer));
    const sliders = slidersOf(answer);
    const scoreOn = (question: string) => ratingValue(ownField(sliders, question));
    return answersOf(base, criteria, scoreOn, unaskedOf(sliders, criteria));
  });
}

/** The score, or the only slider. */
function scoreOf(answer: Readonly<Record<string, any>>): Returned['score'] {
  const sliders = Object.values(slidersOf(answer) ?? {});
  return ratingValue(sliders.length === 1 ? sliders[0] : answer.score);
}
