import type { FittedItem } from '@goldpan/costs';
import type { ResidualPart } from '@goldpan/core';
import { quantile } from '@goldpan/stats';

const PARTS = 5;

/** The items of a fit in five parts of about equal number by predicted cost, and the residuals of each; no part is empty. O(n log n). */
export function residualParts(items: readonly FittedItem[]): ResidualPart[] {
  const sorted = items.toSorted((a, b) => a.predicted - b.predicted);
  const start = (part: number) => Math.floor((part * sorted.length) / PARTS);
  return Array.from({ length: PARTS }, (_, part) => sorted.slice(start(part), start(part + 1)))
    .filter((part) => part.length > 0)
    .map((part) => {
      const residuals = part.map(({ residual }) => residual);
      const [low, median, high] = [0.1, 0.5, 0.9].map((share) => quantile(residuals, share));
      return { from: part[0].predicted, to: part[part.length - 1].predicted, low, median, high };
    });
}
