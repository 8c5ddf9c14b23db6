import { describeOptions, type OptionsSchema } from '@goldpan/core';
import type { PackageFacts } from './package-facts.js';

/** Every selector and cost model of the packages: what it picks, what it needs, its options. */
export function selectorReference(facts: readonly PackageFacts[]): string {
  return facts
    .filter(({ plugin }) => plugin !== undefined)
    .map(({ name, folder, plugin }) => {
      const selectors = (plugin!.selectors ?? []).map(({ name, summary, needs, traits, options }) => {
        const kept = Object.entries(traits).filter(([, holds]) => holds);
        const facts = [
          `Needs: ${needs.length > 0 ? needs.join(', ') : 'nothing'}.`,
          ...(kept.length > 0 ? [`Traits: ${kept.map(([trait]) => trait).join(', ')}.`] : []),
        ];
        return `### ${name}\n\n${summary} ${facts.join(' ')}\n\n${table(options)}`;
      });
      const costs = (plugin!.costModels ?? []).map(
        ({ name, summary, options }) =>
          `### Cost model: ${name}\n\n${summary}\n\n${table(options as OptionsSchema<any>)}`,
      );
      return [`## [${name}](../${folder})`, ...selectors, ...costs].join('\n\n');
    })
    .join('\n\n');
}

/** The options of one selector or cost model as a table. @throws Error when there is none of that name */
export function optionTable(name: string, facts: readonly PackageFacts[]): string {
  const all = facts.flatMap(({ plugin }) => [...(plugin?.selectors ?? []), ...(plugin?.costModels ?? [])]);
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no selector or cost model ${name}`);
  return table(found.options as OptionsSchema<any>);
}

function table(schema: OptionsSchema<any>): string {
  const rows = describeOptions(schema).map((option) => {
    const standard = option.required
      ? 'must be given'
      : option.default === undefined
        ? ''
        : `\`${JSON.stringify(option.default).replace(/^"(.*)"$/, '$1')}\``;
    return `| \`${option.name}\` | ${cell(option.type)} | ${standard} | ${cell(option.summary)} |`;
  });
  if (rows.length === 0) return 'No options.';
  return ['| option | value | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Text of a schema as text of a table: markup characters of Markdown stand for themselves. */
function cell(text: string): string {
  return text.replace(/[|<>*_{}[\]]/g, (sign) => `\\${sign}`);
}
