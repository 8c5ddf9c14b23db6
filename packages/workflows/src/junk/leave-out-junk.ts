import { spend, type Budget, type Dataset, type Warning } from '@goldpan/core';
import { everyItemJunk } from '../errors.js';
import type { Junk } from './find-junk.js';

/** What to do with junk: `keep`; `cap`, to let at most its share of the pool be picked; `drop`, to let none be chosen. */
export type JunkPolicy = 'keep' | 'cap' | 'drop';

/** What junk is left out by. */
export interface JunkLimits {
  readonly policy: JunkPolicy;
  /** Whether items are drawn by chance, which gives junk its share already. */
  readonly isDrawn: boolean;
  readonly budget?: Budget;
  readonly costs?: Float64Array;
  /** Ids that must be chosen, junk or not. */
  readonly include?: readonly string[];
}

/** Ids of junk that must not be chosen, and the news of it. */
export interface LeftOut {
  readonly ids: readonly string[];
  readonly warnings: readonly Warning[];
}

/**
 * The junk that a ranking must do without. With `cap` of the items that a budget buys at most the share of junk in the pool, rounded
 * down, may be junk: the best of it stays, no source twice. A draw is not capped, which would spoil its probabilities (`junkOfSample`), and neither is an
 * order without a budget.
 *
 * @throws EVERY_ITEM_JUNK where all is to be dropped
 */
export function leaveOutJunk(
  dataset: Dataset,
  ranking: Uint32Array,
  { junk: { isJunk, findings }, limits }: { junk: Junk; limits: JunkLimits },
): LeftOut {
  const { policy, isDrawn, budget, costs, include = [] } = limits;
  const required = new Set(include);
  const all = Array.from(ranking).filter((item) => isJunk[item] === 1 && !required.has(dataset.ids[item]));
  if (policy === 'drop' && all.length === dataset.size) throw everyItemJunk(findings[0].rule);
  const share = all.length / dataset.size;
  const bought = budget === undefined ? ranking : spend(ranking, budget, costs);
  const picked = bought.filter((item) => isJunk[item] === 1 && !required.has(dataset.ids[item])).length;
  const allowed = policy === 'drop' ? 0 : Math.floor(share * bought.length);
  const isAsItComes = policy === 'keep' || (policy === 'cap' && (isDrawn || budget === undefined));
  if (isAsItComes || all.length === 0 || (policy === 'cap' && picked <= allowed))
    return { ids: [], warnings: [] };
  const stays = firstDistinct(all, dataset.sources, allowed);
  const ids = all.filter((item) => !stays.has(item)).map((item) => dataset.ids[item]);
  const kept =
    policy === 'drop'
      ? 'none of it may be chosen'
      : `at most that share of the choice, ${allowed}, may be so too`;
  const text = `${all.length} of the ${dataset.size} items look like junk: ${rulesText(findings)}. ${picked} of the ${bought.length} best are among them, and ${kept}; --junk keep takes what comes.`;
  return { ids, warnings: [{ code: 'JUNK_LEFT_OUT', text }] };
}

/** The rules that found junk, with counts and the first item of each. */
export function rulesText(findings: Junk['findings']): string {
  return findings.map(({ rule, items, examples: [{ id }] }) => `${rule} (${items}, first: ${id})`).join('; ');
}

/** The first items whose sources differ. */
function firstDistinct(items: readonly number[], sources: Dataset['sources'], count: number): Set<number> {
  const bySource = new Map<string | number, number>();
  for (const item of items) {
    const source = sources?.[item] ?? item;
    if (!bySource.has(source)) bySource.set(source, item);
  }
  return new Set([...bySource.values()].slice(0, count));
}
