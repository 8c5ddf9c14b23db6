import type { Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { unusableInput } from '../errors.js';
import { readBytes } from '../io/read-bytes.js';
import { JsonProblem, parseJson } from '../json/parse-json.js';
import type { FileRegister } from './file-register.js';
import type { Intake, JsonDialect, JsonLine, Place } from './intake.js';
import { MAX_LINE_LENGTH } from './line-splitter.js';
import { Problems, type ProblemsOptions } from './problems.js';
import { randomFile, type RandomFile } from './random-file.js';
import { readLines, type TextLine } from './read-lines.js';

/** What a reading is told by whoever starts it. */
export interface ReadingSettings extends ProblemsOptions {
  readonly texts: boolean;
  readonly maxLineLength?: number;
  readonly signal?: AbortSignal;
  /** The files of the input: those of the first reading, when it is read again. */
  readonly files: FileRegister;
}

/** One reading of the input: what a loader gets, and what there is to say of it afterwards. */
export class Reading implements Intake {
  readonly texts: boolean;
  readonly signal?: AbortSignal;
  readonly files: FileRegister;
  readonly problems: Problems;
  readonly notes: string[] = [];
  readonly guesses: string[] = [];
  lines = 0;
  blank = 0;
  readonly #settings: ReadingSettings;

  constructor(settings: ReadingSettings) {
    this.#settings = settings;
    this.texts = settings.texts;
    this.signal = settings.signal;
    this.files = settings.files;
    this.problems = new Problems(settings);
  }

  async *textLines(path: string): AsyncGenerator<TextLine[], void, void> {
    yield* this.files.use(path, (file, hash) => this.#lines(path, { file, hash }));
  }

  async *jsonLines(path: string, dialect?: JsonDialect): AsyncGenerator<JsonLine[], void, void> {
    const onEmpty = (count: number) => {
      this.lines += count;
      this.blank += count;
    };
    const batches = this.files.use(path, (file, hash) => this.#lines(path, { file, hash }, onEmpty));
    for await (const batch of batches) {
      const parsed: JsonLine[] = [];
      for (const line of batch) {
        if (BLANK.test(line.text)) this.blank++;
        else this.#parseLine(line, parsed, dialect);
      }
      if (parsed.length > 0) yield parsed;
    }
  }

  async text(path: string): Promise<string> {
    const chunks: Buffer[] = [];
    let length = 0;
    const most = this.#settings.maxLineLength ?? 4 * MAX_LINE_LENGTH;
    const read = (file: FileHandle, hash: Hash | undefined) =>
      readBytes(file, path, { hash, signal: this.signal });
    for await (const chunk of this.files.use(path, read)) {
      length += chunk.length;
      if (length > most) {
        const advice = 'split it, or allow more (maxLineLength)';
        throw unusableInput(path, `must be at most ${most} bytes long`, advice);
      }
      chunks.push(Buffer.from(chunk));
    }
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    } catch {
      throw unusableInput(path, 'must be UTF-8 text', 'save it as UTF-8');
    }
  }

  async json(path: string, dialect?: JsonDialect): Promise<unknown> {
    const text = await this.text(path);
    try {
      return this.parse(text, dialect);
    } catch (error) {
      if (!(error instanceof JsonProblem)) throw error;
      throw unusableInput(path, `cannot be read: ${error.message}`, 'write the file again, or take another');
    }
  }

  parse(text: string, { python = false }: JsonDialect = {}): unknown {
    return parseJson(text, python ? { onNotFinite: () => this.note(NOT_FINITE) } : {});
  }

  async open(path: string): Promise<RandomFile> {
    return randomFile(await this.files.open(path), path);
  }

  reject(place: Place, problem: string): void {
    this.problems.reject(place, problem);
  }

  failIfRejected(): void {
    this.problems.failIfAny();
  }

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text);
  }

  guess(text: string): void {
    if (!this.guesses.includes(text)) this.guesses.push(text);
  }

  async *#lines(
    path: string,
    { file, hash }: { file: FileHandle; hash?: Hash },
    onEmpty?: (count: number) => void,
  ): AsyncGenerator<TextLine[]> {
    const { maxLineLength, signal } = this.#settings;
    const chunks = readBytes(file, path, { hash, signal, onBytes: this.files.progress(path) });
    const onProblem = (line: TextLine, problem: string) => {
      this.lines++;
      this.problems.add(line, `${path}:${line.number}${problem}`);
    };
    for await (const batch of readLines(chunks, { path, maxLineLength, onEmpty, onProblem })) {
      this.lines += batch.length;
      yield batch;
    }
  }

  #parseLine(line: TextLine, parsed: JsonLine[], dialect?: JsonDialect): void {
    const { path, number, start, end, text } = line;
    try {
      parsed.push({ path, number, start, end, text, value: this.parse(text, dialect) });
    } catch (error) {
      if (!(error instanceof JsonProblem)) throw error;
      this.problems.add(line, `${path}:${number}, ${error.message}`);
    }
  }
}

const NOT_FINITE = 'NaN and Infinity, which Python writes into JSON, count as missing';

/** White space as JSON has it. */
const BLANK = /^[ \t\r]*$/;
