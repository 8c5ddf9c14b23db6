import { criterionOfColumn, DEFAULT_TARGET } from '@goldpan/core';
import type { JudgementDetails } from './cell-column.js';

/** A rating of a cell. */
interface Rated {
  readonly system: string;
  readonly rater: string;
  /** The human column it belongs to. */
  readonly metric: string;
  readonly value: number | string;
}

/** A judgement in the shape of the item JSON lines. */
export function judgementRecord(
  { system, rater, metric, value }: Rated,
  { copyOf, seconds, time, spans }: JudgementDetails = {},
): object {
  return {
    system,
    rater,
    ...(metric !== DEFAULT_TARGET && { criterion: criterionOfColumn(metric) }),
    value,
    ...(copyOf !== undefined && { copyOf }),
    ...(seconds !== undefined && { seconds }),
    ...(time !== undefined && { time: new Date(time).toISOString() }),
    ...(spans !== undefined && { spans }),
  };
}
