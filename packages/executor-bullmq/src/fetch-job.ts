import type { SimulationJob } from '@goldpan/simulation';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { specifiersOf, type AllowedPlugin } from './allowed-plugins.js';
import { stored, type Announcement, type Stored } from './announcement.js';
import { fetchChunks } from './chunks.js';
import type { JobText, StoredArray } from './describe-job.js';
import { refused } from './errors.js';
import { jobProblem } from './job-problem.js';
import { unpack, type NumberArray } from './packed-value.js';

interface NumberArrayType {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike): NumberArray;
}

const types: Readonly<Record<string, NumberArrayType>> = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Int16Array,
  Uint16Array,
  Int8Array,
  Uint8Array,
};

const jobText = z.strictObject({
  arrays: z.array(stored.extend({ type: z.enum(Object.keys(types)) })),
  value: z.unknown(),
});

/** The longest description of a job, without its arrays: a text of JavaScript holds no more. */
const TEXT_BYTES = 500e6;
/** The longest array. */
const ARRAY_BYTES = 4e9;

/**
 * Fetches a job, once for all threads: numbers come into memory that they share.
 *
 * @throws REFUSED where a plugin is not allowed, or the data is missing, was changed or is no job
 */
export async function fetchJob(
  client: Redis,
  { plugins, job }: Announcement,
  allowed: readonly AllowedPlugin[],
): Promise<SimulationJob> {
  const specifiers = specifiersOf(plugins, allowed);
  const { arrays, value } = readText(await fetchText(client, job));
  const numbers: NumberArray[] = [];
  for (const array of arrays) numbers.push(await fetchArray(client, array));
  const fetched = { ...(unpack(value, numbers) as object), plugins: specifiers };
  const problem = jobProblem(fetched);
  if (problem !== undefined) throw refused(`its description is no job: ${problem}`);
  return fetched as SimulationJob;
}

async function fetchText(client: Redis, { bytes, chunks }: Stored): Promise<string> {
  if (bytes > TEXT_BYTES) throw refused('its description is too long');
  const text = new Uint8Array(bytes);
  await fetchChunks(client, chunks, text);
  return Buffer.from(text.buffer).toString();
}

function readText(text: string): JobText {
  try {
    return jobText.parse(JSON.parse(text));
  } catch {
    throw refused('its description is no JSON of the kind that is read');
  }
}

async function fetchArray(client: Redis, { type, bytes, chunks }: StoredArray): Promise<NumberArray> {
  const { [type]: constructor } = types;
  if (bytes > ARRAY_BYTES || bytes % constructor.BYTES_PER_ELEMENT !== 0)
    throw refused('an array of its data has a length that none can have');
  const array = new constructor(new SharedArrayBuffer(bytes));
  await fetchChunks(client, chunks, new Uint8Array(array.buffer));
  return array;
}
