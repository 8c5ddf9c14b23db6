import { Command } from '@commander-js/extra-typings';
import { describeOptions, type OptionDescription, type OptionsSchema } from '@goldpan/core';
import { loadRegistry } from '../load-plugins.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../program.js';
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
      const described = plugins.map(({ plugin, specifier }) => ({
        name: plugin.name,
        version: plugin.version ?? null,
        origin: specifier,
        selectors: (plugin.selectors ?? []).map(({ name, summary, needs, traits, options }) => ({
          name,
          summary,
          needs,
          traits,
          options: describeOptions(options),
        })),
        costModels: (plugin.costModels ?? []).map(({ name, summary, options }) => ({
          name,
          summary,
          options: describeOptions(options as OptionsSchema<any>),
        })),
      }));
      if (flags.json)
        return terminal.out(
          `${JSON.stringify({ goldpan: version, command: 'plugins', plugins: described })}\n`,
        );
      for (const { name, origin, selectors, costModels } of described) {
        terminal.out(`${name}${origin.startsWith('file:') && !isBuiltIn(name) ? ` (${origin})` : ''}\n`);
        for (const { name, summary, needs, options } of selectors) {
          const needing = needs.length > 0 ? ` (needs ${needs.join(', ')})` : '';
          terminal.out(`  ${name}${needing}\n    ${summary}\n${optionLines(options)}`);
        }
        for (const { name, summary, options } of costModels) {
          terminal.out(`  cost model ${name}\n    ${summary}\n${optionLines(options)}`);
        }
        terminal.out('\n');
      }
    });
}

function isBuiltIn(name: string): boolean {
  return name.startsWith('@goldpan/');
}

function optionLines(options: readonly OptionDescription[]): string {
  return options
    .map((option) => {
      const standard = option.default === undefined ? '' : `; default ${JSON.stringify(option.default)}`;
      return `      --option ${option.name}=…  ${option.summary} (${option.type}${standard})\n`;
    })
    .join('');
}
