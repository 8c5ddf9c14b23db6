import { labelText } from '../../json/json-text.js';
import { jsonObject } from '../../loaders/json-object.js';
import type { Probe } from '../../loaders/probe.js';
import type { Intake } from '../../reading/intake.js';
import { records, type SourceRecord } from '../../tables/records.js';
import type { Answer, AnswerSheet } from '../sheets/answer-sheet.js';
import { clockTime } from '../sheets/clock-time.js';
import { flatFields } from '../sheets/flat-fields.js';
import { textMark } from '../sheets/text-mark.js';

type Fields = Readonly<Record<string, any>>;

/** What Prodigy and the answer add to a task. */
const ADDED = [
  'options',
  'accept',
  'reject',
  'answer',
  'tokens',
  'spans',
  'relations',
  'config',
  'mapping',
  'html',
];

/** Whether the beginning of a file shows what `prodigy db-out` gives. */
export function isProdigy({ record }: Probe): boolean {
  return ['_input_hash', '_task_hash', 'answer'].every(
    (name) => record !== undefined && Object.hasOwn(record, name),
  );
}

/** Who answered: the person, or the session. */
export function prodigyRater({ _annotator_id: annotator, _session_id: session }: Fields): string {
  return labelText(annotator ?? session ?? '');
}

/** The answers in a data set of Prodigy: a sheet for each example. */
export async function* prodigySheets(path: string, intake: Intake): AsyncGenerator<readonly AnswerSheet[]> {
  for await (const batch of records(path, intake))
    yield batch.map(({ value, where, reject }: SourceRecord) => {
      const compared = comparedOf(value) ?? [];
      const taken = new Set([
        ...ADDED,
        ...Object.keys(jsonObject(compared.length > 0 ? value.mapping : {}) ?? {}),
      ]);
      const own = Object.entries(value).filter(([name]) => !taken.has(name) && !name.startsWith('_'));
      const spans: unknown[] = Array.isArray(value.spans) ? value.spans : [];
      return {
        path,
        task: labelText(value._task_hash ?? ''),
        fields: new Map([...flatFields(Object.fromEntries(own)), ...compared]),
        rater: prodigyRater(value),
        answers: answersIn(value, intake),
        marks: spans.flatMap((span) => {
          const { start, end, label } = jsonObject(span) ?? {};
          return textMark({ start, end, label }, value.text);
        }),
        ...clockTime(value._timestamp),
        where,
        reject,
      };
    });
}

/** The option that was chosen; of a question of yes and no, whether it was accepted. */
function answersIn(value: Fields, intake: Intake): Answer[] {
  const { answer, accept, options, label } = value;
  if (Array.isArray(options)) {
    const chosen: unknown[] = answer === 'accept' && Array.isArray(accept) ? accept : [];
    const [only] = chosen;
    if (chosen.length > 1) intake.note('answers of several options were left out');
    if (chosen.length !== 1 || (typeof only !== 'string' && typeof only !== 'number')) return [];
    return [{ question: 'choice', value: only }];
  }
  if (answer !== 'accept' && answer !== 'reject') return [];
  return [{ question: typeof label === 'string' ? label : 'accept', value: Number(answer === 'accept') }];
}

/**
 * Outputs that were compared: a choice among options that a mapping lists, as recipes that compare two files or prompts write it. They are put
 * side by side, each with the name of its option as system.
 */
function comparedOf({ options, mapping }: Fields): [string, unknown][] | undefined {
  const names = Object.keys(jsonObject(mapping) ?? {}).sort();
  if (names.length !== 2 || !Array.isArray(options)) return undefined;
  const texts = new Map(
    options.map((option: unknown): [unknown, unknown] => [jsonObject(option)?.id, jsonObject(option)?.text]),
  );
  if (!names.every((name) => typeof texts.get(name) === 'string')) return undefined;
  return names.flatMap((name, at): [string, unknown][] => [
    [`output_${'ab'[at]}`, texts.get(name)],
    [`system_${'ab'[at]}`, name],
  ]);
}
