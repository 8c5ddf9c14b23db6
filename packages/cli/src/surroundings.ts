import type { Surroundings } from '@goldpan/workflows';
import { progressLine, type Progress } from './progress.js';
import type { CommandContext } from './command-context.js';

/** Flags that every command with data has. */
export interface SurroundingFlags {
  readonly quiet?: boolean;
  readonly plugin?: readonly string[];
}

/** What a command's work is told: folder, plugins, Ctrl-C, and where progress and notes are shown. */
export function surroundingsOf(
  { terminal, config }: CommandContext,
  { quiet = false, plugin = [] }: SurroundingFlags,
): Surroundings {
  const { folder, signal } = terminal;
  const lines = new Map<string, Progress>();
  return {
    folder,
    signal,
    plugins: [...config.plugins.map((name) => ({ name, folder: config.folder ?? folder })), ...plugin],
    onProgress(title, done, total) {
      const line = lines.get(title) ?? progressLine(terminal, title, quiet);
      lines.set(title, line);
      if (done < total) line.update(done, total);
      else line.clear();
    },
    onNote: (text) => void (quiet || terminal.err(`${text}\n`)),
  };
}
