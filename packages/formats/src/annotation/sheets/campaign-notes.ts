import { quoteList } from '@goldpan/core';
import type { Intake } from '../../reading/intake.js';
import type { AnswerSheet } from './answer-sheet.js';
import type { Question } from './questions.js';
import type { Campaign, TaskRoles } from './task-roles.js';

/** What was found in a campaign. */
interface Found {
  readonly found: readonly Question[];
  /** Those of the questions that are read. */
  readonly read: readonly Question[];
  readonly campaign: Campaign;
  readonly sheets: readonly AnswerSheet[];
}

const KINDS: Readonly<Record<Question['kind'], string>> = {
  numbers: 'numbers',
  levels: 'levels',
  words: 'words',
  preference: 'which is better',
  unknown: 'comments, or of no single output',
};

/** Says which field was taken for what, what was left, and what it means where that is not plain. */
export function campaignNotes(
  roles: TaskRoles,
  { found, read, campaign, sheets }: Found,
  intake: Intake,
): void {
  const { kind, format } = campaign;
  const { outputs } = roles;
  intake.guess(
    `${kind}, not handed out by Goldpan: ${takenFor(roles, read).join(', ')}; where that is wrong, name fields with --format ${format} --item-field, --system-field, --output-field, --score-field …`,
  );
  const left = found.filter((question) => !read.includes(question)).map(({ name }) => name);
  if (left.length > 0) intake.guess(`answers that were not read: ${quoteList(left)}`);
  const unread = unreadFields(sheets, roles);
  if (unread.length > 0) intake.guess(`fields that were not read: ${quoteList(unread)}`);
  if (outputs.length > 1 && outputs[0].system === undefined)
    intake.guess(
      'no field says which system wrote which of the outputs that stand side by side: their sides are taken for systems; where they were shuffled, name the fields that say it (--system-field FIELD_A,FIELD_B)',
    );
  if (read.some((question) => question.kind === 'preference'))
    intake.note(
      'of outputs side by side the better one counts 1, the other 0, each 0.5 where none is better',
    );
  for (const { name, words } of read.filter((question) => question.kind === 'words'))
    intake.guess(
      `answers to ${JSON.stringify(name)} are words, which are categories and give no score: ${quoteList(words)}; where they are an order, say so with --format ${format} --levels LOWEST,…,HIGHEST`,
    );
}

function takenFor(roles: TaskRoles, read: readonly Question[]): string[] {
  const { outputs, ...fields } = roles;
  const one = (role: string, name: string | undefined) =>
    name === undefined ? [] : [`${role} = ${JSON.stringify(name)}`];
  const joined = fields.source === undefined ? 'tasks' : 'source texts';
  return [
    ...(fields.item === undefined ? [`items = ${joined}`] : []),
    ...Object.entries(fields).flatMap(([role, name]) => one(role, name)),
    ...outputs.flatMap(({ side, output, system }) => [
      ...one(side === '' ? 'system' : `system ${side}`, system),
      ...one(side === '' ? 'output' : `output ${side}`, output),
    ]),
    ...read.map(({ name, kind }) => `answers = ${JSON.stringify(name)} (${KINDS[kind]})`),
  ];
}

/** Fields that hold neither a part of the task nor an answer, where answers stand among fields. */
function unreadFields(sheets: readonly AnswerSheet[], { outputs, ...fields }: TaskRoles): string[] {
  const flat = sheets.filter((sheet) => sheet.flat);
  const read = new Set<unknown>([
    ...Object.values(fields),
    ...outputs.flatMap(({ output, system }) => [output, system]),
    ...flat.flatMap(({ answers }) => answers.map(({ question }) => question)),
  ]);
  const names = new Set(flat.flatMap((sheet) => [...sheet.fields.keys()]));
  return [...names].filter((name) => !read.has(name));
}
