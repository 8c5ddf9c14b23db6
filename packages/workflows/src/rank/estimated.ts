import type { Estimate, JudgedData } from '@goldpan/core';
import type { Difference } from '@goldpan/estimation';
import type { RankingRun } from './ranking-run.js';
import type { ScaleEnds } from './scale-ends.js';

/** An estimate and what the parts of a ranking are made of. */
export interface Estimated {
  readonly run: RankingRun;
  /** The column of judgements. */
  readonly criterion: string;
  readonly data: JudgedData;
  readonly estimate: Estimate;
  readonly differences: readonly Difference[];
  /** Places in `estimate.systems`, best first. */
  readonly order: readonly number[];
  /** Ends of the scale of the judgements, beyond which nothing that is said lies. */
  readonly ends: ScaleEnds;
  /** What is added to every mean: 0, but where items were picked and metrics carry all means beyond the ends. */
  readonly shift: number;
}

/** The name of a domain of the estimate. */
export function nameOfDomain(domain: number, { run, data }: Pick<Estimated, 'run' | 'data'>): string {
  return domainName(run.dataset.domains?.[data.domains?.indexOf(domain) ?? -1]);
}

/** What items without a domain are called. */
export function domainName(domain: string | undefined): string {
  return domain ?? '(no domain)';
}
