import { loadFormats } from '@goldpan/workflows';
import { ask } from './ask.js';
import type { CommandContext } from './command-context.js';

/** The formats that are built in and those of the plugins of a call. */
export function formatsOfPlugins(context: CommandContext, plugin: readonly string[]) {
  return ask(context, { plugin: [...plugin] }, loadFormats);
}
