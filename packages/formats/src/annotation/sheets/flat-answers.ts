import { parseScore } from '../../tables/parse-score.js';
import type { JudgementOptions } from '../judgement-options.js';
import type { Answer, AnswerSheet } from './answer-sheet.js';
import { plainName, sidedName } from './field-name.js';
import { SCORE_NAMES } from './role-names.js';
import type { TaskRoles } from './task-roles.js';

/**
 * The sheets of which answers stand among the fields of the task, with these answers: the fields that are named; otherwise, where the
 * platform told no answer, those with likely names, or, where no field has one, those that hold numbers and nothing else. O(fields).
 */
export function flatAnswers(
  sheets: readonly AnswerSheet[],
  roles: TaskRoles,
  options: JudgementOptions,
): readonly AnswerSheet[] {
  const flat = sheets.filter(({ flat }) => flat);
  const told = new Set(flat.flatMap(({ answers }) => answers.map(({ question }) => question)));
  const asked = options['score-field'].filter((name) => !told.has(name));
  if (flat.length === 0 || (told.size > 0 && asked.length === 0)) return sheets;
  const names = asked.length > 0 ? asked : answerFields(flat, roles);
  return sheets.map((sheet) =>
    sheet.flat ? { ...sheet, answers: [...sheet.answers, ...answersIn(sheet, names)] } : sheet,
  );
}

function answersIn({ fields }: AnswerSheet, names: readonly string[]): Answer[] {
  return names.flatMap((question): Answer[] => {
    const value = fields.get(question);
    return typeof value === 'number' || typeof value === 'string' ? [{ question, value }] : [];
  });
}

function answerFields(sheets: readonly AnswerSheet[], { outputs, ...fields }: TaskRoles): string[] {
  const taken = new Set<unknown>([
    ...Object.values(fields),
    ...outputs.flatMap((role) => Object.values(role)),
  ]);
  const free = [...new Set(sheets.flatMap(({ fields }) => [...fields.keys()]))].filter(
    (name) => !taken.has(name),
  );
  const likely = free.filter((name) =>
    SCORE_NAMES.some((score) => plainName(name) === score || sidedName(name)?.stem === score),
  );
  if (likely.length > 0) return likely;
  return free.filter((name) => {
    const values = sheets.map(({ fields }) => parseScore(fields.get(name)));
    return !values.includes('not a score') && values.some((value) => typeof value === 'number');
  });
}
