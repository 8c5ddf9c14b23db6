import type { SpanFields } from '@goldpan/core';
import type { Probe } from '../loaders/probe.js';
import type { Intake } from '../reading/intake.js';
import type { AnnotationTask, ItemTasks } from './annotation-task.js';
import type { AnnotationExportOptions } from './annotation-options.js';
import type { AnswerSheet } from './sheets/answer-sheet.js';

/** A judgement as a platform gives it back. */
export interface Returned {
  /** The identifier of the task. */
  readonly task: string;
  readonly annotator: string;
  /** What was answered, perhaps without having been asked; absent where a task is one question. */
  readonly criterion?: string;
  /** The score; undefined where the person gave none; as a text what is no number, as it is shown to people. */
  readonly score?: number | string;
  /** The texts that were judged, as `shown` gives them; undefined where the platform does not give them back. */
  readonly shown?: readonly string[];
  /** How long it took. */
  readonly seconds?: number;
  /** Errors that were marked. */
  readonly spans?: readonly SpanFields[];
  readonly where: string;
  /** Sets the judgement aside. */
  reject(problem: string): void;
}

/** How tasks are written for an annotation platform, and its judgements read. */
export interface Platform {
  readonly name: string;
  readonly summary: string;
  /** What the tasks are written to. */
  readonly output: string;
  /** What the platform gives back. */
  readonly input: string;
  /** Whether a task can be several questions, one per criterion. */
  readonly asksSeveral: boolean;
  /** The scale of scores unless the user names another. */
  readonly scale: { readonly min: number; readonly max: number };
  /** The texts of a task that the platform shows and gives back. */
  shown(task: AnnotationTask): readonly string[];
  /** The text of the task file. */
  write(items: AsyncIterable<ItemTasks>, options: AnnotationExportOptions): AsyncIterable<string>;
  /** Further files that go with it, by the ending that is added to its name. */
  companions?(options: AnnotationExportOptions, counts: { tasks: number }): Readonly<Record<string, string>>;
  /** What a file of the platform is called in messages, such as "an export of Label Studio". */
  readonly kind: string;
  /** Whether the beginning of a file shows what the platform gives back. */
  detect?(probe: Probe): boolean;
  /** Reads what the platform gives back of tasks that Goldpan did not hand out, in batches. */
  sheets(paths: readonly string[], intake: Intake): AsyncIterable<readonly AnswerSheet[]>;
  /** Reads what the platform gives back, in batches: an answer for each of the criteria that were asked about, or one where there are none; answers to other questions too, with their names. */
  read(path: string, intake: Intake, criteria: readonly string[]): AsyncIterable<readonly Returned[]>;
}
