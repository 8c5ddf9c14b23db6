import type { Judgements } from './judgements.js';

/** Whether a judgement is that of an identical output. */
export function isCopy(copyOf: Judgements['copyOf'], judgement: number): boolean {
  return copyOf !== undefined && copyOf[judgement] >= 0;
}

/** The copies among judgements of which some systems are left out. */
export interface RemainingCopies {
  /** As `copyOf` of the judgements, systems numbered anew. */
  readonly copyOf: Int32Array;
  /** Which judgement tells what each of them took and marked: itself, or the one that it stands for now. */
  readonly told: Uint32Array;
}

/**
 * The copies where systems are left out and the others numbered anew: where the system that was judged is left out, the first copy of an
 * answer stands for it, with what it took. O(judgements).
 *
 * @param positions - old to new positions of the systems that are left
 */
export function remainingCopies(
  { size, starts, systems, rater, criterion, copyOf }: Judgements,
  positions: ReadonlyMap<number, number>,
): RemainingCopies | undefined {
  if (copyOf === undefined) return undefined;
  const remaining = copyOf.map((of) => positions.get(of) ?? -1);
  const told = Uint32Array.from({ length: size }, (_, j) => j);
  for (let item = 0; item + 1 < starts.length; item++) {
    const answers = { originals: new Map<string, number>(), stands: new Map<string, number>() };
    for (let j = starts[item]; j < starts[item + 1]; j++)
      if (copyOf[j] < 0) answers.originals.set(`${systems[j]} ${rater[j]} ${criterion[j]}`, j);
    for (let j = starts[item]; j < starts[item + 1]; j++) {
      if (copyOf[j] < 0 || remaining[j] >= 0 || !positions.has(systems[j])) continue;
      const answer = `${copyOf[j]} ${rater[j]} ${criterion[j]}`;
      const first = answers.stands.get(answer);
      if (first !== undefined) remaining[j] = first;
      else {
        answers.stands.set(answer, positions.get(systems[j])!);
        told[j] = answers.originals.get(answer) ?? j;
      }
    }
  }
  return { copyOf: remaining, told };
}
