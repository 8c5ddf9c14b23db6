import { Command } from '@commander-js/extra-typings';
import { type PluginDescription, describePlugin, loadFormats, loadRegistry } from '@goldpan/workflows';
import { examples } from '../examples.js';
import { optionLines } from '../option-lines.js';
import type { CommandContext } from '../command-context.js';
import { surroundingsOf } from '../surroundings.js';
import { shared } from '../shared-options.js';
import { version } from '../version.js';

/** `goldpan plugins`: what is installed, from where, with options and needs. */
export function pluginsCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('plugins')
    .description('List the selectors, cost models and formats of plugins, with their needs and options.')
    .addOption(shared.plugin())
    .addOption(shared.json())
    .addHelpText('after', examples('goldpan plugins', 'goldpan plugins --plugin ./my-selector --json'))
    .action(async (flags) => {
      const surroundings = surroundingsOf(context, flags);
      const registry = await loadRegistry(surroundings);
      await loadFormats(surroundings);
      const plugins = registry.plugins.map(describePlugin);
      terminal.out(
        flags.json
          ? `${JSON.stringify({ goldpan: version, command: 'plugins', plugins })}\n`
          : plugins.map(inWords).join('\n'),
      );
    });
}

function inWords({ name, version, origin, ...parts }: PluginDescription): string {
  const isBuiltIn = name.startsWith('@goldpan/');
  const from = origin.startsWith('file:') && !isBuiltIn ? ` (${origin})` : '';
  return [
    `${version === null ? name : `${name} ${version}`}${from}\n`,
    ...parts.selectors.map(({ name, needs, summary, options }) => {
      const needing = needs.length > 0 ? ` (needs ${needs.join(', ')})` : '';
      return `  ${name}${needing}\n    ${summary}\n${optionLines(options, '--option')}`;
    }),
    ...parts.costModels.map(
      ({ name, summary, options }) =>
        `  cost model ${name}\n    ${summary}\n${optionLines(options, '--cost-option')}`,
    ),
    ...parts.measures.map(
      ({ name, summary, direction }) =>
        `  measure ${name}\n    ${summary} ${direction === 'lower' ? 'Lower' : 'Higher'} is better.\n`,
    ),
    ...parts.loaders.map(
      ({ name, summary, options }) =>
        `  format to read ${name}\n    ${summary}\n${optionLines(options, '--from-option')}`,
    ),
    ...parts.exporters.map(
      ({ name, summary, options }) =>
        `  format to write ${name}\n    ${summary}\n${optionLines(options, '--to-option')}`,
    ),
  ].join('');
}
