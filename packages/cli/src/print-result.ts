import type { ResultDocument } from '@goldpan/core';
import { writeFileAtomic } from '@goldpan/formats';
import { latexOf, markdownOf, terminalOf } from '@goldpan/report';
import { resolve } from 'node:path';
import { paintOf } from './paint.js';
import type { Terminal } from './terminal.js';

/** Where a result goes. */
export interface PrintFlags {
  readonly json: boolean;
  /** A file for the report that opens in a browser. */
  readonly html?: string;
  readonly markdown?: string;
  readonly latex?: string;
}

/** Prints a result: as one JSON document, or as text for a person; then writes the reports that are wanted, so that a full disk takes no answer with it. */
export async function printResult(
  result: ResultDocument,
  terminal: Terminal,
  flags: PrintFlags,
): Promise<void> {
  const whole = { ...result, reproduce: terminal.commandLine };
  if (flags.json) terminal.out(`${JSON.stringify(whole)}\n`);
  else terminal.out(terminalOf(result, { width: terminal.width, color: paintOf(terminal) }));
  const write = (file: string, text: string) => writeFileAtomic(resolve(terminal.folder, file), text);
  if (flags.html !== undefined) {
    // Drawing needs a library of its own: it is loaded only for a report.
    const { htmlOf } = await import('@goldpan/report/html');
    await write(flags.html, htmlOf(whole));
  }
  if (flags.markdown !== undefined) await write(flags.markdown, markdownOf(whole));
  if (flags.latex !== undefined) await write(flags.latex, latexOf(whole));
}
