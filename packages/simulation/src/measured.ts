import type { CompareSettings } from './compare-settings.js';
import type { estimateGains } from './estimate-gains.js';
import type { CompareOutcome } from './job.js';

/** What was measured on the data, and on its resamplings. */
export interface Measured {
  /** The values on the data itself. */
  readonly estimates: ReturnType<typeof estimateGains>['contestants'];
  readonly outcomes: readonly CompareOutcome[];
  readonly settings: CompareSettings;
  /** By how much intervals are lengthened: 1 where items are drawn. */
  readonly factor: number;
}
