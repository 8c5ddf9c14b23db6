import { averageRanks, zScores } from '@goldpan/stats';
import type { TrainingSet } from './training-set.js';

/** The items of all training sets in one row, with what cross-validation must keep together. */
export interface Examples {
  readonly sources: readonly string[];
  readonly embeddings?: readonly ArrayLike<number>[];
  /** Utilities on a common scale: mean 0 and, unless constant, variance 1 within each set. */
  readonly targets: Float64Array;
  /** Data set of each item, from 0. */
  readonly sets: Uint32Array;
  /** Group of each item, from 0: items of one document, and items of whatever set with the same letters and digits, share one. */
  readonly groups: Uint32Array;
  readonly groupCount: number;
}

/** How utilities of different data sets are made comparable. */
export type UtilityScale = 'rank' | 'zscore';

/** Joins training sets. O(items · log items). */
export function joinExamples(trainingSets: readonly TrainingSet[], scale: UtilityScale): Examples {
  const sources = trainingSets.flatMap((set) => set.sources as readonly string[]);
  const sets = Uint32Array.from(trainingSets.flatMap((set, s) => set.sources.map(() => s)));
  const targets = new Float64Array(sources.length);
  let first = 0;
  for (const { utilities } of trainingSets) {
    targets.set(zScores(scale === 'rank' ? averageRanks(utilities) : utilities), first);
    first += utilities.length;
  }
  const embeddings = trainingSets.every((set) => set.embeddings) ? trainingSets.flatMap(vectors) : undefined;
  const { groups, groupCount } = groupItems(trainingSets, sources);
  return { sources, sets, targets, groups, groupCount, ...(embeddings && { embeddings }) };
}

function vectors({ embeddings, sources }: TrainingSet): ArrayLike<number>[] {
  const { dimensions, values } = embeddings!;
  return sources.map((_, item) => values.subarray(item * dimensions, (item + 1) * dimensions));
}

/** Groups as the connected components of "same document of the same set" and "same letters and digits". */
function groupItems(trainingSets: readonly TrainingSet[], sources: readonly string[]) {
  const parents = Uint32Array.from(sources, (_, item) => item);
  const root = (item: number) => {
    while (parents[item] !== item) item = parents[item] = parents[parents[item]];
    return item;
  };
  const firsts = new Map<string, number>();
  const join = (key: string, item: number) => {
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    else parents[root(item)] = root(first);
  };
  let item = 0;
  for (const [s, set] of trainingSets.entries()) {
    for (let i = 0; i < set.sources.length; i++, item++) {
      const document = set.documents?.[i];
      if (document !== undefined) join(`document ${s} ${document}`, item);
      join(`source ${lettersAndDigits(sources[item])}`, item);
    }
  }
  const numbers = new Map<number, number>();
  const groups = parents.map((_, i) => {
    const r = root(i);
    if (!numbers.has(r)) numbers.set(r, numbers.size);
    return numbers.get(r)!;
  });
  return { groups, groupCount: numbers.size };
}

/** What stays of a text when two data sets spell or tokenise it differently. */
function lettersAndDigits(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
