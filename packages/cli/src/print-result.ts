import { terminalOf, type Result } from '@goldpan/report';
import { paintOf } from './paint.js';
import type { Terminal } from './terminal.js';

/** Prints a result: as one JSON document, or as text for a person. */
export function printResult(result: Result, terminal: Terminal, { json }: { json: boolean }): void {
  if (json) terminal.out(`${JSON.stringify(result)}\n`);
  else terminal.out(terminalOf(result, { width: terminal.width, color: paintOf(terminal) }));
}
