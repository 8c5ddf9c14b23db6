import { z } from 'zod';
import { plainText } from './plain-text.js';

const text = z
  .string()
  .max(1000)
  .transform((given) => plainText(given).replaceAll('\n', ' '));

/** What a worker tells of its part in a run: a number that grows while it takes part, or why it does not. */
const workerSign = z.union([z.strictObject({ beat: z.int() }), z.strictObject({ refusal: text })]);
export type WorkerSign = z.infer<typeof workerSign>;

/** Signs by the names of workers. */
export type WorkerSigns = ReadonlyMap<string, WorkerSign>;

/** Reads the signs that were found in Redis; what is none is passed over. */
export function readSigns(found: Readonly<Record<string, string>>): WorkerSigns {
  const signs = new Map<string, WorkerSign>();
  for (const [name, written] of Object.entries(found)) {
    const sign = signOf(written);
    if (sign !== undefined) signs.set(plainText(name).slice(0, 100), sign);
  }
  return signs;
}

function signOf(written: string): WorkerSign | undefined {
  try {
    return workerSign.safeParse(JSON.parse(written)).data;
  } catch {
    return undefined;
  }
}
