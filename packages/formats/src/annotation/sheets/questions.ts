import { parseScore } from '../../tables/parse-score.js';
import type { Answer, AnswerSheet } from './answer-sheet.js';
import { sidedName } from './field-name.js';
import { fieldText } from './field-text.js';
import { preferenceOf } from './preference.js';
import type { OutputRole } from './task-roles.js';

/** What a question asks, told from all answers to it. */
export interface Question {
  /** Its name, without the side where it is asked of each of several outputs. */
  readonly name: string;
  /**
   * Numbers; words of a scale; any words; which output is better; or, `unknown`, comments, and what is said of no single one of several
   * outputs.
   */
  readonly kind: 'numbers' | 'levels' | 'words' | 'preference' | 'unknown';
  /** The words: levels lowest first, others as they first occur. */
  readonly words: readonly string[];
}

/** The side that an answer is about; undefined where it is about no single one. A task of one output has the side ''. */
export function sideOfAnswer(
  { question, about = [] }: Answer,
  outputs: readonly OutputRole[],
): string | undefined {
  if (outputs.length === 1) return outputs[0].side;
  const sides = outputs.map(({ side }) => side);
  const known = (side: string | undefined) => (side !== undefined && sides.includes(side) ? side : undefined);
  return (
    known(sidedName(question)?.side) ?? (about.length === 1 ? known(sidedName(about[0])?.side) : undefined)
  );
}

/** The name of a question, without the side that it is about. */
export function questionName({ question }: Answer, outputs: readonly OutputRole[]): string {
  const sided = outputs.length > 1 ? sidedName(question) : undefined;
  return sided !== undefined && outputs.some(({ side }) => side === sided.side) ? sided.stem : question;
}

/** Scales of more words than that are unknown. */
const MOST_WORDS = 20;

/** What is known of the answers to a question. */
interface Answered {
  readonly words: Set<string>;
  areNumbers: boolean;
  /** Whether each is about one output. */
  areOfOne: boolean;
  /** Whether each says which output is better. */
  prefer: boolean;
}

/** The questions of a campaign, in the order in which they were first answered. O(answers). */
export function questionsOf(
  sheets: readonly AnswerSheet[],
  outputs: readonly OutputRole[],
  levels: readonly string[],
): Question[] {
  const found = new Map<string, Answered>();
  const sides = outputs.map(({ side }) => side);
  for (const { answers, fields } of sheets) {
    const systems = outputs.map(({ system }) => fieldText(fields, system));
    for (const answer of answers) {
      const score = parseScore(answer.value);
      if (score === 'missing') continue;
      const name = questionName(answer, outputs);
      let known = found.get(name);
      if (known === undefined)
        found.set(name, (known = { words: new Set(), areNumbers: true, areOfOne: true, prefer: true }));
      const text = String(answer.value).trim();
      known.words.add(text);
      known.areNumbers &&= score !== 'not a score';
      known.areOfOne &&= sideOfAnswer(answer, outputs) !== undefined;
      known.prefer &&= preferenceOf(text, sides, systems) !== undefined;
    }
  }
  return [...found].map(([name, { words, areNumbers, areOfOne, prefer }]): Question => {
    if (!areOfOne) return { name, kind: prefer ? 'preference' : 'unknown', words: [] };
    if (areNumbers) return { name, kind: 'numbers', words: [] };
    const list = [...words];
    // So many different words are comments.
    if (list.length > MOST_WORDS) return { name, kind: 'unknown', words: [] };
    const areLevels = list.every((word) => levels.includes(word));
    return areLevels ? { name, kind: 'levels', words: levels } : { name, kind: 'words', words: list };
  });
}
