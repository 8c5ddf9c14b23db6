import type { CompositePart, Warning } from '@goldpan/core';

/** Test theory leaves out parts of a scale that correlate less than this with the others (Nunnally and Bernstein, 1994, have .3, others .2). */
const ENOUGH = 0.2;
/** A metric that agrees less than this with the others is against them, and spoils what they are held against. */
const AGAINST = -0.3;

/**
 * Warns of metrics that do not go with the others, and that the composite had better do without. Those against the others are named first, the worst
 * one each time, and the others are looked at again without it: turned round, one metric makes all of a few look odd.
 *
 * @param partsWithout - the parts where metrics are left aside, best first; none where fewer than three are left
 */
export function oddParts(
  parts: readonly CompositePart[],
  partsWithout: (metrics: readonly string[]) => readonly CompositePart[],
): Warning | undefined {
  const against: CompositePart[] = [];
  let rest = parts;
  // Most cannot be against the others.
  while (against.length + 1 < parts.length / 2) {
    const worst = rest.at(-1);
    if (worst === undefined || worst.withinItem === null || worst.withinItem >= AGAINST) break;
    against.push(worst);
    rest = partsWithout(against.map(({ metric }) => metric));
  }
  const weak = rest.filter(({ withinItem }) => withinItem !== null && withinItem < ENOUGH);
  // Where most are odd the others are no measure of them.
  const odd = weak.length * 2 < rest.length ? weak : [];
  if (against.length + odd.length === 0) return undefined;
  const named = [inWords(against), inWords(odd)].filter((words) => words !== '');
  const turned = [...against, ...odd].some(({ withinItem }) => withinItem! < -ENOUGH)
    ? ' Below 0 a metric may be one of which lower is better: --lower-is-better.'
    : '';
  return {
    code: 'ODD_METRICS',
    text: `Within items these metrics agree with the composite of the others by less than ${ENOUGH}: ${named.join(`, and without ${against.length > 1 ? 'them' : 'it'} `)}. Leave them out of the data where --metric composite is to be worked on; the target was not looked at.${turned}`,
  };
}

function inWords(parts: readonly CompositePart[]): string {
  return parts.map(({ metric, withinItem }) => `${metric} (${withinItem!.toFixed(2)})`).join(', ');
}
