import { DatasetBuilder, type Dataset } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import { FileRegister } from '../reading/file-register.js';
import { Reading } from '../reading/reading.js';
import { openParquet } from '../tables/parquet-table.js';
import { labelText } from '../json/json-text.js';

interface Vectors {
  src?: unknown;
  tgt?: Record<string, unknown>;
}

/**
 * Vectors from a Parquet file with the columns "id" and "vector" (a list of numbers), and "system" where they are of outputs.
 *
 * @throws UNUSABLE_INPUT, INVALID_ITEM for a vector that is none, or of another length
 */
export async function readParquetVectors(path: string, signal?: AbortSignal): Promise<Dataset> {
  const files = new FileRegister();
  const table = await openParquet(path, new Reading({ path, texts: false, tolerant: false, signal, files }));
  try {
    const [id, vector, system] = ['id', 'vector', 'system'].map((name) => table.columns.indexOf(name));
    if (id < 0 || vector < 0) {
      const problem = `must have the columns "id" and "vector"; it has ${table.columns.join(', ')}`;
      throw unusableInput(path, problem, 'rename them');
    }
    const items = new Map<string, Vectors>();
    for await (const rows of table.rows) {
      for (const { values } of rows) {
        const item = items.get(labelText(values[id])) ?? {};
        items.set(labelText(values[id]), item);
        const numbers = ArrayBuffer.isView(values[vector])
          ? Array.from(values[vector] as Float32Array)
          : values[vector];
        const name = system < 0 ? undefined : values[system];
        if (name === undefined || name === null) item.src = numbers;
        else Object.defineProperty((item.tgt ??= {}), labelText(name), { value: numbers, enumerable: true });
      }
    }
    const builder = new DatasetBuilder({ texts: false });
    for (const [key, embedding] of items)
      builder.add({ id: key, embedding }, `${path}, id ${JSON.stringify(key)}`);
    return builder.build(path);
  } finally {
    await table.close();
  }
}
