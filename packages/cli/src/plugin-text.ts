import type { PluginDescription } from '@goldpan/workflows';
import { optionLines } from './option-lines.js';

/** What a plugin brings, for people. */
export function pluginText({ name, version, origin, ...parts }: PluginDescription): string {
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
