import { isUtf8 } from 'node:buffer';
import { LineSplitter, type LinePlace } from './line-splitter.js';

/** One line of a text file, decoded. */
export interface TextLine extends LinePlace {
  readonly path: string;
  readonly text: string;
}

/** How lines are read. */
export interface ReadLinesOptions {
  readonly path: string;
  readonly maxLineLength?: number;
  /** Gets the number of empty lines that were passed over; default: they come like any other. */
  readonly onEmpty?: (count: number) => void;
  /** Gets the lines that are not text, which do not come. */
  readonly onProblem: (line: TextLine, problem: string) => void;
}

/** Lines of that many bytes are handed on together: few enough to be collected young. */
const BATCH_BYTES = 64 * 1024;

/** The lines of a stream of bytes, in batches, so that a line costs no asynchronous step. */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  { path, maxLineLength, onEmpty, onProblem }: ReadLinesOptions,
): AsyncGenerator<TextLine[], void, void> {
  let batch: TextLine[] = [];
  const take = (bytes: Buffer | undefined, { number, start, end }: LinePlace) => {
    const isText = bytes !== undefined && isUtf8(bytes);
    const line = { path, number, start, end, text: isText ? bytes.toString('utf8') : '' };
    if (isText) batch.push(line);
    else onProblem(line, bytes === undefined ? TOO_LONG : notUtf8(bytes));
  };
  const splitter = new LineSplitter(take, { maxLength: maxLineLength, onEmpty });
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += BATCH_BYTES) {
      splitter.push(chunk.subarray(from, from + BATCH_BYTES));
      if (batch.length > 0) yield batch;
      batch = [];
    }
  }
  splitter.end();
  if (batch.length > 0) yield batch;
}

const TOO_LONG =
  ': the line is longer than a line may be; write one record per line, or allow longer lines (maxLineLength)';

function notUtf8(bytes: Buffer): string {
  const column = bytes.toString('utf8').indexOf('\ufffd') + 1;
  return `, column ${column}: the line must be UTF-8 text, and is not from here on; save the file as UTF-8`;
}
