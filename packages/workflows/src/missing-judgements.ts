import type { Dataset, TargetColumns, Warning } from '@goldpan/core';
import { keepComplete, type MissingScores } from './missing-scores.js';

/**
 * What to do where judgements are missing: `error`; `drop-items` to go on without the items that lack any; or `pairwise` to compare
 * each pair of systems on the items that both have a judgement of.
 */
export type MissingJudgements = MissingScores | 'pairwise';

/** Data in which what is missing is dealt with. */
export interface UsableData {
  readonly dataset: Dataset;
  /** How missing cells of the truth are taken from here on. */
  readonly missing: 'error' | 'pairwise';
  readonly warnings: readonly Warning[];
}

/**
 * The items that a simulation works on, and how much of the data they are. Items that lack a score that a selector or an estimator
 * works on are left out under either policy. O(N·S·metrics).
 *
 * @param use - `target`: what counts as truth; `metrics`: the columns that selectors and estimators work on, the target left out
 */
export function usableData(
  data: Dataset,
  use: { target: TargetColumns; metrics: readonly string[]; missing?: MissingJudgements },
): UsableData {
  const { target, missing = 'error' } = use;
  const truths = target.columns;
  const isPairwise = missing === 'pairwise';
  // What stands in as truth is what others work on, too.
  const worked = use.metrics.filter((name) => target.standsIn || !truths.includes(name));
  const metrics = isPairwise ? worked : [...worked, ...truths];
  const { dataset } = keepComplete(data, { metrics, missing: isPairwise ? 'drop-items' : missing });
  const warnings = [...leftOut(data, dataset), ...(isPairwise ? truths.flatMap(pairwiseUse(dataset)) : [])];
  return { dataset, missing: isPairwise ? missing : 'error', warnings };
}

function leftOut({ size }: Dataset, { size: kept }: Dataset): Warning[] {
  if (kept === size) return [];
  const share = percent(size - kept, size);
  return [
    {
      code: 'ITEMS_LEFT_OUT',
      text: `${size - kept} of ${size} items (${share}) lack a score and were left out. Where only judgements are missing, --missing pairwise keeps them.`,
    },
  ];
}

/** How much of a column is there. */
function pairwiseUse(dataset: Dataset) {
  return (column: string): Warning[] => {
    const { values, systems, items } = dataset.scores(column);
    const missing = values.reduce((count, score) => count + Number(Number.isNaN(score)), 0);
    if (missing === 0) return [];
    const partial = Array.from({ length: items }, (_, item) =>
      values.subarray(item * systems, (item + 1) * systems).some(Number.isNaN),
    ).filter(Boolean).length;
    const used = values.length - missing;
    return [
      {
        code: 'MISSING_CELLS',
        text: `${used} of ${values.length} cells of ${column} (${percent(used, values.length)}) on all ${items} items are used: each pair of systems is compared on the items that both have. --missing drop-items would leave ${items - partial} items.`,
      },
    ];
  };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
