import { invalidHoldout } from './errors.js';

/** The number of systems to hold out: a number, or a share such as `25%`; 0 where nothing is asked. @throws INVALID_HOLDOUT */
export function readHoldout(asked: string | number | undefined, systems: number): number {
  if (asked === undefined) return 0;
  const match = /^(\d+\.?\d*)(%?)$/.exec(String(asked));
  const number =
    match && (match[2] === '%' ? Math.round((Number(match[1]) / 100) * systems) : Number(match[1]));
  if (number === null || !Number.isInteger(number) || number < 2)
    throw invalidHoldout(String(asked), systems);
  return number;
}
