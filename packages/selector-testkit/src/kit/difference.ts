import type { Selection } from '@goldpan/core';

const COLUMNS = ['utilities', 'ranking', 'chosen', 'inclusion', 'weights'] as const;
const REMARKS = ['warnings', 'bound', 'details'] as const;

/**
 * The first place in which two selections of the same data differ, in words; undefined when they are the same to the last
 * bit. How they were made (selector, options, seed) is not compared.
 */
export function difference(a: Selection, b: Selection): string | undefined {
  for (const column of COLUMNS) {
    const [left, right] = [a[column], b[column]];
    if (left === undefined && right === undefined) continue;
    if (left?.length !== right?.length)
      return `${column} had ${left?.length ?? 'no'} values, then ${right?.length ?? 'none'}`;
    for (let i = 0; i < left!.length; i++) {
      if (!Object.is(left![i], right![i]))
        return `${column}[${i}] was ${show(left![i])}, then ${show(right![i])}`;
    }
  }
  const odd = REMARKS.find((remark) => JSON.stringify(a[remark]) !== JSON.stringify(b[remark]));
  return odd && `${odd} differed`;
}

function show(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
