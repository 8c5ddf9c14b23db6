import { lengthMismatch, notANumber, tooFewValues } from './errors.js';

/** Refuses NaN, naming its index. */
export function requireNumbers(subject: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) throw notANumber(subject, i);
}

/** Refuses vectors that cannot be paired element by element. */
export function requirePaired(subject: string, a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length !== b.length) throw lengthMismatch(subject, a.length, b.length);
  if (a.length < 2) throw tooFewValues(subject, a.length, 2);
  requireNumbers(subject, a);
  requireNumbers(subject, b);
}
