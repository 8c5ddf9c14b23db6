import { createHash } from 'node:crypto';

/** One output that a person is to judge: a cell of the table, without anything that tells which. */
export interface AnnotationTask {
  /** Says nothing about item and system without the key. */
  readonly id: string;
  readonly item: string;
  readonly system: string;
  /** Further systems with the same output, for which the judgement counts too. */
  readonly also: readonly string[];
  readonly source?: string;
  readonly reference?: string;
  readonly output: string;
}

/** The tasks of one item. */
export interface ItemTasks {
  readonly item: string;
  readonly document?: string;
  readonly source?: string;
  readonly reference?: string;
  /** In random order, so that the place does not tell the system. */
  readonly tasks: readonly AnnotationTask[];
}

/** The part of a SHA-256 that serves as an identifier: 64 bits in hexadecimal. */
export function shortHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/** The hash of the texts that a task shows. Line ends do not count: platforms and spreadsheets change them. */
export function shownHash(texts: readonly string[]): string {
  return shortHash(texts.map((text) => text.replaceAll(/\r\n?/g, '\n')));
}

/** The text that a task shows as one, on platforms that show a single text. */
export function taskText({ source, reference, output }: AnnotationTask): string {
  const parts = [
    source && `SOURCE:\n${source}`,
    reference && `REFERENCE:\n${reference}`,
    `OUTPUT:\n${output}`,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
