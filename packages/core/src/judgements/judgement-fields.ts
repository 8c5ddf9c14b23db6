import { invalidItem, invalidJudgement } from '../errors.js';
import { DEFAULT_TARGET } from '../human-column.js';
import { showValue } from '../show-value.js';
import { readSpans, type SpanFields } from './span-fields.js';
import { readSeconds } from './read-seconds.js';
import { readTime } from './read-time.js';

/** One judgement of an item, checked, but not yet against the scale of its criterion. */
export interface JudgementFields {
  readonly system: string;
  readonly rater: string;
  /** Present where the value was measured by a repeated run, not given by a rater: the number of the run, from 1. */
  readonly repeat?: number;
  readonly criterion: string;
  readonly value: number | string;
  /** Where the output is identical to another of the item, which was judged: the system of that. */
  readonly copyOf?: string;
  readonly seconds?: number;
  /** Milliseconds since 1970. */
  readonly time?: number;
  readonly spans?: readonly SpanFields[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The judgements of an item in the shape of the item JSON lines: `"judgements": [{"system", "rater" or "repeat", "criterion"?, "value", "copyOf"?,
 * "seconds"?, "time"?, "spans"?}]`. Undefined where the item has none.
 *
 * @throws INVALID_ITEM, INVALID_JUDGEMENT
 */
export function judgementFields(record: Fields, where: string): JudgementFields[] | undefined {
  const { judgements } = record;
  if (judgements === undefined || judgements === null) return undefined;
  if (!Array.isArray(judgements)) {
    const problem = `"judgements" must be a list; got ${showValue(judgements)}`;
    throw invalidItem(where, problem, 'write [{"system", "rater", "value"}, …]');
  }
  const texts = textsOf(record);
  return judgements.map((value: unknown, at) => oneJudgement(value, { where, at, texts }));
}

/** What judgements are held against. */
export interface JudgedTexts {
  readonly source?: string;
  readonly outputs?: Fields;
}

function textsOf(record: Fields): JudgedTexts {
  const { src } = record;
  return { source: typeof src === 'string' ? src : undefined, outputs: outputsOf(record) };
}

/** The outputs of an item by system; undefined where it has none. */
export function outputsOf({ tgt }: Fields): Fields | undefined {
  return typeof tgt === 'object' && tgt !== null && Object.keys(tgt).length > 0 ? (tgt as Fields) : undefined;
}

function oneJudgement(
  value: unknown,
  { where, at, texts }: { where: string; at: number; texts: JudgedTexts },
): JudgementFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const problem = `judgement ${at + 1} must be an object; got ${showValue(value)}`;
    throw invalidItem(where, problem, 'write {"system", "rater", "value"}');
  }
  const fields = value as Fields;
  const system = fields.system;
  const { repeat } = fields;
  const rater = raterOf(fields);
  const criterion = fields.criterion ?? DEFAULT_TARGET;
  const refuse = (problem: string, advice = 'mend this judgement') =>
    invalidJudgement({ where, system, rater, criterion }, problem, advice);
  if (typeof system !== 'string') throw refuse(`"system" must be a text; got ${showValue(system)}`);
  if (repeat !== undefined && (!isRun(repeat) || fields.rater !== undefined))
    throw refuse(
      `"repeat" must be the number of a run, 1 or more, in place of "rater"; got ${showValue(repeat)}`,
    );
  if (repeat !== undefined && (fields.criterion ?? undefined) === undefined)
    throw refuse(
      'a repeated run must name the metric that it measured; without "criterion" it would be what people judged',
      'add it, such as {"criterion": "accuracy"}, or give "rater" in place of "repeat"',
    );
  if (typeof rater !== 'string' || rater === '')
    throw refuse(`"rater" must be a text or a number; got ${showValue(rater)}`, 'say who judged');
  if (typeof criterion !== 'string' || criterion === '')
    throw refuse(`"criterion" must be a text; got ${showValue(criterion)}`);
  const { outputs } = texts;
  if (outputs !== undefined && (!Object.hasOwn(outputs, system) || outputs[system] === null))
    throw refuse('the item must have an output of the system', 'check the name, or add the output to "tgt"');
  const judged = fields.value;
  if (typeof judged !== 'string' && !Number.isFinite(judged))
    throw refuse(`"value" must be a finite number or a text; got ${showValue(judged)}`);
  const judgement = { system, rater, criterion, value: judged as number | string };
  const further = details(fields, { system, texts, refuse });
  if (repeat === undefined && further === undefined) return judgement;
  return { ...judgement, ...(repeat !== undefined && { repeat: repeat as number }), ...further };
}

/** Who judged; the number of a repeated run takes the place of a name. */
function raterOf({ rater, repeat }: Fields): unknown {
  if (repeat !== undefined) return `repeat ${showValue(repeat)}`;
  return typeof rater === 'number' ? String(rater) : rater;
}

function isRun(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1;
}

function details(
  { copyOf, seconds, time, spans }: Fields,
  { system, texts, refuse }: { system: string; texts: JudgedTexts; refuse: (problem: string) => Error },
): Pick<JudgementFields, 'copyOf' | 'seconds' | 'time' | 'spans'> | undefined {
  if ([copyOf, seconds, time, spans].every((field) => field === undefined)) return undefined;
  if (copyOf !== undefined && (typeof copyOf !== 'string' || copyOf === system))
    throw refuse(`"copyOf" must be the name of another system of the item; got ${showValue(copyOf)}`);
  const took = readSeconds(seconds);
  if (typeof took === 'string') throw refuse(took);
  const when = readTime(time);
  if (typeof when === 'string') throw refuse(when);
  const output = texts.outputs?.[system];
  const marked = readSpans(spans, {
    source: texts.source,
    output: typeof output === 'string' ? output : undefined,
  });
  if (typeof marked === 'string') throw refuse(marked);
  return {
    ...(copyOf !== undefined && { copyOf }),
    ...(took !== undefined && { seconds: took }),
    ...(when !== undefined && { time: when }),
    ...(marked && marked.length > 0 && { spans: marked }),
  };
}
