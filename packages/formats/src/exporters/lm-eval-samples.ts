import { z } from '@goldpan/core';
import { cannotExport } from '../errors.js';
import { writeFileAtomic } from '../io/write-file-atomic.js';
import { defineExporter } from './exporter.js';

/** The items as the option `--samples` of lm-evaluation-harness takes them. */
export const lmEvalSamplesExporter = defineExporter({
  name: 'lm-eval-samples',
  summary: 'Document numbers per task, for lm_eval --samples.',
  output: 'a .json file',
  options: z.object({}),
  async export({ file, items }, path, _options, { signal }) {
    const tasks = new Map<string, number[]>();
    let count = 0;
    for await (const record of file.records(items)) {
      const { task, doc_id: number } = record;
      if (typeof task !== 'string' || !Number.isInteger(number)) {
        const problem = `item ${JSON.stringify(record.id)} must have "task" and "doc_id"; it has not`;
        throw cannotExport('lm-eval-samples', problem, 'read the logs with the loader lm-eval');
      }
      tasks.set(task, [...(tasks.get(task) ?? []), number as number]);
      count++;
    }
    const sorted = [...tasks].map(([task, numbers]) => [task, numbers.sort((a, b) => a - b)]);
    await writeFileAtomic(path, `${JSON.stringify(Object.fromEntries(sorted))}\n`, { signal });
    return { files: [path], items: count, notes: [] };
  },
});
