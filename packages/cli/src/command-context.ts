import type { Config } from './config.js';
import type { Terminal } from './terminal.js';

/** What a command is made with: where it writes, and how it says that its answer is no. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly config: Config;
  readonly answer: (code: number) => void;
}
