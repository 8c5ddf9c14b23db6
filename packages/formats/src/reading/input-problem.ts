/** Why one record of the input cannot be used: plain JSON, for `error.fields.problems` and for reports. */
export interface InputProblem {
  /** The whole sentence: file, line, item, system, requirement, what came, what to do. */
  readonly text: string;
  readonly path: string;
  /** Counted from 1; absent where the file has no lines. */
  readonly line?: number;
  /** The identifier of the item, where it could be read. */
  readonly item?: string;
}

/** How many problems are collected before the reading stops. */
export const MOST_PROBLEMS = 10;
