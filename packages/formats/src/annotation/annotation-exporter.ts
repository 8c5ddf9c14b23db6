import { cannotExport } from '../errors.js';
import {
  defineExporter,
  type Exporter,
  type ExportContext,
  type ExportSource,
} from '../exporters/exporter.js';
import { refuseSharedFiles } from '../io/refuse-shared-files.js';
import { writeFileAtomic } from '../io/write-file-atomic.js';
import { annotationOptions, type AnnotationExportOptions } from './annotation-options.js';
import { keyText, type KeyTask } from './annotation-key.js';
import { shownHash } from './annotation-task.js';
import { annotationTasks, checkOutputs, type TaskOptions } from './annotation-tasks.js';
import type { Platform } from './platform.js';

/** The exporter of tasks for a platform: the tasks, blind by default, and a key file that is kept from the raters. */
export function annotationExporter(platform: Platform): Exporter<AnnotationExportOptions> {
  return defineExporter<AnnotationExportOptions>({
    name: platform.name,
    summary: platform.summary,
    output: platform.output,
    options: annotationOptions(platform.scale),
    async export(source, path, options, context) {
      if (options.min >= options.max) {
        const problem = `the lowest score must be below the highest; got ${options.min} and ${options.max}`;
        throw cannotExport(platform.name, problem, 'set min and max');
      }
      requireQuestions(platform, options.criteria);
      const tasks = await keyTasks(platform, source, { ...context, ...options });
      checkOutputs(platform.name, tasks.length);
      const { seed, signal } = context;
      const { reference, merge, near, criteria, min, max, step, key = `${path}.key.json` } = options;
      const head = {
        format: platform.name,
        seed,
        reference,
        merge,
        ...(criteria.length > 0 && { criteria }),
        ...(near > 0 && { near }),
        scale: { min, max, ...(step !== 1 && { step }) },
        items: source.file.sha256,
      };
      const companions = Object.entries(platform.companions?.(options, { tasks: tasks.length }) ?? {});
      const files = [path, key, ...companions.map(([ending]) => path + ending)];
      await refuseSharedFiles(files, source.file.files);
      // The key comes first: tasks without a key would be lost work.
      await writeFileAtomic(key, keyText(head, tasks), { signal });
      const content = platform.write(annotationTasks(source, { seed, reference, merge, near }), options);
      await writeFileAtomic(path, content, { signal });
      for (const [ending, content] of companions) await writeFileAtomic(path + ending, content, { signal });
      return {
        ...report(source, tasks, near),
        files,
        tasks: tasks.length,
      };
    },
  });
}

/** @throws CANNOT_EXPORT where several questions are asked on a platform that asks one */
function requireQuestions({ name, asksSeveral }: Platform, criteria: readonly string[]): void {
  if (asksSeveral || criteria.length === 0) return;
  throw cannotExport(
    name,
    `it asks one question of each output; got the criteria ${criteria.join(', ')}`,
    'write tasks for label-studio, argilla, pearmut or annotation-csv, or leave criteria out',
  );
}

async function keyTasks(
  platform: Platform,
  source: ExportSource,
  options: ExportContext & TaskOptions,
): Promise<KeyTask[]> {
  const found: KeyTask[] = [];
  for await (const { tasks } of annotationTasks(source, options)) {
    for (const task of tasks)
      found.push({
        id: task.id,
        item: task.item,
        system: task.system,
        also: task.also,
        hash: shownHash(platform.shown(task)),
      });
  }
  return found;
}

function report({ file, items }: ExportSource, tasks: readonly KeyTask[], near: number) {
  const size = items?.length ?? file.dataset.size;
  const withTasks = new Set(tasks.map(({ item }) => item)).size;
  const cells = tasks.reduce((sum, { also = [] }) => sum + 1 + also.length, 0);
  const missing = size * file.dataset.systems.length - cells;
  const saved = cells - tasks.length;
  const notes = [
    ...(missing > 0 ? [`cells without an output, which make no task: ${missing}`] : []),
    ...(saved > 0
      ? [
          `${near > 0 ? 'identical or nearly identical' : 'identical'} outputs of an item are judged once: ${tasks.length} tasks for ${cells} cells`,
        ]
      : []),
  ];
  return { items: withTasks, notes };
}
