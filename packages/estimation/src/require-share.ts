import { invalidArgument } from './errors.js';

/** Refuses a level, power or share outside (0, 1). @throws INVALID_ARGUMENT */
export function requireShare(subject: string, value: number): void {
  if (!(value > 0 && value < 1)) throw invalidArgument(subject, 'above 0 and below 1', value);
}

/** Refuses a margin that is not a number above 0. @throws INVALID_ARGUMENT */
export function requirePositive(subject: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw invalidArgument(subject, 'a number above 0', value);
}
