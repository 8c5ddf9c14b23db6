import { refuseSharedFiles } from '@goldpan/formats';
import type { OptionValues, Surroundings } from '@goldpan/workflows';
import type { CommandContext } from './command-context.js';
import { filesOfConfig } from './config.js';
import { filesOfFlags } from './files-of-flags.js';
import { progressLine } from './progress.js';

/** Flags that several commands have, and that a question takes under another name. */
export interface AskedFlags {
  readonly quiet?: boolean;
  readonly plugin?: readonly string[];
  readonly option?: OptionValues;
  readonly formatOption?: OptionValues;
  readonly costOption?: OptionValues;
}

/** What those flags are to a question. */
export interface Asked extends Surroundings {
  readonly options?: OptionValues;
  readonly formatOptions?: OptionValues;
  readonly costOptions?: OptionValues;
}

/** Asks a question: refuses to write a file twice or over what is read, shows how far it is, tells its notes, and leaves the screen clean behind it. */
export async function ask<T>(
  { terminal, config }: CommandContext,
  flags: AskedFlags,
  question: (asked: Asked) => Promise<T>,
): Promise<T> {
  const { quiet = false, plugin = [] } = flags;
  const { folder, signal } = terminal;
  const { outputs, inputs } = filesOfFlags(flags, folder);
  await refuseSharedFiles(outputs, [...inputs, ...filesOfConfig(config)]);
  const progress = progressLine(terminal, quiet);
  const configured = config.plugins.map((name) => ({ name, folder: config.folder ?? folder }));
  try {
    return await question({
      folder,
      signal,
      outputs,
      plugins: [...configured, ...plugin],
      options: flags.option,
      formatOptions: flags.formatOption,
      costOptions: flags.costOption,
      onProgress: progress.update,
      onNote(text) {
        progress.clear();
        if (!quiet) terminal.err(`${text}\n`);
      },
    });
  } finally {
    progress.clear();
  }
}
