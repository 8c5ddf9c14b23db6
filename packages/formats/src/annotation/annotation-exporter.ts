import { z } from '@goldpan/core';
import { cannotExport } from '../errors.js';
import {
  defineExporter,
  type Exporter,
  type ExportContext,
  type ExportSource,
} from '../exporters/exporter.js';
import { writeFileAtomic } from '../io/write-file-atomic.js';
import { keyText, type KeyTask } from './annotation-key.js';
import { shownHash } from './annotation-task.js';
import { annotationTasks, checkOutputs } from './annotation-tasks.js';
import type { Platform } from './platform.js';

function optionsFor({ scale }: Platform) {
  return z.object({
    key: z
      .string()
      .optional()
      .describe(
        'where to write the key that joins judgements to systems again; default: the output name and .key.json',
      ),
    reference: z.boolean().default(true).describe('show references where there are any'),
    min: z.number().default(scale.min).describe('lowest score'),
    max: z.number().default(scale.max).describe('highest score'),
    step: z.number().positive().default(1).describe('distance between scores'),
    blind: z.boolean().default(true).describe('keep item and system names out of the tasks'),
    campaign: z.string().default('goldpan').describe('name of the campaign, where the platform has one'),
    users: z
      .number()
      .int()
      .positive()
      .default(3)
      .describe('number of raters, where the platform has to know'),
    'source-language': z
      .string()
      .default('und')
      .describe('language of the sources, where the platform has to know'),
    'target-language': z
      .string()
      .default('und')
      .describe('language of the outputs, where the platform has to know'),
    'batch-size': z
      .number()
      .int()
      .positive()
      .default(100)
      .describe('tasks per batch, where the platform has batches'),
  });
}

/** Options of an export of annotation tasks. */
export type AnnotationExportOptions = z.infer<ReturnType<typeof optionsFor>>;

/** The exporter of tasks for a platform: the tasks, blind by default, and a key file that is kept from the raters. */
export function annotationExporter(platform: Platform): Exporter<AnnotationExportOptions> {
  return defineExporter<AnnotationExportOptions>({
    name: platform.name,
    summary: platform.summary,
    output: platform.output,
    options: optionsFor(platform),
    async export(source, path, options, context) {
      if (options.min >= options.max)
        throw cannotExport(
          platform.name,
          `the lowest score must be below the highest; got ${options.min} and ${options.max}`,
          'set min and max',
        );
      const tasks = await keyTasks(platform, source, { ...context, reference: options.reference });
      checkOutputs(platform.name, tasks.length);
      const { seed, signal } = context;
      const { reference, min, max, key = `${path}.key.json` } = options;
      const head = { format: platform.name, seed, reference, scale: { min, max }, items: source.file.sha256 };
      // The key comes first: tasks without a key would be lost work.
      await writeFileAtomic(key, keyText(head, tasks), { signal });
      await writeFileAtomic(path, platform.write(annotationTasks(source, { seed, reference }), options), {
        signal,
      });
      const companions = Object.entries(platform.companions?.(options, { tasks: tasks.length }) ?? {});
      for (const [ending, content] of companions) await writeFileAtomic(path + ending, content, { signal });
      return {
        ...report(source, tasks),
        files: [path, key, ...companions.map(([ending]) => path + ending)],
        tasks: tasks.length,
      };
    },
  });
}

async function keyTasks(
  platform: Platform,
  source: ExportSource,
  options: ExportContext & { reference: boolean },
): Promise<KeyTask[]> {
  const found: KeyTask[] = [];
  for await (const { tasks } of annotationTasks(source, options)) {
    for (const task of tasks)
      found.push({
        id: task.id,
        item: task.item,
        system: task.system,
        hash: shownHash(platform.shown(task)),
      });
  }
  return found;
}

function report({ file, items }: ExportSource, tasks: readonly KeyTask[]) {
  const size = items?.length ?? file.dataset.size;
  const withTasks = new Set(tasks.map(({ item }) => item)).size;
  const missing = size * file.dataset.systems.length - tasks.length;
  const notes = missing > 0 ? [`cells without an output, which make no task: ${missing}`] : [];
  return { items: withTasks, notes };
}
