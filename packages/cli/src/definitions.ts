// What tools of this repository read of the commands; not published.
export type { CommandContext } from './command-context.js';
export { commands } from './commands.js';
export { program } from './program.js';
