import { withoutPauses } from '@goldpan/stats';
import { labelText } from '../../json/json-text.js';
import { jsonObject } from '../../loaders/json-object.js';
import type { Intake } from '../../reading/intake.js';

type Fields = Readonly<Record<string, any>>;

/** What was said of one output of an entry of the log. */
export interface PearmutAnswer {
  /** The item as it was handed out; absent in logs of older versions. */
  readonly item?: Fields;
  /** The name under which the output was shown. */
  readonly name: string;
  readonly answer: Fields;
}

/** The answers of an entry of the log; none of tutorials and attention checks (items that say what scores are right), which is noted. */
export function entryAnswers({ item_i, item, annotation }: Fields, intake: Intake): PearmutAnswer[] {
  const isApart = /^(welcome|random|goodbye)_/.test(labelText(item_i));
  const items = list(item).map(jsonObject);
  return list(annotation).flatMap((given, at) => {
    if (isApart || jsonObject(items[at]?.validation) !== undefined) {
      intake.note('answers to tutorials and attention checks were left out');
      return [];
    }
    return Object.entries(jsonObject(given) ?? {}).map(([name, answer]) => ({
      item: items[at],
      name,
      answer: jsonObject(answer) ?? {},
    }));
  });
}

/** The sliders of an answer; undefined where it has a single score. */
export function slidersOf({ score, sliders }: Fields): Fields | undefined {
  return jsonObject(sliders) ?? jsonObject(score);
}

/** The time an entry took, without pauses between its actions, shared evenly among its answers. */
export function secondsOf(value: Fields): { seconds?: number } {
  const answers = list(value.annotation).flatMap((annotation) =>
    Object.keys(jsonObject(annotation) ?? {}),
  ).length;
  const total = typeof value.time === 'number' ? value.time : workingTime(value);
  return total !== undefined && answers > 0 ? { seconds: total / answers } : {};
}

/** Seconds from the first action to the last; undefined where fewer than two have a time. */
function workingTime(value: Fields): number | undefined {
  const times = actionTimes(value);
  if (times.length < 2) return undefined;
  const steps = withoutPauses(Float64Array.from(times.slice(1), (time, at) => time - times[at]));
  return steps.reduce((sum, step) => sum + step, 0);
}

/** When the actions of an entry were, ascending, in seconds. */
export function actionTimes({ actions }: Fields): number[] {
  return list(actions)
    .map((action) => Number(labelText(jsonObject(action)?.time)))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
}

/** An array, or the object that older versions write in place of one of a single element. */
function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : jsonObject(value) ? [value] : [];
}
