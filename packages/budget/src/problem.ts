/** A linear constraint on the chosen units: lower ≤ Σ coefficients of the chosen ≤ upper. */
export interface Row {
  /** Units with a coefficient other than 0, ascending. */
  readonly units: Int32Array;
  readonly coefficients: Float64Array;
  readonly lower: number;
  readonly upper: number;
  /** The constraint that each side comes from, by name; empty where the side is infinite. */
  readonly lowerBy: string;
  readonly upperBy: string;
}

/** Which of the units to choose for the highest sum of values: a 0/1 linear program. */
export interface Problem {
  readonly values: Float64Array;
  readonly rows: readonly Row[];
}

/** What became of a problem. `bound` is a value that no selection exceeds. */
export type Outcome =
  | {
      readonly state: 'found';
      readonly chosen: Uint8Array;
      readonly objective: number;
      readonly bound: number;
    }
  | { readonly state: 'infeasible' }
  /** Not searched, because the bound is not above what is reached already. */
  | { readonly state: 'cut'; readonly bound: number }
  | { readonly state: 'unknown'; readonly bound: number };

/** The sum of the values of the chosen units. O(units). */
export function objectiveOf(values: Float64Array, chosen: Uint8Array): number {
  let sum = 0;
  for (let unit = 0; unit < values.length; unit++) if (chosen[unit]) sum += values[unit];
  return sum;
}
