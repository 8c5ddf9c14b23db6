import type { Judgements } from './judgements.js';

/** Whether a judgement is that of an identical output. */
export function isCopy(copyOf: Judgements['copyOf'], judgement: number): boolean {
  return copyOf !== undefined && copyOf[judgement] >= 0;
}

/**
 * The copies among judgements of some of the systems, which are numbered anew. Where the system that was judged is left out, the first
 * copy of an answer stands for it. O(judgements).
 *
 * @param judgements - those that are left, their systems and `copyOf` as before
 * @param positions - old to new positions of the systems
 */
export function remainingCopies(
  { starts, systems, rater, criterion, copyOf }: Judgements,
  positions: ReadonlyMap<number, number>,
): Int32Array | undefined {
  if (copyOf === undefined) return undefined;
  const remaining = copyOf.map((of) => positions.get(of) ?? -1);
  for (let item = 0; item + 1 < starts.length; item++) {
    const stands = new Map<string, number>();
    for (let j = starts[item]; j < starts[item + 1]; j++) {
      if (copyOf[j] < 0 || remaining[j] >= 0) continue;
      const answer = `${copyOf[j]} ${rater[j]} ${criterion[j]}`;
      const first = stands.get(answer);
      if (first === undefined) stands.set(answer, positions.get(systems[j])!);
      else remaining[j] = first;
    }
  }
  return remaining;
}
