/** Members of a task by their names, which may be any text. */
export type Fields = ReadonlyMap<string, unknown>;

/** An answer to one question. */
export interface Answer {
  /** What the platform calls the question. */
  readonly question: string;
  /** A number, or words: a choice, or which of several outputs is better. */
  readonly value: number | string;
  /** What the platform calls the texts that it is about, where it tells. */
  readonly about?: readonly string[];
}

/** An error that was marked, as the platform gives it. */
export interface Mark {
  /** First UTF-16 unit, and the one after the last; both absent where something is missing. */
  readonly start?: number;
  readonly end?: number;
  /** The marked text, by which the place is checked; absent where the platform does not tell it. */
  readonly text?: string;
  readonly labels: readonly string[];
  readonly severity?: string;
  readonly about?: readonly string[];
}

/** What one person said of one task that was not handed out by Goldpan. */
export interface AnswerSheet {
  readonly path: string;
  /** The platform's name of the task; absent where it has none. */
  readonly task?: string;
  /** What the task holds, members of members by `outer.inner`. */
  readonly fields: Fields;
  /** Whether questions and answers stand among the fields, so that only their names and values tell them. */
  readonly flat?: boolean;
  /** Empty where nobody is named. */
  readonly rater: string;
  /** None where the task was skipped. */
  readonly answers: readonly Answer[];
  /** Whether nobody has answered yet; default false. */
  readonly isOpen?: boolean;
  readonly marks?: readonly Mark[];
  readonly seconds?: number;
  /** When, as text. */
  readonly time?: unknown;
  readonly where: string;
  /** Sets the sheet aside. */
  reject(problem: string): void;
}
