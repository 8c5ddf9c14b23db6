import { unusableInput } from '../errors.js';
import { jsonObject } from '../loaders/json-object.js';
import type { Intake } from '../reading/intake.js';
import { labelText } from '../json/json-text.js';

/** What joins a task to its cell again. */
export interface KeyTask {
  readonly id: string;
  readonly item: string;
  readonly system: string;
  /** Further systems with the same output, for which the judgement counts too; absent = none. */
  readonly also?: readonly string[];
  /** Hash of the texts that were shown. */
  readonly hash: string;
}

/** What was handed out to the raters, and under which identifiers: to be kept from them. */
export interface AnnotationKey {
  readonly format: string;
  readonly seed: number;
  readonly reference: boolean;
  /** Whether identical outputs of an item are one task. */
  readonly merge: boolean;
  /** What was asked, one question each; absent = one score. */
  readonly criteria?: readonly string[];
  /** In how many characters merged outputs may differ; absent = in none. */
  readonly near?: number;
  /** The scale of the scores. */
  /** `step` is absent where it is 1. */
  readonly scale: { readonly min: number; readonly max: number; readonly step?: number };
  /** SHA-256 of the items the tasks were made of. */
  readonly items: string;
  readonly tasks: ReadonlyMap<string, KeyTask>;
}

const KIND = 'annotation-key';

/** The text of a key file: one line for the head, one per task. */
export function* keyText(head: Omit<AnnotationKey, 'tasks'>, tasks: Iterable<KeyTask>): Generator<string> {
  yield `{"goldpan":${JSON.stringify(KIND)},"version":1,"head":${JSON.stringify(head)},"tasks":[\n`;
  let separator = '';
  for (const { id, item, system, also = [], hash } of tasks) {
    const copies = also.length === 0 ? {} : { also };
    yield `${separator}${JSON.stringify({ id, item, system, ...copies, hash })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** Reads a key file. @throws UNUSABLE_INPUT */
export async function readKey(path: string, intake: Intake): Promise<AnnotationKey> {
  const value = jsonObject(await intake.json(path));
  const head = jsonObject(value?.head);
  const { min, max, step } = jsonObject(head?.scale) ?? {};
  const tasks: unknown = value?.tasks;
  const isKey = value?.goldpan === KIND && value.version === 1 && head !== undefined && Array.isArray(tasks);
  if (!isKey || typeof min !== 'number' || typeof max !== 'number' || !tasks.every(isTask)) {
    throw unusableInput(
      path,
      'must be the key file that was written beside the tasks',
      'name it with key=FILE; it ends in .key.json',
    );
  }
  const { format, seed, reference, merge, near, items } = head;
  return {
    format: labelText(format),
    seed: typeof seed === 'number' ? seed : NaN,
    reference: reference === true,
    merge: merge === true,
    ...(isTexts(head.criteria) && { criteria: head.criteria }),
    ...(typeof near === 'number' && { near }),
    scale: { min, max, ...(typeof step === 'number' && { step }) },
    items: labelText(items),
    tasks: new Map(tasks.map((task) => [task.id, task])),
  };
}

function isTask(value: unknown): value is KeyTask {
  const task = jsonObject(value);
  return (
    task !== undefined &&
    (task.also === undefined || isTexts(task.also)) &&
    [task.id, task.item, task.system, task.hash].every((part) => typeof part === 'string')
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}
