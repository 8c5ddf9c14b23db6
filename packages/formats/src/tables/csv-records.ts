import { parse } from 'csv-parse/sync';
import { MAX_LINE_LENGTH } from '../io/line-splitter.js';
import type { TextLine } from '../io/read-lines.js';
import type { Intake } from '../loaders/intake.js';

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
  const records = new RecordCollector(path, intake, dialect);
  for await (const lines of intake.textLines(path)) {
    for (const line of lines) records.take(line);
    yield records.batch();
  }
  records.end();
  yield records.batch();
}

class RecordCollector {
  readonly #path: string;
  readonly #intake: Intake;
  readonly #dialect: CsvDialect;
  #records: CsvRecord[] = [];
  /** The lines of a record whose quotes are still open. */
  #open: TextLine | undefined;

  constructor(path: string, intake: Intake, dialect: CsvDialect) {
    this.#path = path;
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
      if (line.text.trim() === '' && !line.text.includes(delimiter)) this.#intake.blank++;
      else if (quote && line.text.includes('"')) this.#continue(line);
      else this.#records.push({ values: line.text.split(delimiter), line });
      return;
    }
    const text = `${this.#open.text}\n${line.text}`;
    if (text.length > MAX_LINE_LENGTH) this.#refuse({ ...this.#open, end: line.end }, NEVER_CLOSED);
    else this.#continue({ ...this.#open, text, end: line.end });
  }

  end(): void {
    if (this.#open !== undefined) this.#refuse(this.#open, NEVER_CLOSED);
  }

  #continue(line: TextLine): void {
    this.#open = undefined;
    const end = endOfQuotes(line.text, this.#dialect.delimiter);
    if (end === 'open') this.#open = line;
    else if (end === 'misplaced') this.#refuse(line, MISPLACED);
    else this.#records.push({ values: this.#parse(line.text), line });
  }

  #parse(text: string): string[] {
    return parse(text, {
      delimiter: this.#dialect.delimiter,
      record_delimiter: ['\u0000\u0000'],
      relax_column_count: true,
    })[0];
  }

  #refuse(line: TextLine, text: string): void {
    this.#open = undefined;
    this.#intake.rejectLine(this.#path, line, text);
  }
}

const NEVER_CLOSED =
  'the quotes that open in this record must close; close them, or set the option quote=false';
const MISPLACED =
  'quotes must enclose a whole value, with quotes inside it doubled; double them, or set the option quote=false where the file uses none';

/** How the quotes of a record stand at the end of its text. */
function endOfQuotes(text: string, delimiter: string): 'closed' | 'open' | 'misplaced' {
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '"') {
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
