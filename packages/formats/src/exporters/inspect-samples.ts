import { z } from '@goldpan/core';
import { cannotExport } from '../errors.js';
import { writeFileAtomic } from '../io/write-file-atomic.js';
import { defineExporter } from './exporter.js';

const options = z.object({
  task: z.string().optional().describe('the task whose samples are listed; needed where there are several'),
});

/** The items as the option `--sample-id` of Inspect takes them. */
export const inspectSamplesExporter = defineExporter({
  name: 'inspect-samples',
  summary: 'Sample ids of one task, for inspect eval --sample-id.',
  output: 'a text file with one line',
  options,
  async export({ file, items }, path, { task }, { signal }) {
    const tasks = new Set<unknown>();
    const ids: string[] = [];
    for await (const record of file.records(items)) {
      const id: unknown = record.sample_id;
      if ((typeof id !== 'string' && typeof id !== 'number') || String(id).includes(',')) {
        const problem = `item ${JSON.stringify(record.id)} must have a "sample_id" without commas; it has ${JSON.stringify(id)}`;
        throw cannotExport('inspect-samples', problem, 'read the logs with the loader inspect');
      }
      tasks.add(record.domain);
      if (task === undefined || record.domain === task) ids.push(String(id));
    }
    if (task === undefined && tasks.size > 1) {
      const names = [...tasks].map(String).join(', ');
      throw cannotExport(
        'inspect-samples',
        `the items must be of one task; they are of ${names}`,
        'name one with task=…',
      );
    }
    await writeFileAtomic(path, `${ids.join(',')}\n`, { signal });
    return { files: [path], items: ids.length, notes: [] };
  },
});
