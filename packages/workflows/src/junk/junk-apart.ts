import { selectWithin, type SelectWithinOptions } from '@goldpan/budget';
import { stream, type Dataset, type Selection, type Selector } from '@goldpan/core';
import type { Junk } from './find-junk.js';
import { expectedJunk, spreadOrder } from './junk-of-sample.js';

/** What was drawn from all items, and how. */
interface DrawnWithJunk {
  readonly drawn: Selection;
  readonly junk: Junk;
  readonly options: Omit<SelectWithinOptions, 'leaveOut'>;
}

/**
 * A sample by a design that would give junk more than its share, such as one that goes by a metric: junk is drawn apart. Of n items
 * n·J/N, rounded down or up by lot, are junk, each as likely as any other, and the design draws the rest from the rest. The probabilities of the rest are
 * those for the number that the lot left.
 *
 * @returns undefined where the design gives junk at most its share already, where the budget is not in items alone, or where nothing else would be drawn
 * @throws what the design throws
 * @remarks O(N) beside the design.
 */
export async function junkApart(
  dataset: Dataset,
  selector: Selector,
  { drawn, junk: { isJunk }, options }: DrawnWithJunk,
): Promise<Selection | undefined> {
  const { budget, seed = 0 } = options;
  const { size } = dataset;
  const junk = Uint32Array.from(isJunk.keys()).filter((item) => isJunk[item] === 1);
  if (drawn.inclusion === undefined || budget?.items === undefined || budget.cost !== undefined)
    return undefined;
  const probability = Math.min(budget.items, size) / size;
  const share = probability * junk.length;
  if (expectedJunk(drawn.inclusion, isJunk) <= share * (1 + 1e-9)) return undefined;
  const rng = stream(seed, 'junk');
  const start = rng.next();
  const count = Math.floor(share + start);
  const others = budget.items - count;
  if (others < 1) return undefined;
  const taken = rng.shuffle(junk.slice()).subarray(0, count);
  const exclude = Array.from(junk, (item) => dataset.ids[item]);
  const { selection } = await selectWithin(dataset, selector, {
    ...options,
    budget: { items: others },
    constraints: { exclude },
  });
  const { inclusion, weights } = selection;
  for (const item of junk) inclusion![item] = probability;
  for (const item of taken) weights![item] = 1 / probability;
  const chosen = spreadOrder(Uint32Array.from([...selection.chosen!, ...taken]), isJunk, start);
  const isChosen = new Set(chosen);
  const rest = selection.ranking.filter((item) => !isChosen.has(item));
  return { ...selection, chosen, ranking: Uint32Array.from([...chosen, ...rest]) };
}
