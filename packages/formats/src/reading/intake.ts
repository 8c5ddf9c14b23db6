import type { RandomFile } from './random-file.js';
import type { TextLine } from './read-lines.js';

/** How the JSON of a program is read. */
export interface JsonDialect {
  /** Whether NaN and Infinity, which Python writes into JSON, are read as null, with a note; default false: they are refused. */
  readonly python?: boolean;
}

/** A parsed line of JSON lines. */
export interface JsonLine extends TextLine {
  readonly value: unknown;
}

/** Where something is in the input: a line of a file, or a record that is no line of its own. */
export type Place = TextLine | RecordPlace;

/** A record that is no line of its own: one of an array, a row of a Parquet file, an entry of an archive. */
export interface RecordPlace {
  /** For messages: a file and what identifies the record in it, such as `"scores.json record 7"`. */
  readonly where: string;
  /** What is written to the file of rejected records. */
  text(): string;
}

/**
 * The input as a loader sees it. Files are opened, unpacked, decoded and hashed; a line that is no text, or no JSON where it
 * must be, is set aside. Nothing is lost silently: what the loader cannot use it rejects.
 */
export interface Intake {
  /** Whether sources, references and outputs are wanted. */
  readonly texts: boolean;
  readonly signal?: AbortSignal;
  /** The lines of a text file, in batches, blank ones included. */
  textLines(path: string): AsyncGenerator<TextLine[], void, void>;
  /** The records of a file of JSON lines, in batches; blank lines are passed over. */
  jsonLines(path: string, dialect?: JsonDialect): AsyncGenerator<JsonLine[], void, void>;
  /** A text file as a whole. @throws UNUSABLE_INPUT where it is not UTF-8 or longer than a line may be */
  text(path: string): Promise<string>;
  /** A JSON document as a whole. @throws UNUSABLE_INPUT with line, column and field */
  json(path: string, dialect?: JsonDialect): Promise<unknown>;
  /** As `json`, of a text that a loader has: an entry of an archive. @throws JsonProblem */
  parse(text: string, dialect?: JsonDialect): unknown;
  /** A file that is read in parts; whoever opens it closes it. @throws NOT_READABLE_TWICE for a pipe */
  open(path: string): Promise<RandomFile>;
  /**
   * Sets a line or record aside that cannot be used; the place is put before the text.
   *
   * @throws INVALID_INPUT at the tenth, unless bad records are to be set aside
   */
  reject(place: Place, problem: string): void;
  /** For a loader that cannot go on without what it rejected. @throws INVALID_INPUT where it rejected anything */
  failIfRejected(): void;
  /** Adds something the user should know, once. */
  note(text: string): void;
  /** Adds, once, what was told from the values and might be otherwise: every command says it. */
  guess(text: string): void;
}

/** The place for messages: `"file:line"`, or a file and what identifies the record in it. */
export function whereOf(place: Place): string {
  return 'where' in place ? place.where : `${place.path}:${place.number}`;
}
