import { Command } from '@commander-js/extra-typings';
import { describeOptions, type OptionsSchema } from '@goldpan/core';
import { loadRegistry } from '../load-plugins.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../program.js';
import { optionLines } from '../option-lines.js';
import { pluginVersion } from '../plugin-version.js';
import { shared } from '../shared-options.js';
import { version } from '../version.js';

/** `goldpan plugins`: what is installed, from where, with options and needs. */
export function pluginsCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('plugins')
    .description('List the selectors and cost models that can be used, with their needs and options.')
    .addOption(shared.plugin())
    .addOption(shared.json())
    .addHelpText('after', examples('goldpan plugins', 'goldpan plugins --plugin ./my-selector --json'))
    .action(async (flags) => {
      const { plugins } = await loadRegistry(flags.plugin, context);
      const described = plugins.map((loaded) => ({
        name: loaded.plugin.name,
        version: pluginVersion(loaded) ?? null,
        origin: loaded.specifier,
        selectors: (loaded.plugin.selectors ?? []).map(({ name, summary, needs, traits, options }) => ({
          name,
          summary,
          needs,
          traits,
          options: describeOptions(options),
        })),
        costModels: (loaded.plugin.costModels ?? []).map(({ name, summary, options }) => ({
          name,
          summary,
          options: describeOptions(options as OptionsSchema<any>),
        })),
      }));
      if (flags.json)
        return terminal.out(
          `${JSON.stringify({ goldpan: version, command: 'plugins', plugins: described })}\n`,
        );
      for (const loaded of plugins) {
        const { plugin, specifier } = loaded;
        const { name, selectors = [], costModels = [] } = plugin;
        const origin = specifier.startsWith('file:') && !isBuiltIn(name) ? ` (${specifier})` : '';
        terminal.out(`${[name, pluginVersion(loaded)].join(' ').trim()}${origin}\n`);
        for (const { name, summary, needs, options } of selectors) {
          const needing = needs.length > 0 ? ` (needs ${needs.join(', ')})` : '';
          terminal.out(`  ${name}${needing}\n    ${summary}\n${optionLines(options, '--option')}`);
        }
        for (const { name, summary, options } of costModels)
          terminal.out(`  cost model ${name}\n    ${summary}\n${optionLines(options, '--cost-option')}`);
        terminal.out('\n');
      }
    });
}

function isBuiltIn(name: string): boolean {
  return name.startsWith('@goldpan/');
}
