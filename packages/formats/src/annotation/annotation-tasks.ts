import { distinctText, isNearText, stream } from '@goldpan/core';
import { cannotExport } from '../errors.js';
import { jsonObject } from '../loaders/json-object.js';
import type { ExportSource } from '../exporters/exporter.js';
import { shortHash, type AnnotationTask, type ItemTasks } from './annotation-task.js';
import { labelText } from '../json/json-text.js';

/** How tasks are made. */
export interface TaskOptions {
  readonly seed: number;
  /** Whether the reference is shown. */
  readonly reference: boolean;
  /** Whether identical outputs of an item are one task. */
  readonly merge: boolean;
  /** Outputs that differ in at most so many characters count as identical, where they are merged. */
  readonly near?: number;
}

/** Makes the tasks of items, item by item, in the order of the source. Cells without an output make none. */
export async function* annotationTasks(
  { file, items }: ExportSource,
  options: TaskOptions,
): AsyncGenerator<ItemTasks, void, void> {
  const { dataset } = file;
  const order = items ?? Uint32Array.from({ length: dataset.size }, (_, item) => item);
  let next = 0;
  for await (const record of file.records(order)) {
    yield itemTasks({ ...record, id: dataset.ids[order[next++]] }, options);
  }
}

/** The tasks of one item, as they are for that seed whichever other items there are. */
export function itemTasks(
  record: Readonly<Record<string, unknown>>,
  { seed, reference: showReference, merge, near = 0 }: TaskOptions,
): ItemTasks {
  const item = labelText(record.id);
  const source = textOf(record.src);
  const reference = showReference ? textOf(record.ref) : undefined;
  const outputs = Object.entries(jsonObject(record.tgt) ?? {}).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  const tasks = cellsToJudge(outputs, { merge, near }).map(({ system, also, output }): AnnotationTask => {
    const shown = {
      ...(source !== undefined && { source }),
      ...(reference !== undefined && { reference }),
      output,
    };
    return { id: shortHash(['goldpan task', seed, item, system, shown]), item, system, also, ...shown };
  });
  const order = stream(seed, `annotation/${item}`).shuffle(Uint32Array.from(tasks, (_, at) => at));
  const document = record.doc === undefined || record.doc === null ? undefined : labelText(record.doc);
  return {
    item,
    ...(document !== undefined && { document }),
    ...(source !== undefined && { source }),
    ...(reference !== undefined && { reference }),
    tasks: Array.from(order, (at) => tasks[at]),
  };
}

/** One cell per output, or, merged, one per distinct output, under the name of the first system that has it (or nearly has it). */
function cellsToJudge(
  outputs: readonly [string, string][],
  { merge, near }: { merge: boolean; near: number },
) {
  const cells: { system: string; also: string[]; output: string; text: string }[] = [];
  for (const [system, output] of outputs) {
    const text = distinctText(output);
    const same = merge ? cells.find((cell) => isNearText(cell.text, text, near)) : undefined;
    if (same === undefined) cells.push({ system, also: [], output, text });
    else same.also.push(system);
  }
  return cells;
}

/** @throws CANNOT_EXPORT where no item has an output */
export function checkOutputs(format: string, tasks: number): void {
  if (tasks > 0) return;
  throw cannotExport(
    format,
    'the items must have outputs ("tgt") to be judged; they have none',
    'add the outputs of the systems',
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
