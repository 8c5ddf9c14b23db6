import { quoteList } from '@goldpan/core';
import { unusableInput } from '../../errors.js';
import type { LoadedItem } from '../../loaders/loader.js';
import type { Intake } from '../../reading/intake.js';
import type { JudgementOptions } from '../judgement-options.js';
import { targetOfCriterion } from '../judgements.js';
import type { AnswerSheet } from './answer-sheet.js';
import { campaignNotes } from './campaign-notes.js';
import { fieldText } from './field-text.js';
import { flatAnswers } from './flat-answers.js';
import { questionsOf, type Question } from './questions.js';
import { SheetJudgements } from './sheet-judgements.js';
import { requireField, taskRoles, type Campaign } from './task-roles.js';

/**
 * The items of a campaign that Goldpan did not hand out. Which field holds what is guessed by names and said; the order is that of the
 * first sheet of each item. Memory: all sheets.
 *
 * @throws UNUSABLE_INPUT where no field names a system or an item, and where there are no answers
 */
export function* campaignItems(
  given: readonly AnswerSheet[],
  options: JudgementOptions,
  { campaign, intake }: { readonly campaign: Campaign; readonly intake: Intake },
): Generator<LoadedItem> {
  const roles = taskRoles(given, options, campaign);
  const sheets = flatAnswers(withRaters(given, options, campaign), roles, options);
  const found = questionsOf(sheets, roles.outputs, options.levels);
  const read = wanted(found, options, campaign);
  const questions = new Map(withColumns(read, options.target).map((question) => [question.name, question]));
  campaignNotes(roles, { found, read, campaign, sheets }, intake);
  const judgements = new SheetJudgements({ roles, questions, options, intake });
  for (const sheet of sheets) judgements.take(sheet);
  judgements.notes();
  yield* judgements.items();
}

/** The sheets, with their raters of the field that is named. */
function withRaters(
  sheets: readonly AnswerSheet[],
  { 'rater-field': name }: JudgementOptions,
  campaign: Campaign,
): readonly AnswerSheet[] {
  if (name === undefined) return sheets;
  requireField(name, sheets, campaign);
  return sheets.map((sheet) => ({ ...sheet, rater: fieldText(sheet.fields, name) }));
}

/** The questions to read. @throws UNUSABLE_INPUT where there are none */
function wanted(
  found: readonly Question[],
  options: JudgementOptions,
  { path, kind, format }: Campaign,
): Question[] {
  const asked = options['score-field'];
  const names = found.map(({ name }) => name);
  const missing = asked.find((name) => !names.includes(name));
  if (missing !== undefined)
    throw unusableInput(
      path,
      `is ${kind}; nobody answered a question called ${JSON.stringify(missing)}; the answers are to ${quoteList(names)}`,
      'name one of them',
    );
  const read = found.filter(({ name, kind }) =>
    asked.length > 0 ? asked.includes(name) : kind !== 'unknown',
  );
  if (read.length > 0) return read;
  throw unusableInput(
    path,
    `is ${kind}; it has no answers that say something of one output${found.length === 0 ? '' : `; the questions are ${quoteList(names)}`}`,
    `name the questions, or the fields of answers, with --format ${format} --score-field NAME`,
  );
}

/** Questions that give scores are criteria of the target, or the target itself where there is one; so are words where nothing gives scores. */
function withColumns(questions: readonly Question[], target: string) {
  const scored = questions.filter(({ kind }) => kind !== 'words');
  const main = scored.length > 0 ? scored : questions;
  return questions.map((question) => ({
    ...question,
    column: targetOfCriterion(target, main.length === 1 && question === main[0] ? undefined : question.name),
  }));
}
