import { runSelector, type ScoreMatrix } from '@goldpan/core';
import { fullData, type FullData } from '@goldpan/evaluation';
import { readItems } from '@goldpan/formats';
import { metricVariance } from '@goldpan/selector-variance';
import { join } from 'node:path';
import { root } from '../paths.js';

/** A selection on real data, which the pictures show. */
export interface RealRun {
  readonly systems: readonly string[];
  /** What people say, items × systems. */
  readonly scores: ScoreMatrix;
  readonly full: FullData;
  readonly ranking: Uint32Array;
}

/** The biomedical translations, picked by the variance of chrF. */
export async function realRun(): Promise<RealRun> {
  const { dataset } = await readItems(join(root, 'examples/data/biomqm_de-en.jsonl'), { texts: false });
  const { ranking } = await runSelector(metricVariance, dataset, { options: { metric: 'chrF' } });
  const scores = dataset.scores('human');
  return { systems: dataset.systems, scores, full: fullData(scores), ranking };
}
