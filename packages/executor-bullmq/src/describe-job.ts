import { pluginIdentity, workOf, type SimulationJob } from '@goldpan/simulation';
import { createHash } from 'node:crypto';
import type { Announcement, Stored } from './announcement.js';
import { cut, type Chunks } from './chunks.js';
import { pack, type NumberArray } from './packed-value.js';
import { version } from './version.js';

/** A job as it travels. */
export interface DescribedJob {
  /** Of all that the replicates depend on: versions, plugins, settings and data. 16 hexadecimal digits. */
  readonly hash: string;
  readonly announcement: string;
  readonly chunks: Chunks;
}

/** An array of numbers as it travels. */
export interface StoredArray extends Stored {
  readonly type: string;
}

/** What the chunks of a job hold, as JSON. */
export interface JobText {
  readonly arrays: readonly StoredArray[];
  /** The job without its plugins, packed. */
  readonly value: unknown;
}

/** Writes a job down: plugins by name and version, everything else as chunks under the hash of their bytes. O(data). */
export async function describeJob({ plugins, ...job }: SimulationJob): Promise<DescribedJob> {
  const chunks: Chunks = new Map();
  const text = Buffer.from(JSON.stringify(textOf(job, chunks)));
  const description: Announcement = {
    goldpan: version,
    about: workOf(job as SimulationJob).slice(0, 500),
    plugins: await Promise.all(plugins.map(pluginIdentity)),
    job: { bytes: text.length, chunks: cut(text, chunks) },
  };
  const announcement = JSON.stringify(description);
  const hash = createHash('sha256').update(announcement).digest('hex').slice(0, 16);
  return { hash, announcement, chunks };
}

function textOf(job: object, chunks: Chunks): JobText {
  const arrays: StoredArray[] = [];
  const known = new Map<NumberArray, number>();
  const take = (array: NumberArray): number => {
    const before = known.get(array);
    if (before !== undefined) return before;
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    arrays.push({ type: array.constructor.name, bytes: bytes.length, chunks: cut(bytes, chunks) });
    known.set(array, arrays.length - 1);
    return arrays.length - 1;
  };
  // The value first: it fills the list.
  const value = pack(job, take);
  return { arrays, value };
}
