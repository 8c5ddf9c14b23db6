import { basename } from 'node:path';
import { labelText } from '../../json/json-text.js';
import type { Probe } from '../../loaders/probe.js';
import type { Intake } from '../../reading/intake.js';
import { records, type SourceRecord } from '../../tables/records.js';
import type { Answer, AnswerSheet, Mark } from '../sheets/answer-sheet.js';
import { flatFields } from '../sheets/flat-fields.js';
import { textMark } from '../sheets/text-mark.js';

/** What an export adds to the fields of a text. */
const ADDED = ['id', 'label', 'labels', 'cats', 'entities', 'Comments', 'annotator', 'user'];

/** Whether the beginning of a file shows an export of doccano: texts with a list of labels. */
export function isDoccano({ record }: Probe): boolean {
  const { id, text, label, scores, tgt } = record ?? {};
  const isItem = scores !== undefined || tgt !== undefined;
  return !isItem && typeof text === 'string' && typeof id === 'number' && Array.isArray(label);
}

/** The file of a person is named after it. */
export function doccanoRater(path: string, value: SourceRecord['value']): string {
  return labelText(value.annotator ?? value.user ?? basename(path).replace(/\.(jsonl?|csv)(\.gz)?$/, ''));
}

/** The answers in an export of doccano: a sheet for each text. */
export async function* doccanoSheets(path: string, intake: Intake): AsyncGenerator<readonly AnswerSheet[]> {
  for await (const batch of records(path, intake))
    yield batch.map(({ value, where, reject }) => {
      const given: unknown = value.label ?? value.labels ?? value.cats;
      const labels: unknown[] = Array.isArray(given)
        ? given
        : given === undefined || given === ''
          ? []
          : [given];
      return {
        path,
        task: labelText(value.id ?? ''),
        fields: new Map([...flatFields(value)].filter(([name]) => !ADDED.includes(name))),
        rater: doccanoRater(path, value),
        answers: answersIn(labels, intake),
        marks: labels.flatMap((label) => markOf(label, value.text)),
        where,
        reject,
      };
    });
}

/** The only label. */
function answersIn(labels: readonly unknown[], intake: Intake): Answer[] {
  const plain = labels.filter((label) => typeof label === 'string' || typeof label === 'number');
  if (plain.length > 1) intake.note('texts with several labels were left out');
  return plain.length === 1 ? [{ question: 'label', value: plain[0] }] : [];
}

/** A marked place: first and last character, and a label. */
function markOf(label: unknown, text: unknown): Mark[] {
  if (!Array.isArray(label)) return [];
  const [start, end, name] = label as unknown[];
  return textMark({ start, end, label: name }, text);
}
