import { CommanderError } from '@commander-js/extra-typings';
import { isGoldpanError, showThrown } from '@goldpan/core';
import type { CommandContext } from './command-context.js';
import { loadConfig, withDefaults, type Config } from './config.js';
import { errorText } from './error-text.js';
import { failedUnwatched } from './errors.js';
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
  let named: readonly string[] = [];
  try {
    const config = await loadConfig(terminal.folder);
    const context: CommandContext = { terminal, config, answer: (given) => (code = given) };
    // `goldpan help select` names the command second.
    const root = await program(context, args.slice(0, 2));
    const command = root.commands.find((candidate) => candidate.name() === args[0]);
    named = pluginsNamed(args, config);
    terminal.onPlugins?.(named);
    const line = await withFormatFlags(withDefaults(args, config), command, async (plugins) => {
      const { formatsOfPlugins } = await import('./formats-of-plugins.js');
      return formatsOfPlugins(context, plugins);
    });
    const work = root.parseAsync(line, { from: 'user' });
    await (terminal.fault === undefined ? work : Promise.race([work, unwatched(terminal.fault)]));
    return code;
  } catch (error) {
    return report(error, named, terminal);
  }
}

/** A failure that nobody waited for, to tell it from the command's own. */
class Unwatched {
  readonly thrown: unknown;

  constructor(thrown: unknown) {
    this.thrown = thrown;
  }
}

function unwatched(fault: Promise<never>): Promise<never> {
  return fault.catch((thrown: unknown) => {
    throw new Unwatched(thrown);
  });
}

/** The plugins that a call names, by its flags or its configuration. */
function pluginsNamed(args: readonly string[], { plugins }: Config): string[] {
  const flagged = args.flatMap((word, at) =>
    word === '--plugin' ? args.slice(at + 1, at + 2) : word.startsWith('--plugin=') ? [word.slice(9)] : [],
  );
  return [...plugins, ...flagged];
}

function report(error: unknown, plugins: readonly string[], { err, signal }: Terminal): number {
  if (signal.aborted) {
    err(`\ninterrupted${isGoldpanError(error) ? `: ${error.what}` : ''}\n`);
    return exitCode.interrupted;
  }
  if (error instanceof CommanderError) {
    // Commander has written its own message; help and version are no errors.
    return error.exitCode === 0 ? exitCode.done : exitCode.usage;
  }
  if (isGoldpanError(error)) {
    err(errorText(error));
    return exitCode.usage;
  }
  const thrown = error instanceof Unwatched ? error.thrown : error;
  if (error instanceof Unwatched && plugins.length > 0) {
    err(errorText(failedUnwatched(thrown, plugins)));
    return exitCode.usage;
  }
  err(`goldpan: internal error, please report it\n${stackOf(thrown)}\n`);
  return exitCode.internal;
}

function stackOf(thrown: unknown): string {
  const { text, where } = showThrown(thrown);
  return (thrown instanceof Error && thrown.stack) || `${text}${where === undefined ? '' : ` (${where})`}`;
}
