import { wordsOf } from './field-name.js';

/** Words that say that no output is better. */
const TIES = [
  'tie',
  'tied',
  'ties',
  'equal',
  'equally',
  'same',
  'both',
  'neither',
  'none',
  'draw',
  'similar',
];
const FIRST = ['left', 'first'];
const SECOND = ['right', 'second'];

/**
 * Which of several outputs an answer prefers, as its place among them; `tie` where none is better. Undefined where the answer says
 * neither, such as a comment.
 *
 * @param sides - what tells the outputs apart, in the order in which they stand
 * @param systems - the systems that wrote them, whose names an answer may hold in place of a side
 */
export function preferenceOf(
  answer: string,
  sides: readonly string[],
  systems: readonly string[] = [],
): number | 'tie' | undefined {
  const system = systems.indexOf(answer);
  if (system >= 0) return system;
  const words = wordsOf(answer);
  if (words.some((word) => TIES.includes(word))) return 'tie';
  const named = sides.flatMap((side, at) => (words.includes(side) ? [at] : []));
  if (named.length === 1) return named[0];
  if (named.length > 1 || sides.length !== 2) return undefined;
  const [first, second] = [FIRST, SECOND].map((list) => words.some((word) => list.includes(word)));
  return first === second ? undefined : first ? 0 : 1;
}
