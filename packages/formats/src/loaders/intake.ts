import type { Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { invalidInput, unusableInput } from '../errors.js';
import { MOST_PROBLEMS, type InputProblem } from '../input-problem.js';
import { lineProblemText } from '../io/line-problem-text.js';
import { MAX_LINE_LENGTH } from '../io/line-splitter.js';
import { readBytes } from '../io/read-bytes.js';
import { readLines, type TextLine } from '../io/read-lines.js';
import { jsonProblem } from '../json/json-problem.js';
import { FileRegister } from './file-register.js';
import type { RejectedPart } from './write-rejected-parts.js';

/** What an intake is told by whoever runs the loader. */
export interface IntakeSettings {
  /** The input as the user named it, for messages. */
  readonly path: string;
  /** Whether sources, references and outputs are wanted. */
  readonly texts: boolean;
  /** Set what cannot be used aside and go on, rather than fail at the tenth problem. */
  readonly tolerant: boolean;
  readonly maxLineLength?: number;
  readonly signal?: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
  /** The register of the first reading, when the input is read again. */
  readonly register?: FileRegister;
}

/** A parsed line of JSON lines. */
export interface JsonLine extends TextLine {
  readonly value: unknown;
}

/**
 * The input as a loader sees it: opens files, decodes them, keeps their hashes, and collects what cannot be used, with file
 * and line, so that nothing is lost silently.
 */
export class Intake {
  readonly texts: boolean;
  readonly signal?: AbortSignal;
  readonly problems: InputProblem[] = [];
  readonly rejected: RejectedPart[] = [];
  readonly notes: string[] = [];
  readonly register: FileRegister;
  lines = 0;
  blank = 0;
  readonly #settings: IntakeSettings;

  constructor(settings: IntakeSettings) {
    this.#settings = settings;
    this.texts = settings.texts;
    this.signal = settings.signal;
    this.register = settings.register ?? new FileRegister(settings.onBytes);
  }

  /** The lines of a text file, in batches, blank ones included. Lines that are not UTF-8, or too long, are rejected. */
  async *textLines(path: string): AsyncGenerator<TextLine[], void, void> {
    yield* this.register.use(path, (file, hash) => this.#lines(file, path, hash));
  }

  /** The records of a file of JSON lines, in batches. Lines that are not JSON are rejected, blank ones passed over. */
  async *jsonLines(path: string): AsyncGenerator<JsonLine[], void, void> {
    for await (const batch of this.textLines(path)) {
      const parsed: JsonLine[] = [];
      for (const line of batch) {
        if (line.text.trim() === '') this.blank++;
        else this.#parse(path, line, parsed);
      }
      yield parsed;
    }
  }

  /** A text file as a whole. @throws UNUSABLE_INPUT where it is not UTF-8 or longer than a line may be */
  async text(path: string): Promise<string> {
    const chunks: Buffer[] = [];
    let length = 0;
    const most = this.#settings.maxLineLength ?? 4 * MAX_LINE_LENGTH;
    const bytes = this.register.use(path, (file, hash) =>
      readBytes(file, path, { hash, signal: this.signal }),
    );
    for await (const chunk of bytes) {
      length += chunk.length;
      if (length > most)
        throw unusableInput(
          path,
          `must be at most ${most} bytes long`,
          'split it, or allow more (maxLineLength)',
        );
      chunks.push(Buffer.from(chunk));
    }
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    } catch {
      throw unusableInput(path, 'must be UTF-8 text', 'save it as UTF-8');
    }
  }

  /** A JSON document as a whole. @throws UNUSABLE_INPUT with line, column and field */
  async json(path: string): Promise<unknown> {
    const text = await this.text(path);
    try {
      return JSON.parse(text);
    } catch {
      throw unusableInput(
        path,
        `cannot be read: ${jsonProblem(text)}`,
        'write the file again, or take another',
      );
    }
  }

  /**
   * Sets a line or record aside that cannot be used.
   *
   * @param problem - its text is the whole sentence, place included
   * @throws INVALID_INPUT at the tenth, unless bad records are to be set aside
   */
  reject(problem: Omit<InputProblem, 'path'> & { readonly path?: string }, part: RejectedPart): void {
    this.rejected.push(part);
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ path: this.#settings.path, ...problem });
    if (!this.#settings.tolerant && this.problems.length === MOST_PROBLEMS) this.fail(true);
  }

  /** Sets one line of a file aside. */
  rejectLine(path: string, line: TextLine, text: string): void {
    const where = `${path}:${line.number}`;
    const { start, end } = line;
    this.reject(
      { text: text.startsWith(where) ? text : `${where}: ${text}`, path, line: line.number },
      { path, start, end },
    );
  }

  /** Adds something the user should know, once. */
  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text);
  }

  /** @throws INVALID_INPUT */
  fail(more = this.rejected.length > this.problems.length): never {
    throw invalidInput(this.#settings.path, this.problems, more);
  }

  async *#lines(file: FileHandle, path: string, hash: Hash | undefined): AsyncGenerator<TextLine[]> {
    const { maxLineLength, signal } = this.#settings;
    const onBytes = this.register.progress(path);
    const chunks = readBytes(file, path, { hash, signal, onBytes });
    const batches = readLines(chunks, {
      maxLineLength,
      onProblem: (line, problem) => {
        this.lines++;
        this.rejectLine(path, line, lineProblemText(`${path}:${line.number}`, problem));
      },
    });
    for await (const batch of batches) {
      this.lines += batch.length;
      yield batch;
    }
  }

  #parse(path: string, line: TextLine, parsed: JsonLine[]): void {
    try {
      parsed.push({ ...line, value: JSON.parse(line.text) });
    } catch {
      this.rejectLine(path, line, `${path}:${line.number}, ${jsonProblem(line.text)}`);
    }
  }
}
