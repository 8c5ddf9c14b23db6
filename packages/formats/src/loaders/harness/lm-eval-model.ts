import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Intake } from '../../reading/intake.js';
import { jsonObject } from '../json-object.js';

const DATE = /_(\d{4}-\d{2}-\d{2}T[\d.:-]+)\.jsonl(\.gz)?$/;

/**
 * The model of a sample log, as the file of results beside it says: lm-eval gives both the time of the run in their names.
 * Undefined where there is no such file, or it names no model.
 */
export async function lmEvalModel(path: string, intake: Intake): Promise<string | undefined> {
  const date = DATE.exec(basename(path))?.[1];
  if (date === undefined) return undefined;
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => [] as string[]);
  const results = names.sort().find((name) => name.endsWith(`_${date}.json`));
  if (results === undefined) return undefined;
  const model: unknown = jsonObject(await intake.json(join(folder, results), { python: true }))?.model_name;
  return typeof model === 'string' && model !== '' ? model : undefined;
}
