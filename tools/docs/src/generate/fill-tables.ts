import { commandTable } from './command-table.js';
import { errorTable } from './error-tables.js';
import { optionTable, selectorReference } from './option-tables.js';
import { loaderTable } from './loader-table.js';
import type { PackageFacts } from './package-facts.js';

const pattern = /(<!-- generated: ([^\n]+?) -->\n)[\s\S]*?(<!-- end -->)/g;

/**
 * A document with fresh content between `<!-- generated: … -->` and `<!-- end -->`: `errors` (of all packages),
 * `errors @goldpan/name`, `options name-of-selector`, `selectors` (the whole reference),
 * `loaders`, `commands`.
 *
 * @throws Error when a mark asks for what does not exist
 */
export function fillTables(text: string, facts: readonly PackageFacts[]): string {
  return text.replace(pattern, (_, opening, what, closing) => {
    return `${opening}\n${content(what, facts)}\n\n${closing}`;
  });
}

function content(what: string, facts: readonly PackageFacts[]): string {
  const [kind, name] = what.split(' ');
  if (kind === 'selectors') return selectorReference(facts);
  if (kind === 'commands') return commandTable();
  if (kind === 'loaders') return loaderTable();
  if (kind === 'options') return optionTable(name, facts);
  if (kind === 'errors')
    return errorTable(name === undefined ? facts : [only(name, facts)], name === undefined);
  throw new Error(`there is nothing generated called ${JSON.stringify(what)}`);
}

function only(name: string, facts: readonly PackageFacts[]): PackageFacts {
  const found = facts.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no package ${name}`);
  return found;
}
