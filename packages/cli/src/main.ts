import { CommanderError } from '@commander-js/extra-typings';
import { isGoldpanError } from '@goldpan/core';
import { loadFormats } from '@goldpan/workflows';
import { ask } from './ask.js';
import { loadConfig, withDefaults } from './config.js';
import { exitCode } from './exit-code.js';
import { program } from './program.js';
import { withFormatFlags } from './format-flags.js';
import type { Terminal } from './terminal.js';

/**
 * Runs one command line.
 *
 * @param args - what follows the program's name
 * @returns the exit code
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCode.done;
  try {
    const config = await loadConfig(terminal.folder);
    const root = program({ terminal, config, answer: (given) => (code = given) });
    const command = root.commands.find((candidate) => candidate.name() === args[0]);
    const line = await withFormatFlags(withDefaults(args, config), command, (plugin) =>
      ask({ terminal, config, answer: () => undefined }, { plugin }, loadFormats),
    );
    await root.parseAsync(line, { from: 'user' });
    return code;
  } catch (error) {
    return report(error, terminal);
  }
}

function report(error: unknown, { err, signal }: Terminal): number {
  if (signal.aborted) {
    err('\ninterrupted\n');
    return exitCode.interrupted;
  }
  if (error instanceof CommanderError) {
    // Commander has written its own message; help and version are no errors.
    return error.exitCode === 0 ? exitCode.done : exitCode.usage;
  }
  if (isGoldpanError(error)) {
    err(`goldpan: ${error.what}\n  ${error.advice} [${error.code}]\n`);
    return exitCode.usage;
  }
  err(`goldpan: internal error, please report it\n${error instanceof Error ? error.stack : String(error)}\n`);
  return exitCode.internal;
}
