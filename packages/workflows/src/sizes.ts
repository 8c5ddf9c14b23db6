import { itemsOfShare } from '@goldpan/core';
import { invalidSizeList } from './errors.js';

/**
 * Reads subset sizes: `10,20,50`, `5%,10%`, or a range `5%:50%:5%`. Shares are rounded down; sizes outside 1…most and
 * repetitions are left out.
 *
 * @param total - number of items that shares are shares of
 * @param most - the largest size that can be measured
 * @throws INVALID_SIZE_LIST
 */
export function parseSizes(text: string, total: number, most: number): number[] {
  const sizes = text.includes(':')
    ? range(text, total)
    : text.split(',').map((part) => size(part, total, text));
  const distinct = [...new Set(sizes.map((value) => itemsOfShare(value, 1)))].sort((a, b) => a - b);
  return distinct.filter((value) => value >= 1 && value <= most);
}

/** Reads subset sizes that are shares of the items, as numbers in (0, 1]. @throws INVALID_SIZE_LIST */
export function parseShares(text: string): number[] {
  const parts = text.includes(':') ? range(text, 1) : text.split(',').map((part) => size(part, 1, text));
  if (parts.some((share) => share > 1 + 1e-9)) throw invalidSizeList(text);
  // Steps of a range add up rounding errors: a share is a hundredth of a percent at the finest.
  return parts.map((share) => Math.min(1, Math.round(share * 1e4) / 1e4));
}

function range(text: string, total: number): number[] {
  const parts = text.split(':');
  if (parts.length !== 3) throw invalidSizeList(text);
  const [start, end, step] = parts.map((part) => size(part, total, text));
  const count = Math.floor((end - start) / step + 1e-9) + 1;
  if (!(count >= 1 && count <= 1e6)) throw invalidSizeList(text);
  return Array.from({ length: count }, (_, k) => start + k * step);
}

function size(text: string, total: number, whole: string): number {
  const match = /^\s*(\d+\.?\d*)(%?)\s*$/.exec(text);
  if (match === null || Number(match[1]) === 0) throw invalidSizeList(whole);
  return match[2] === '%' ? (Number(match[1]) / 100) * total : Number(match[1]);
}
