import { unusableInput } from '../../errors.js';
import type { Intake } from '../../reading/intake.js';
import { jsonObject } from '../json-object.js';

/** What mt-metrics-eval writes in place of a text that is not there. */
const NO_TEXT = '[No translation supplied]';

/** The texts of one file, one per segment; undefined where a segment has none. */
export interface SegmentTexts {
  readonly path: string;
  readonly texts: readonly (string | undefined)[];
  /** Whether the file begins with a canary: a line against training on the data, which is no segment. */
  readonly canary: boolean;
}

/** Reads a `.txt` file (a line per segment) or a `.jsonl` file (an object per segment). @throws UNUSABLE_INPUT */
export async function readTexts(path: string, intake: Intake, field: string): Promise<SegmentTexts> {
  const texts = path.endsWith('.jsonl')
    ? await jsonTexts(path, intake, field)
    : await plainTexts(path, intake);
  const canary = texts[0]?.toLowerCase().startsWith('canary') ?? false;
  return { path, texts: canary ? texts.slice(1) : texts, canary };
}

async function plainTexts(path: string, intake: Intake): Promise<(string | undefined)[]> {
  const texts: (string | undefined)[] = [];
  for await (const lines of intake.textLines(path)) {
    for (const { text } of lines) texts.push(text === NO_TEXT ? undefined : text.trimEnd());
  }
  return texts;
}

async function jsonTexts(path: string, intake: Intake, field: string): Promise<(string | undefined)[]> {
  const texts: (string | undefined)[] = [];
  for await (const lines of intake.jsonLines(path)) {
    for (const { value, number } of lines) {
      const record = jsonObject(value) ?? {};
      const text: unknown = record[field];
      if (typeof text === 'string') texts.push(text === NO_TEXT ? undefined : text);
      else if (text === null) texts.push(undefined);
      else if (number === 1 && JSON.stringify(value).toLowerCase().includes('canary')) texts.push('canary');
      else {
        const problem = `line ${number} must have the text of a segment in the field ${JSON.stringify(field)}`;
        throw unusableInput(
          path,
          `${problem}; it has ${JSON.stringify(Object.keys(record))}`,
          'check the file',
        );
      }
    }
  }
  return texts;
}

/** @throws UNUSABLE_INPUT where a file does not have one text per segment */
export function checkSegments({ path, texts }: SegmentTexts, segments: number): void {
  if (texts.length === segments) return;
  const problem = `must have one line for each of the ${segments} source segments; it has ${texts.length}`;
  throw unusableInput(path, problem, 'take the files of one test set and language pair, complete');
}
