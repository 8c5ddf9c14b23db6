import { unusableInput } from '../../errors.js';
import { jsonText, labelText } from '../../json/json-text.js';
import { JsonProblem } from '../../json/parse-json.js';
import { openZip, type ZipArchive } from '../../io/zip-archive.js';
import type { Intake } from '../../reading/intake.js';
import { jsonObject } from '../json-object.js';

/** The head of an Inspect log. */
export interface InspectHead {
  readonly model: string;
  readonly task: string;
  readonly status: string;
}

/** An Inspect log: its head, and its samples one by one. */
export interface InspectLog {
  readonly head: InspectHead;
  /** Samples with what identifies them in the log. */
  samples(): AsyncIterable<{ readonly sample: Readonly<Record<string, any>>; readonly where: string }>;
}

/** Opens a log of Inspect AI, `.eval` (a zip archive, read entry by entry) or `.json`. @throws UNUSABLE_INPUT, BAD_COMPRESSION */
export async function readInspectLog<T>(
  path: string,
  intake: Intake,
  use: (log: InspectLog) => Promise<T>,
): Promise<T> {
  if (!/\.eval$/i.test(path)) return use(jsonLog(path, intake, await intake.json(path, { python: true })));
  const file = await intake.open(path);
  try {
    return await use(await zipLog(path, intake, await openZip(file, path)));
  } finally {
    await file.close();
  }
}

function jsonLog(path: string, intake: Intake, log: unknown): InspectLog {
  const samples: unknown = jsonObject(log)?.samples;
  return {
    head: headOf(path, log),
    async *samples() {
      for (const [at, sample] of (Array.isArray(samples) ? samples : []).entries()) {
        const object = jsonObject(sample);
        const where = `${path} sample ${at + 1}`;
        if (object) yield { sample: object, where };
        else intake.reject({ where, text: () => jsonText(sample) }, 'a sample must be an object');
      }
    },
  };
}

async function zipLog(path: string, intake: Intake, zip: ZipArchive): Promise<InspectLog> {
  const json = async (name: string): Promise<unknown> => {
    const entry = zip.entries.find((each) => each.name === name);
    return entry && intake.parse((await zip.read(entry)).toString('utf8'), { python: true });
  };
  const header = await json('header.json').catch((error: unknown) => {
    if (error instanceof JsonProblem)
      throw unusableInput(path, 'has a header that is not JSON', 'write the log again');
    throw error;
  });
  if (header === undefined) {
    throw unusableInput(
      path,
      'must have a header.json; the run it logs did not end',
      'let the run end, or retry it (inspect eval-retry)',
    );
  }
  const entries = zip.entries.filter(({ name }) => /^samples\/[^/]+\.json$/.test(name));
  return {
    head: headOf(path, header),
    async *samples() {
      for (const entry of entries) {
        const where = `${path} ${entry.name}`;
        const text = (await zip.read(entry)).toString('utf8');
        const sample = parsed(text, intake);
        if (sample) yield { sample, where };
        else
          intake.reject({ where, text: () => text }, 'a sample must be a JSON object; write the log again');
      }
    },
  };
}

function parsed(text: string, intake: Intake): Readonly<Record<string, any>> | undefined {
  try {
    return jsonObject(intake.parse(text, { python: true }));
  } catch {
    return undefined;
  }
}

function headOf(path: string, log: unknown): InspectHead {
  const { eval: spec, status } = jsonObject(log) ?? {};
  const { model, task } = jsonObject(spec) ?? {};
  if (typeof model === 'string' && typeof task === 'string')
    return { model, task, status: labelText(status ?? 'unknown') };
  throw unusableInput(
    path,
    'must be a log of Inspect AI, with "eval.model" and "eval.task"',
    'take the .eval or .json file that inspect wrote',
  );
}
