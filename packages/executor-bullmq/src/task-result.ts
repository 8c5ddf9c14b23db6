import type {
  CompareOutcome,
  FoldMeans,
  Path,
  PlanOutcome,
  SimulationJob,
  Task,
  TaskResult,
} from '@goldpan/simulation';
import { z } from 'zod';
import { invalidResult } from './errors.js';
import type { Members } from './members.js';
import { pack, unpack } from './packed-value.js';
import { plainText } from './plain-text.js';

/** The longest result that is read, in characters. */
const LENGTH = 1e8;

// NaN is a number here, as it is in an outcome.
const number = z.custom<number>((value) => typeof value === 'number');
const numbers = z.array(number);
const path = z.strictObject({
  curve: z.array(number.nullable()),
} satisfies Members<Path>);
const means = z.strictObject({ curve: numbers, gain: number, gains: numbers } satisfies Members<FoldMeans>);
const outcomes = {
  plan: z.strictObject({
    replicate: z.int(),
    target: number.nullable(),
    selector: path,
    random: path,
  } satisfies Members<PlanOutcome>),
  compare: z.strictObject({
    replicate: z.int(),
    contestants: z.array(means.nullable()),
    noise: number,
    noises: numbers,
  } satisfies Members<CompareOutcome>),
};

const text = z.string().max(10_000).transform(plainText);
const failure = z.strictObject({ replicate: z.int(), code: text.optional(), message: text });
const results = {
  plan: z.strictObject({ outcomes: z.array(outcomes.plan), failure: failure.optional() }),
  compare: z.strictObject({ outcomes: z.array(outcomes.compare), failure: failure.optional() }),
};

/** A result as it travels; the same result is the same text. Where in a plugin it failed stays behind. */
export function writeResult({ outcomes, failure }: TaskResult): string {
  const { replicate, code, message } = failure ?? {};
  const told = failure && { replicate, code, message: message!.slice(0, 9000) };
  const none = () => {
    throw new TypeError('a result has no arrays of numbers');
  };
  return JSON.stringify(pack({ outcomes, failure: told }, none));
}

/** The result of a task as it was found in Redis. @throws INVALID_RESULT where it is not one of this task */
export function readResult(written: string, { first, count }: Task, { kind }: SimulationJob): TaskResult {
  const wrong = (problem: string) => invalidResult({ first, last: first + count - 1, problem });
  if (written.length > LENGTH) throw wrong(`got ${written.length} characters`);
  let value: unknown;
  try {
    value = unpack(JSON.parse(written), []);
  } catch {
    throw wrong('got a text that cannot be read');
  }
  const { data, error } = results[kind].safeParse(value);
  if (error) throw wrong(`got something else at ${error.issues[0].path.join('.') || 'its top'}`);
  const isComplete = data.outcomes.length === (data.failure ? data.failure.replicate - first : count);
  if (!isComplete || data.outcomes.some(({ replicate }, k) => replicate !== first + k))
    throw wrong('got other replicates');
  return data;
}
