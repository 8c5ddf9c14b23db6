import { z } from '@goldpan/core';
import { whereOf, type JsonLine } from '../reading/intake.js';
import { jsonObject } from './json-object.js';
import { defineLoader, type LoadedItem } from './loader.js';

/** Item JSON lines, Goldpan's own format; several files are read one after the other. */
export const itemsLoader = defineLoader({
  name: 'items',
  summary: 'Item JSON lines, plain or gzip: the format Goldpan shares with subset2evaluate.',
  input: 'one or more .jsonl or .jsonl.gz files',
  options: z.object({}),
  itemPerLine: true,
  detect: ({ record }) => jsonObject(record?.scores) !== undefined && (record?.id ?? record?.i) !== undefined,
  async *load(paths, _options, intake) {
    for (const path of paths) for await (const lines of intake.jsonLines(path)) yield lines.map(itemOf);
  },
});

/** Whether the value is an item is for the dataset to say. */
function itemOf(line: JsonLine): LoadedItem {
  return { record: line.value as LoadedItem['record'], origin: whereOf(line), line };
}
