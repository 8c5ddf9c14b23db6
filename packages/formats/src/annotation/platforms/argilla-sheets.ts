import { labelText } from '../../json/json-text.js';
import { jsonObject } from '../../loaders/json-object.js';
import type { Probe } from '../../loaders/probe.js';
import type { Intake } from '../../reading/intake.js';
import { records, type SourceRecord } from '../../tables/records.js';
import type { Answer, AnswerSheet } from '../sheets/answer-sheet.js';
import { flatFields } from '../sheets/flat-fields.js';

/** Whether the beginning of a file shows records of Argilla: nested, as to_json writes them, or flat, as data sets are. */
export function isArgilla({ start }: Probe): boolean {
  const text = start.toString('utf8');
  if (!/^\ufeff?\s*(\[\s*)?\{/.test(text)) return false;
  const isNested = /"fields"\s*:\s*\{/.test(text) && /"responses"\s*:\s*\{/.test(text);
  return (isNested && text.includes('"suggestions"')) || /"[^"]+\.responses\.users"\s*:/.test(text);
}

/** What a person answered to a question. */
interface Response {
  readonly question: string;
  readonly user: string;
  readonly value: unknown;
  /** Only what was submitted counts. */
  readonly submitted: boolean;
}

/** The answers in records of Argilla: a sheet for each person who answered; one without answers where nobody did. */
export async function* argillaSheets(path: string, intake: Intake): AsyncGenerator<readonly AnswerSheet[]> {
  for await (const batch of records(path, intake))
    yield batch.flatMap((record) => sheetsOf(record, { path, intake }));
}

function sheetsOf(
  { value, where, reject }: SourceRecord,
  { path, intake }: { readonly path: string; readonly intake: Intake },
): AnswerSheet[] {
  const isNested = jsonObject(value.fields) !== undefined;
  const responses = isNested ? nestedResponses(value.responses) : flatResponses(value);
  const fields = new Map(
    isNested
      ? [...flatFields(value.fields), ...flatFields(value.metadata), ['id', value.id] as const]
      : [...flatFields(value)].filter(([name]) => !/\.(responses|suggestion)\b|^_server_id$/.test(name)),
  );
  const base = { path, task: labelText(value.id ?? ''), fields, where, reject };
  const users = new Map<string, Response[]>();
  for (const response of responses) {
    const known = users.get(response.user);
    if (known === undefined) users.set(response.user, [response]);
    else known.push(response);
  }
  if (users.size === 0) return [{ ...base, rater: '', answers: [], isOpen: true }];
  return [...users].map(([rater, given]) => ({
    ...base,
    rater,
    answers: given
      .filter(({ submitted }) => submitted)
      .flatMap((response) => answersIn(response, fields, intake)),
  }));
}

function nestedResponses(responses: unknown): Response[] {
  return Object.entries(jsonObject(responses) ?? {}).flatMap(([question, given]) =>
    (Array.isArray(given) ? given : []).map((one: unknown): Response => {
      const { value, user_id: user, status = 'submitted' } = jsonObject(one) ?? {};
      return { question, value, user: labelText(user ?? ''), submitted: status === 'submitted' };
    }),
  );
}

/** Of flat records: lists of values, of users and of states, side by side. */
function flatResponses(record: Readonly<Record<string, unknown>>): Response[] {
  const list = (name: string): unknown[] => {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    return Array.isArray(value) ? value : [];
  };
  return Object.keys(record)
    .filter((name) => name.endsWith('.responses'))
    .flatMap((name) => {
      const [users, states] = [list(`${name}.users`), list(`${name}.status`)];
      return list(name).map((value, at) => ({
        question: name.slice(0, -'.responses'.length),
        value,
        user: labelText(users[at] ?? ''),
        submitted: (states[at] ?? 'submitted') === 'submitted',
      }));
    });
}

/** A rating or a label; of a ranking one answer for each output, the negated rank, so that higher is better. */
function answersIn(
  { question, value }: Response,
  fields: ReadonlyMap<string, unknown>,
  intake: Intake,
): Answer[] {
  if (typeof value === 'number' || typeof value === 'string') return [{ question, value }];
  if (!Array.isArray(value)) return [];
  const ranked = value.flatMap((one: unknown, at): Answer[] => {
    const { value: output, rank = at + 1 } = jsonObject(one) ?? { value: one };
    if (typeof output !== 'string' || !fields.has(output) || typeof rank !== 'number') return [];
    return [{ question, value: 0 - rank, about: [output] }];
  });
  if (ranked.length > 1) intake.note('ranks count negated, so that higher is better');
  else intake.note('answers of several labels were left out');
  return ranked.length > 1 ? ranked : [];
}
