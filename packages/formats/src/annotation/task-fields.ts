import type { AnnotationTask } from './annotation-task.js';
import { labelText } from '../json/json-text.js';

/** The fields of a task for platforms with named fields; texts that are not there are empty, so that layouts can rely on them. */
export function taskFields(task: AnnotationTask, { blind }: { blind: boolean }): Record<string, string> {
  const { id, item, system, source = '', reference = '', output } = task;
  return { task: id, source, reference, output, ...(!blind && { item, system }) };
}

/** The texts that are shown, from a task or from the fields that came back. */
export function shownFields({
  source,
  reference,
  output,
}: {
  source?: unknown;
  reference?: unknown;
  output?: unknown;
}): string[] {
  return [source, reference, output].map((text) =>
    text === undefined || text === null ? '' : labelText(text),
  );
}
