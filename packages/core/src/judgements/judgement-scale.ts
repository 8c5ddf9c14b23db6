import type { Json } from '../selection.js';
import { showValue } from '../show-value.js';

/**
 * What the values of a criterion are:
 * - `numbers`: distances count; between `min` and `max` where they are given
 * - `stars`: whole numbers from `min` to `max` of which only the order is sure
 * - `ordered`: one of the `levels`, lowest first
 * - `categories`: one of the `levels`, in no order
 */
export type JudgementScale =
  | { readonly kind: 'numbers'; readonly min?: number; readonly max?: number; readonly better: Better }
  | { readonly kind: 'stars'; readonly min: number; readonly max: number; readonly better: Better }
  | { readonly kind: 'ordered'; readonly levels: readonly string[]; readonly better: Better }
  | { readonly kind: 'categories'; readonly levels: readonly string[] };

/** Which end of a scale is the good one. */
export type Better = 'higher' | 'lower';

/** Whether the values of a scale are texts, which are held by their position among the levels. */
export function hasLevels(
  scale: JudgementScale,
): scale is Extract<JudgementScale, { levels: readonly string[] }> {
  return scale.kind === 'ordered' || scale.kind === 'categories';
}

const KINDS = ['numbers', 'stars', 'ordered', 'categories'];

/** The scale of a declaration such as `{"scale": "stars", "max": 5}`, or what is wrong with it, as text. */
export function readScale(value: unknown): JudgementScale | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return `must be an object such as {"scale": "stars", "max": 5}; got ${showValue(value)}`;
  }
  const { scale: kind, min, max, levels, better = 'higher' } = value as Record<string, unknown>;
  if (better !== 'higher' && better !== 'lower')
    return `must have "better": "higher" or "lower"; got ${showValue(better)}`;
  if (kind === 'numbers' || kind === 'stars') return rangeOf(kind, { min, max, better });
  if (kind !== 'ordered' && kind !== 'categories')
    return `must have a "scale", one of ${KINDS.join(', ')}; got ${showValue(kind)}`;
  if (!isLevels(levels)) return `must have "levels", at least two different texts; got ${showValue(levels)}`;
  return kind === 'ordered' ? { kind, levels, better } : { kind, levels };
}

/** A scale as items declare it: what `readScale` reads it from. */
export function declarationOf({ kind, ...rest }: JudgementScale): { readonly [key: string]: Json } {
  const { better, ...ends } = { better: 'higher', ...rest };
  return { scale: kind, ...ends, ...(better === 'lower' && { better }) };
}

function rangeOf(
  kind: 'numbers' | 'stars',
  { min, max, better }: { min: unknown; max: unknown; better: Better },
): JudgementScale | string {
  if (kind === 'stars') {
    const least = min ?? 1;
    if (!isWhole(least) || !isWhole(max) || least >= max)
      return `must have whole numbers "min" (default 1) below "max"; got ${showValue(min)} and ${showValue(max)}`;
    return { kind, min: least, max, better };
  }
  if (!isEnd(min) || !isEnd(max) || (min ?? -Infinity) >= (max ?? Infinity))
    return `must have numbers as ends, "min" below "max"; got ${showValue(min)} and ${showValue(max)}`;
  return { kind, ...(min !== undefined && { min }), ...(max !== undefined && { max }), better };
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}

function isEnd(value: unknown): value is number | undefined {
  return value === undefined || Number.isFinite(value);
}

function isLevels(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.every((level) => typeof level === 'string') &&
    new Set(value).size === value.length
  );
}

/** What a value must be on a scale, where it is something else; undefined where it fits. */
export function misfit(scale: JudgementScale, value: number | string): string | undefined {
  if (hasLevels(scale)) {
    if (scale.levels.some((level) => level === value)) return undefined;
    return `one of ${scale.levels.map((level) => JSON.stringify(level)).join(', ')}`;
  }
  const { min = -Infinity, max = Infinity } = scale;
  const fits = typeof value === 'number' && value >= min && value <= max;
  if (fits && (scale.kind === 'numbers' || Number.isInteger(value))) return undefined;
  const what = scale.kind === 'stars' ? 'a whole number' : 'a number';
  const ends = [
    ...(min > -Infinity ? [`from ${min}`] : []),
    ...(max < Infinity ? [`${min > -Infinity ? 'to' : 'up to'} ${max}`] : []),
  ];
  return [what, ...ends].join(' ');
}
