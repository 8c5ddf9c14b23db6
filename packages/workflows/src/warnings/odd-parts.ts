import type { CompositePart, Warning } from '@goldpan/core';

/** Test theory leaves out parts of a scale that correlate less than this with the others (Nunnally and Bernstein, 1994, have .3, others .2). */
const ENOUGH = 0.2;

/** Warns of metrics that do not go with the others, and that the composite had better do without. */
export function oddParts(parts: readonly CompositePart[]): Warning | undefined {
  const odd = parts.filter(({ withinItem }) => withinItem !== null && withinItem < ENOUGH);
  // Where most are odd the others are no measure of them.
  if (odd.length === 0 || odd.length * 2 >= parts.length) return undefined;
  const named = odd.map(({ metric, withinItem }) => `${metric} (${withinItem!.toFixed(2)})`).join(', ');
  const turned = odd.some(({ withinItem }) => withinItem! < -ENOUGH)
    ? ' Below 0 a metric may be one of which lower is better: --lower-is-better.'
    : '';
  return {
    code: 'ODD_METRICS',
    text: `Within items these metrics agree with the composite of the others by less than ${ENOUGH}: ${named}. Leave them out of the data where --metric composite is to be worked on; the target was not looked at.${turned}`,
  };
}
