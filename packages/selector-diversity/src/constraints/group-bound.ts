import { invalidGroupBound } from '../errors.js';

/** A number of items, or a share of the budget in percent. */
export type Amount = { readonly items: number } | { readonly percent: number };

/** How many of the chosen items may come from a group. */
export interface GroupBound {
  /** The column that names the groups: `domain`, `doc` or `length`. */
  readonly by: string;
  /** The one group that is meant; absent = every group of the column, each on its own. */
  readonly group?: string;
  readonly min?: Amount;
  readonly max?: Amount;
  /** For `length`: into how many bands of about equally many items the items are cut; default 3. */
  readonly bands?: number;
}

const ADVICE = 'write for example domain:min=5,max=40% or domain=news:min=20% or length:bands=3,min=25%';
const COLUMNS = ['domain', 'doc', 'length'];

/**
 * Reads bounds as they are typed: `domain:min=5,max=40%` for every domain, `domain=news:min=20%` for one of them. A part
 * without a colon belongs to the bound before it, so that a list which was split at its commas is read as well.
 *
 * @throws INVALID_GROUP_BOUND
 */
export function parseGroupBounds(texts: readonly string[]): GroupBound[] {
  const whole: string[] = [];
  for (const text of texts) {
    if (text.includes(':') || whole.length === 0) whole.push(text);
    else whole[whole.length - 1] += `,${text}`;
  }
  return whole.map(parseGroupBound);
}

/** Reads a limit for every group of a column: `doc=2`. @throws INVALID_GROUP_BOUND */
export function parseMaxPer(text: string): GroupBound {
  const match = /^\s*([^=]*?)\s*=\s*(\d+)\s*$/.exec(text);
  if (match === null)
    throw invalidGroupBound(text, 'must be a column, = and a whole number', 'write for example doc=2');
  const bound = { by: columnOf(match[1], text), max: { items: Number(match[2]) } };
  if (bound.max.items === 0)
    throw invalidGroupBound(text, 'must allow at least 1 item', 'write for example doc=2');
  return bound;
}

function parseGroupBound(text: string): GroupBound {
  // The last colon separates: the name of a group may have colons itself.
  const colon = text.lastIndexOf(':');
  if (colon < 0) throw invalidGroupBound(text, 'must have bounds after a colon', ADVICE);
  const equals = text.slice(0, colon).indexOf('=');
  const by = columnOf(text.slice(0, equals < 0 ? colon : equals).trim(), text);
  const bound: { min?: Amount; max?: Amount; bands?: number } = {};
  for (const part of text.slice(colon + 1).split(',')) {
    const match = /^\s*(min|max|bands)\s*=\s*(\d+\.?\d*|\.\d+)(%?)\s*$/.exec(part);
    const amount = match && amountOf(Number(match[2]), match[3] === '%');
    if (!match || !amount) throw invalidGroupBound(text, `has ${JSON.stringify(part)} for a bound`, ADVICE);
    if (match[1] !== 'bands') bound[match[1] as 'min' | 'max'] = amount;
    else if (by === 'length' && 'items' in amount && amount.items >= 2) bound.bands = amount.items;
    else throw invalidGroupBound(text, 'may have bands for length only, 2 or more', ADVICE);
  }
  return { by, ...(equals >= 0 && { group: text.slice(equals + 1, colon) }), ...bound };
}

function columnOf(name: string, text: string): string {
  const by = name === 'document' ? 'doc' : name;
  if (COLUMNS.includes(by)) return by;
  throw invalidGroupBound(
    text,
    `must start with one of ${COLUMNS.join(', ')}; got ${JSON.stringify(name)}`,
    ADVICE,
  );
}

function amountOf(value: number, isShare: boolean): Amount | undefined {
  if (isShare) return value <= 100 ? { percent: value } : undefined;
  return Number.isInteger(value) ? { items: value } : undefined;
}
