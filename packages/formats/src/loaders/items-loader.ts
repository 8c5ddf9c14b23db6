import { z } from '@goldpan/core';
import { jsonObject } from './json-object.js';
import { defineLoader } from './loader.js';

/** Item JSON lines, Goldpan's own format; several files are read one after the other. */
export const itemsLoader = defineLoader({
  name: 'items',
  summary: 'Item JSON lines, plain or gzip: the format Goldpan shares with subset2evaluate.',
  input: 'one or more .jsonl or .jsonl.gz files',
  options: z.object({}),
  detect: ({ record }) => jsonObject(record?.scores) !== undefined && (record?.id ?? record?.i) !== undefined,
  async *load(paths, _options, intake) {
    let position = 0;
    for (const path of paths) {
      for await (const lines of intake.jsonLines(path)) {
        for (const line of lines) {
          const record = jsonObject(line.value);
          if (record === undefined) {
            intake.rejectLine(path, line, 'an item must be an object; write one {…} per line');
          } else {
            const named = (record.id ?? record.i ?? undefined) !== undefined;
            const origin = `${path}:${line.number}`;
            if (named) yield { record, origin, text: line.text };
            else yield { record: { ...record, id: position }, origin };
          }
          position++;
        }
      }
    }
  },
});
