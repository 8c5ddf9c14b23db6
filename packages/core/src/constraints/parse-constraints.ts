import { invalidConstraint } from '../errors.js';
import type { Amount, GroupBounds, GroupColumn, MaxPer } from './constraints.js';

const BOUNDS_ADVICE =
  'write for example domain:min=5,max=40% or domain=news:min=20% or length:bands=4,min=25%';
const MAX_PER_ADVICE = 'write for example doc=3';

/**
 * Reads the name of a group column: `domain`, `doc` (or `document`), `length`, or any other field of the items.
 *
 * @throws INVALID_CONSTRAINT
 */
export function parseGroupColumn(text: string): GroupColumn {
  return columnOf(text.trim(), text, 'name a field of the items, such as domain');
}

/**
 * Reads bounds on groups: `domain:min=5,max=40%` for every domain, `domain=news:min=20%` for one of them,
 * `length:bands=4,min=25%` for bands of source length, `register:max=40%` for any other field of the items. A number counts
 * items, a share is of the selected items.
 *
 * @throws INVALID_CONSTRAINT
 */
export function parseGroupBounds(text: string): GroupBounds {
  const fail = (problem: string): never => {
    throw invalidConstraint(text, problem, BOUNDS_ADVICE);
  };
  // The last colon separates, so that the name of a group may have colons itself.
  const colon = text.lastIndexOf(':');
  if (colon < 0) fail('must have bounds after a colon');
  const equals = text.slice(0, colon).indexOf('=');
  const name = text.slice(0, equals < 0 ? colon : equals).trim();
  const column = columnOf(name, text, BOUNDS_ADVICE);
  const bounds: { min?: Amount; max?: Amount; bands?: number } = {};
  for (const part of text.slice(colon + 1).split(',')) {
    const match = /^\s*(min|max|bands)\s*=\s*(.*?)\s*$/.exec(part);
    if (match === null) {
      return fail(`must have bounds such as min=5 or max=40% after the colon; got ${JSON.stringify(part)}`);
    }
    const side = match[1] as 'min' | 'max' | 'bands';
    if (bounds[side] !== undefined) fail(`must name ${side} only once`);
    if (side === 'bands')
      bounds.bands = bandsOf(column, match[2]) ?? fail('may have bands, 2 or more, for length only');
    else
      bounds[side] =
        amountOf(match[2]) ??
        fail(`must have a whole number or a share as ${side}; got ${JSON.stringify(match[2])}`);
  }
  if (bounds.min === undefined && bounds.max === undefined) fail('must have min or max');
  if (isReversed(bounds)) fail('must not have a min above its max');
  return { column, ...(equals >= 0 && { group: text.slice(equals + 1, colon) }), ...bounds };
}

/**
 * Reads how many items of a group may be chosen at most: `doc=3`.
 *
 * @throws INVALID_CONSTRAINT
 */
export function parseMaxPer(text: string): MaxPer {
  const match = /^([^=]*)=\s*(.*?)\s*$/.exec(text);
  if (match === null) throw invalidConstraint(text, 'must be a column, = and a number', MAX_PER_ADVICE);
  const column = columnOf(match[1].trim(), text, MAX_PER_ADVICE);
  if (!/^\d+$/.test(match[2]) || Number(match[2]) === 0) {
    const problem = `must have a whole number of items from 1 on; got ${JSON.stringify(match[2])}`;
    throw invalidConstraint(text, problem, MAX_PER_ADVICE);
  }
  return { column, items: Number(match[2]) };
}

function columnOf(name: string, text: string, advice: string): GroupColumn {
  if (name === '') throw invalidConstraint(text, 'must start with the name of a column', advice);
  return name === 'document' ? 'doc' : name;
}

function amountOf(text: string): Amount | undefined {
  const match = /^(\d+\.?\d*|\.\d+)(%?)$/.exec(text);
  if (match === null) return undefined;
  const amount = Number(match[1]);
  if (match[2] === '%') return amount <= 100 ? { percent: amount } : undefined;
  return Number.isInteger(amount) ? { items: amount } : undefined;
}

function bandsOf(column: GroupColumn, text: string): number | undefined {
  return column === 'length' && /^\d+$/.test(text) && Number(text) >= 2 ? Number(text) : undefined;
}

function isReversed({ min, max }: { min?: Amount; max?: Amount }): boolean {
  if (min === undefined || max === undefined) return false;
  if ('items' in min && 'items' in max) return min.items > max.items;
  return 'percent' in min && 'percent' in max && min.percent > max.percent;
}
