#!/usr/bin/env node
import { exitCode } from './exit-code.js';
import { main } from './main.js';
import { processTerminal } from './terminal.js';

const interrupt = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => {
    interrupt.abort();
    // Work that does not look at the signal is ended all the same.
    setTimeout(() => process.exit(exitCode.interrupted), 1000).unref();
  });
}
// A reader such as `head` that has seen enough is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.done);
  throw error;
});

const args = process.argv.slice(2);
process.exitCode = await main(args, processTerminal(args, interrupt.signal));
