import { Command } from '@commander-js/extra-typings';
import { plugins } from '@goldpan/workflows';
import { ask } from '../ask.js';
import { examples } from '../examples.js';
import { pluginText } from '../plugin-text.js';
import type { CommandContext } from '../command-context.js';
import { shared } from '../shared-options.js';

/** `goldpan plugins`: what is installed, from where, with options and needs. */
export function pluginsCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('plugins')
    .addOption(shared.plugin())
    .addOption(shared.json())
    .addHelpText('after', examples('goldpan plugins', 'goldpan plugins --plugin ./my-selector --json'))
    .action(async (flags) => {
      const found = await ask(context, flags, plugins);
      terminal.out(flags.json ? `${JSON.stringify(found)}\n` : found.plugins.map(pluginText).join('\n'));
    });
}
