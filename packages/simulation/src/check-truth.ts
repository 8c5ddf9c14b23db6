import { completeScores, type Dataset } from '@goldpan/core';
import { fullData } from '@goldpan/evaluation';

/**
 * Checks the scores that count as truth, and says how a job takes the missing ones: `pairwise` where some are missing and that is
 * asked for. O(N·S).
 *
 * @throws MISSING_SCORES, SYSTEM_WITHOUT_SCORES
 */
export function checkTruth(
  dataset: Dataset,
  { truth, missing = 'error' }: { truth: string; missing?: 'error' | 'pairwise' },
): 'pairwise' | undefined {
  if (missing === 'error') {
    completeScores(dataset, truth);
    return undefined;
  }
  const full = fullData(dataset.scores(truth), { missing });
  // Refuses a system that has no score of any item.
  void full.standing.means;
  return full.missing.cells > 0 ? missing : undefined;
}
