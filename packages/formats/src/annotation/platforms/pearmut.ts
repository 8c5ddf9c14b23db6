import { withoutPauses } from '@goldpan/stats';
import type { Intake } from '../../reading/intake.js';
import { jsonObject } from '../../loaders/json-object.js';
import { records, type SourceRecord } from '../../tables/records.js';
import type { ItemTasks } from '../annotation-task.js';
import { answersOf, ownField } from '../answers-of.js';
import type { Platform, Returned } from '../platform.js';
import { ratingValue } from '../rating-value.js';
import { shownFields } from '../task-fields.js';
import { labelText } from '../../json/json-text.js';

/** Pearmut: a campaign in which all users draw from the same items; its log is read. */
export const pearmut: Platform = {
  name: 'pearmut',
  summary: 'A campaign for Pearmut, all outputs of an item side by side.',
  output: 'a .json file; beside it .key.json (keep it from the raters)',
  input: 'the log of the campaign, data/outputs/CAMPAIGN.jsonl',
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
  async *read(path, intake, criteria) {
    for await (const batch of records(path, intake))
      yield batch.flatMap((record) => entryOf(record, intake, criteria));
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
  if (/^(welcome|random|goodbye)_/.test(labelText(value.item_i))) {
    intake.note('answers to tutorials and attention checks were left out');
    return [];
  }
  const items = list(value.item);
  return list(value.annotation).flatMap((annotation, at) => {
    const item = jsonObject(items[at]);
    return Object.entries(jsonObject(annotation) ?? {}).flatMap(([task, answer]) => {
      const shown =
        item && shownFields({ source: item.src, reference: item.ref, output: jsonObject(item.tgt)?.[task] });
      const base = { task, annotator: labelText(value.user_id ?? ''), where, reject };
      return answersOf({ ...base, ...(shown && { shown }), ...secondsOf(value) }, criteria, (question) =>
        criteria.length === 0 ? scoreOf(answer) : sliderOf(answer, question),
      );
    });
  });
}

/** The score, or the only slider. */
function scoreOf(answer: unknown): number | undefined {
  const score: unknown = jsonObject(answer)?.score;
  const sliders = Object.values(jsonObject(score) ?? {});
  return ratingValue(sliders.length === 1 ? sliders[0] : score);
}

/** The slider of a criterion. */
function sliderOf(answer: unknown, criterion: string): number | undefined {
  return ratingValue(ownField(jsonObject(jsonObject(answer)?.score), criterion));
}

/** The time an entry took, without pauses between its actions, shared evenly among its answers. */
function secondsOf(value: Readonly<Record<string, any>>): { seconds?: number } {
  const answers = list(value.annotation).flatMap((annotation) =>
    Object.keys(jsonObject(annotation) ?? {}),
  ).length;
  const total = typeof value.time === 'number' ? value.time : workingTime(list(value.actions));
  return total !== undefined && answers > 0 ? { seconds: total / answers } : {};
}

/** Seconds from the first action to the last; undefined where fewer than two have a time. */
function workingTime(actions: readonly unknown[]): number | undefined {
  const times = actions
    .map((action) => Number(labelText(jsonObject(action)?.time)))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  if (times.length < 2) return undefined;
  const steps = withoutPauses(Float64Array.from(times.slice(1), (time, at) => time - times[at]));
  return steps.reduce((sum, step) => sum + step, 0);
}

/** An array, or the object that older versions write in place of one of a single element. */
function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : jsonObject(value) ? [value] : [];
}
