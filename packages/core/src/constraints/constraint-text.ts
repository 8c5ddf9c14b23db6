import type { Amount, GroupBounds, MaxPer } from './constraints.js';

/** A bound as it is typed: `domain:min=5`, `domain=news:max=40%`, `length:bands=4,min=2`. */
export function boundText(
  { column, group, bands }: GroupBounds,
  side: 'min' | 'max',
  amount: Amount,
): string {
  const value = 'items' in amount ? String(amount.items) : `${amount.percent}%`;
  const cut = bands === undefined ? '' : `bands=${bands},`;
  return `${column}${group === undefined ? '' : `=${group}`}:${cut}${side}=${value}`;
}

/** A limit per group as it is typed: `max-per doc=3`. */
export function maxPerText({ column, items }: MaxPer): string {
  return `max-per ${column}=${items}`;
}
