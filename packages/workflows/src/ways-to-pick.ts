import type { Dataset, Json } from '@goldpan/core';
import { pearsonAgreement } from '@goldpan/evaluation';

/** A contestant whose options are named. */
export type Way = { readonly selector: string; readonly options: { readonly [name: string]: Json } };

/** The selector that picks half, and its metric, in words: `metric-variance on chrF`; undefined for other options. */
export function wayText(options: unknown): string | undefined {
  const { utility } = options as {
    readonly utility?:
      string | { readonly selector: string; readonly options?: { readonly metric?: string } };
  };
  if (typeof utility !== 'object') return utility;
  const { selector, options: given } = utility;
  return given?.metric === undefined ? selector : `${selector} on ${given.metric}`;
}

/**
 * Ways to pick that go with an estimate: half of the items by variance, consistency or mean of all metrics as one or of the one that agrees
 * best with the truth, or by how far outputs are apart, where these were read; the other half by lot. At most seven. O(metrics · N·S).
 */
export function waysToPick(dataset: Dataset, truth: string): Way[] {
  const [best] = pearsonAgreement(dataset, truth);
  const metrics = best === undefined ? [] : ['composite', best.metric];
  const onMetrics = ['metric-variance', 'metric-consistency', 'metric-average'].flatMap((selector) =>
    metrics.map((metric) => ({ selector, options: { metric } })),
  );
  const onOutputs = dataset.outputs === undefined ? [] : [{ selector: 'output-diversity' }];
  return [...onMetrics, ...onOutputs].map((utility) => ({ selector: 'half-picked', options: { utility } }));
}
