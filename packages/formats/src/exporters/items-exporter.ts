import { z } from '@goldpan/core';
import { withScales } from '../items/with-scales.js';
import { writeItems } from '../items/write-items.js';
import { defineExporter } from './exporter.js';

/** Item JSON lines; lines of an item file are written as they are. */
export const itemsExporter = defineExporter({
  name: 'items',
  summary: 'Item JSON lines, the format of all Goldpan commands.',
  output: 'a .jsonl or .jsonl.gz file',
  options: z.object({}),
  async export({ file, items }, path, _options, { signal }) {
    const lines = items === undefined ? file.lines() : withScales(file.lines(items), file.criteria);
    await writeItems(path, lines, { signal });
    return { files: [path], items: items?.length ?? file.dataset.size, notes: [] };
  },
});
