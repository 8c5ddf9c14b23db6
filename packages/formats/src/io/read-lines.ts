import { isUtf8 } from 'node:buffer';
import { LineSplitter } from './line-splitter.js';

/** One line of a text file, decoded. */
export interface TextLine {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** Position of its first byte in the (uncompressed) file. */
  readonly start: number;
  /** Position after its end, line feed included. */
  readonly end: number;
}

/** Why a line has no text. */
export type LineProblem = 'too long' | { readonly notUtf8AtColumn: number };

/** How lines are read. */
export interface ReadLinesOptions {
  readonly maxLineLength?: number;
  /** Gets the lines that are not text; `text` is empty. */
  readonly onProblem: (line: TextLine, problem: LineProblem) => void;
}

/** Lines of that many bytes are handed on together: few enough to be collected young. */
const BATCH_BYTES = 64 * 1024;

/** The lines of a stream of bytes, in batches, so that a line costs no asynchronous step. */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  { maxLineLength, onProblem }: ReadLinesOptions,
): AsyncGenerator<TextLine[], void, void> {
  let batch: TextLine[] = [];
  const splitter = new LineSplitter(({ bytes, ...place }) => {
    if (bytes === undefined) onProblem({ ...place, text: '' }, 'too long');
    else if (isUtf8(bytes)) batch.push({ ...place, text: bytes.toString('utf8') });
    else onProblem({ ...place, text: '' }, { notUtf8AtColumn: bytes.toString('utf8').indexOf('\ufffd') + 1 });
  }, maxLineLength);
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
