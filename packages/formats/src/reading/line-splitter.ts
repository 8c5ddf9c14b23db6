/** Where a line is in a file. */
export interface LinePlace {
  /** Counted from 1. */
  readonly number: number;
  /** Position of its first byte in the (unpacked) file, after a byte order mark. */
  readonly start: number;
  /** Position after its end, line feed included. */
  readonly end: number;
}

/** Gets one line without its end; the bytes are valid until it returns, and undefined where the line is too long. */
export type OnLine = (bytes: Buffer | undefined, place: LinePlace) => void;

/** How lines are split. */
export interface SplitOptions {
  /** The longest line, in bytes; default 64 MiB. */
  readonly maxLength?: number;
  /** Gets the number of empty lines that were passed over; default: they are lines like any other. */
  readonly onEmpty?: (count: number) => void;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The longest line that is read unless told otherwise, in bytes: far above any item, far below the memory of a laptop. */
export const MAX_LINE_LENGTH = 64 * 1024 * 1024;

/**
 * Splits a stream of chunks into lines at LF or CR LF, and drops a byte order mark at the start. Holds at most one line.
 * A chunk may be reused by its owner after `push` returns. O(bytes).
 */
export class LineSplitter {
  readonly #onLine: OnLine;
  readonly #maxLength: number;
  readonly #onEmpty?: (count: number) => void;
  #carried: Buffer[] = [];
  #carriedLength = 0;
  #number = 0;
  #position = 0;

  constructor(onLine: OnLine, { maxLength = MAX_LINE_LENGTH, onEmpty }: SplitOptions = {}) {
    this.#onLine = onLine;
    this.#maxLength = maxLength;
    this.#onEmpty = onEmpty;
  }

  /** Takes the next bytes of the file and hands out the lines that are complete. */
  push(chunk: Buffer): void {
    let from = this.#passEmpty(chunk, 0);
    for (let end = chunk.indexOf(LINE_FEED, from); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      this.#emit(chunk.subarray(from, end), 1);
      from = this.#passEmpty(chunk, end + 1);
    }
    if (from < chunk.length) this.#carry(chunk.subarray(from));
  }

  /** Hands out the last line where the file does not end with a line feed. */
  end(): void {
    if (this.#carriedLength > 0) this.#emit(Buffer.alloc(0), 0);
  }

  /** Passes over the empty lines that begin at a byte, all at once; the position after them. */
  #passEmpty(chunk: Buffer, from: number): number {
    if (this.#onEmpty === undefined || this.#carriedLength > 0) return from;
    let at = from;
    let count = 0;
    for (; ; count++) {
      if (chunk[at] === LINE_FEED) at++;
      else if (chunk[at] === CARRIAGE_RETURN && chunk[at + 1] === LINE_FEED) at += 2;
      else break;
    }
    if (count === 0) return from;
    this.#number += count;
    this.#position += at - from;
    this.#onEmpty(count);
    return at;
  }

  #carry(tail: Buffer): void {
    this.#carriedLength += tail.length;
    if (this.#carriedLength > this.#maxLength) this.#carried = [];
    else this.#carried.push(Buffer.from(tail));
  }

  #emit(tail: Buffer, feed: number): void {
    const length = this.#carriedLength + tail.length;
    const whole = this.#carried.length === 0 ? tail : Buffer.concat([...this.#carried, tail]);
    const number = ++this.#number;
    const mark = number === 1 && whole.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    const start = this.#position + mark;
    this.#position += length + feed;
    this.#carried = [];
    this.#carriedLength = 0;
    const bytes = length > this.#maxLength ? undefined : withoutReturn(whole, mark);
    this.#onLine(bytes, { number, start, end: this.#position });
  }
}

/** The line from a byte on, without a carriage return at its end. */
function withoutReturn(line: Buffer, from: number): Buffer {
  const to = line.length > from && line[line.length - 1] === CARRIAGE_RETURN ? line.length - 1 : line.length;
  return from === 0 && to === line.length ? line : line.subarray(from, to);
}
