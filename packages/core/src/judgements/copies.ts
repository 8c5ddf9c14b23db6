import { isOneOutput } from './check-copies.js';
import type { Judgements } from './judgements.js';

/** Whether a judgement is that of an identical output. */
export function isCopy(copyOf: Judgements['copyOf'], judgement: number): boolean {
  return copyOf !== undefined && copyOf[judgement] >= 0;
}

/** Of every judgement the one that was given: itself, or of a copy that which it copies; shape (judgements). O(judgements). */
export function givenRows({ size, starts, systems, rater, criterion, copyOf }: Judgements): Uint32Array {
  const rows = Uint32Array.from({ length: size }, (_, j) => j);
  if (copyOf === undefined) return rows;
  for (let item = 0; item + 1 < starts.length; item++) {
    const given = new Map<string, number>();
    for (let j = starts[item]; j < starts[item + 1]; j++)
      if (copyOf[j] < 0) given.set(`${systems[j]} ${rater[j]} ${criterion[j]}`, j);
    for (let j = starts[item]; j < starts[item + 1]; j++)
      if (copyOf[j] >= 0) rows[j] = given.get(`${copyOf[j]} ${rater[j]} ${criterion[j]}`) ?? j;
  }
  return rows;
}

/** The copies among judgements of which some systems are left out. */
export interface RemainingCopies {
  /** As `copyOf` of the judgements, systems numbered anew. */
  readonly copyOf: Int32Array;
  /** Which judgement tells what each of them took: itself, or the one that it stands for now. */
  readonly told: Uint32Array;
  /** Which judgement tells what was marked in each: marks are places in a text, so they go with an equal one alone. */
  readonly marked: Uint32Array;
}

/**
 * The copies where systems are left out and the others numbered anew: where the system that was judged is left out, the first copy of an
 * answer stands for it, with what it took, and so does the next whose output is not nearly that of the first. O(judgements).
 *
 * @param positions - old to new positions of the systems that are left
 * @param outputOf - the output of a system of an item, where it is known
 */
export function remainingCopies(
  judgements: Judgements,
  positions: ReadonlyMap<number, number>,
  outputOf: (item: number, system: number) => string | undefined,
): RemainingCopies | undefined {
  const { size, starts, systems, rater, criterion, copyOf } = judgements;
  if (copyOf === undefined) return undefined;
  const given = givenRows(judgements);
  const remaining = copyOf.map((of) => positions.get(of) ?? -1);
  const told = Uint32Array.from({ length: size }, (_, j) => j);
  const marked = told.slice();
  for (let item = 0; item + 1 < starts.length; item++) {
    const stands = new Map<string, number[]>();
    for (let j = starts[item]; j < starts[item + 1]; j++) {
      if (copyOf[j] < 0 || remaining[j] >= 0 || !positions.has(systems[j])) continue;
      const answer = `${copyOf[j]} ${rater[j]} ${criterion[j]}`;
      const stand = stands.get(answer) ?? [];
      const own = outputOf(item, systems[j]);
      const heir = stand.find((system) => isOneOutput(own, outputOf(item, system)));
      if (heir !== undefined) remaining[j] = positions.get(heir)!;
      else {
        if (stand.length === 0) {
          told[j] = given[j];
          if (own === outputOf(item, copyOf[j])) marked[j] = told[j];
        }
        stands.set(answer, [...stand, systems[j]]);
      }
    }
  }
  return { copyOf: remaining, told, marked };
}
