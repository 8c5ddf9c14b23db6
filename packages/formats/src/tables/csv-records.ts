import { parse } from 'csv-parse/sync';
import { MAX_LINE_LENGTH } from '../reading/line-splitter.js';
import type { TextLine } from '../reading/read-lines.js';
import type { Intake } from '../reading/intake.js';

/** One record of a CSV file, and the lines it spans. */
export interface CsvRecord {
  readonly values: readonly string[];
  readonly line: TextLine;
}

/** How a CSV file is written. */
export interface CsvDialect {
  readonly delimiter: string;
  /** Whether values may stand in double quotes. */
  readonly quote: boolean;
}

/**
 * The records of a CSV file, in batches. Lines without quotes are cut at the delimiter; records with quotes are left to
 * csv-parse, strictly. A record that is not right is rejected by its line, and the reading goes on after it.
 */
export async function* csvRecords(
  path: string,
  intake: Intake,
  dialect: CsvDialect,
): AsyncGenerator<CsvRecord[], void, void> {
  const records = new RecordCollector(intake, dialect);
  for await (const lines of intake.textLines(path)) {
    for (const line of lines) records.take(line);
    yield records.batch();
  }
  records.end();
  yield records.batch();
}

/** The lines of a record whose quotes are still open. */
interface OpenRecord {
  readonly lines: TextLine[];
  length: number;
}

class RecordCollector {
  readonly #intake: Intake;
  readonly #dialect: CsvDialect;
  #records: CsvRecord[] = [];
  #open: OpenRecord | undefined;

  constructor(intake: Intake, dialect: CsvDialect) {
    this.#intake = intake;
    this.#dialect = dialect;
  }

  batch(): CsvRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  take(line: TextLine): void {
    const { delimiter, quote } = this.#dialect;
    if (this.#open === undefined) {
      if (line.text.trim() === '' && !line.text.includes(delimiter)) return;
      if (quote && line.text.includes('"')) this.#continue({ lines: [], length: 0 }, line);
      else this.#records.push({ values: line.text.split(delimiter), line });
    } else {
      this.#continue(this.#open, line);
    }
  }

  end(): void {
    if (this.#open !== undefined) this.#refuse(this.#open, NEVER_CLOSED);
  }

  /** Adds a line to a record; each line is looked at once, however many the record has. */
  #continue(record: OpenRecord, line: TextLine): void {
    const end = endOfQuotes(line.text, this.#dialect.delimiter, record.lines.length > 0);
    record.lines.push(line);
    record.length += line.text.length;
    if (end === 'misplaced') this.#refuse(record, MISPLACED);
    else if (end === 'open' && record.length > MAX_LINE_LENGTH) this.#refuse(record, NEVER_CLOSED);
    else if (end === 'open') this.#open = record;
    else {
      this.#open = undefined;
      this.#records.push({ values: this.#parse(textOf(record.lines)), line: spanOf(record.lines) });
    }
  }

  #parse(text: string): string[] {
    const { delimiter } = this.#dialect;
    return parse(text, { delimiter, record_delimiter: ['\n'], relax_column_count: true })[0];
  }

  #refuse({ lines }: OpenRecord, text: string): void {
    this.#open = undefined;
    this.#intake.reject(spanOf(lines), text);
  }
}

/** The text of a record, with the line ends that stand in its values. */
function textOf(lines: readonly TextLine[]): string {
  const last = lines.length - 1;
  return lines.map((line, at) => (at === last ? line.text : line.text + endingOf(line))).join('');
}

function endingOf({ text, start, end }: TextLine): string {
  return end - start - Buffer.byteLength(text) === 2 ? '\r\n' : '\n';
}

function spanOf(lines: readonly TextLine[]): TextLine {
  return { ...lines[0], end: lines[lines.length - 1].end };
}

const NEVER_CLOSED =
  'the quotes that open in this record must close; close them, or set the option quote=false';
const MISPLACED =
  'quotes must enclose a whole value, with quotes inside it doubled; double them, or set the option quote=false where the file uses none';

/** How the quotes stand at the end of a line that begins inside quotes or at a value. */
function endOfQuotes(text: string, delimiter: string, inside: boolean): 'closed' | 'open' | 'misplaced' {
  for (let at = inside ? -1 : 0; at <= text.length; at++) {
    if (at < 0 || text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0) return 'open';
      at = close + 1;
      if (at < text.length && !text.startsWith(delimiter, at)) return 'misplaced';
    } else {
      const end = text.indexOf(delimiter, at);
      const value = text.slice(at, end < 0 ? undefined : end);
      if (value.includes('"')) return 'misplaced';
      at += value.length;
    }
  }
  return 'closed';
}
