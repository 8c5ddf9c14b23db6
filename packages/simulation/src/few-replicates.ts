import type { Warning } from '@goldpan/core';

/** With fewer replicates than this, intervals are rough: those of comparisons are widened, and results say so. */
export const FEW_REPLICATES = 100;

/** What to know of a result that rests on few replicates. */
export function fewReplicates(replicates: number): Warning[] {
  if (replicates >= FEW_REPLICATES) return [];
  const text = `The intervals rest on ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}: they are rough. Use ${FEW_REPLICATES} or more (--replicates).`;
  return [{ code: 'FEW_REPLICATES', text }];
}
