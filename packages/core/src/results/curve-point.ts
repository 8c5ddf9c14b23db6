/** A measure at one subset size. */
export interface CurvePoint {
  /** Items in the subset, 1…N. */
  readonly size: number;
  /** The measure, or its median or mean over replicates; null where it is not defined. */
  readonly value: number | null;
  /** Lower end of the band; absent for a single run. */
  readonly low?: number | null;
  /** Upper end of the band. */
  readonly high?: number | null;
}

/** The two ends of an interval; null = open or not known. */
export interface IntervalEnds {
  readonly low: number | null;
  readonly high: number | null;
}

/** A measure at every subset size, in order of size. */
export type Curve = readonly CurvePoint[];
