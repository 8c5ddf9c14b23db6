import { sliceOutOfBounds } from '../errors.js';

/** Which elements of an array to read: `length` of them, from `offset`, `stride` apart. A matrix row or column needs no copy. */
export interface Slice {
  /** Index of the first element. Default 0. */
  readonly offset?: number;
  /** Distance between neighbours, at least 1: the number of columns for a column of a row-major matrix. Default 1. */
  readonly stride?: number;
  /** How many elements. Default: all that fit. */
  readonly length?: number;
}

/** Fills the defaults of a slice and checks that it lies inside an array of `available` elements. */
export function resolveSlice(available: number, slice: Slice = {}): Required<Slice> {
  const { offset = 0, stride = 1 } = slice;
  const { length = Math.max(0, Math.ceil((available - offset) / stride)) } = slice;
  const resolved = { offset, stride, length };
  const valid = [offset, stride, length].every(Number.isInteger) && offset >= 0 && stride >= 1 && length >= 0;
  if (!valid || (length > 0 && offset + (length - 1) * stride >= available)) {
    throw sliceOutOfBounds(resolved, available);
  }
  return resolved;
}
