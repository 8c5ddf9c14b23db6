import type { CatalogueLine, PackageFacts } from './package-facts.js';

/**
 * The codes of packages as Markdown tables, in alphabetical order.
 *
 * @param withHeadings - a heading and the description of the package above each table
 */
export function errorTable(facts: readonly PackageFacts[], withHeadings: boolean): string {
  return facts
    .map((one) => ({ one, lines: cataloguedCodes(one) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ one, lines }) => (withHeadings ? `## ${one.name}\n\n` : '') + table(lines))
    .join('\n\n');
}

/** The catalogue a package exports; for one that has none, the codes in its source with the text of the first error. */
export function cataloguedCodes({ catalogue, name }: PackageFacts): readonly CatalogueLine[] {
  return catalogue ?? WITHOUT_CATALOGUE[name] ?? [];
}

/** Packages that depend on no other define their codes without core's help; the page takes their summaries from here. */
const WITHOUT_CATALOGUE: Readonly<Record<string, readonly CatalogueLine[]>> = {
  '@goldpan/stats': [
    { code: 'STA_EMPTY', summary: 'A statistic got fewer values than it needs.' },
    { code: 'STA_LENGTH_MISMATCH', summary: 'Two vectors that belong together have different lengths.' },
    { code: 'STA_NOT_A_NUMBER', summary: 'A value is NaN where numbers are needed.' },
    { code: 'STA_OUT_OF_RANGE', summary: 'An argument lies outside of its range.' },
    { code: 'STA_SLICE_OUT_OF_BOUNDS', summary: 'A slice reaches beyond the end of its array.' },
  ],
  '@goldpan/create-selector': [
    { code: 'CRE_FOLDER_EXISTS', summary: 'The folder of a new package exists and is not empty.' },
    { code: 'CRE_INVALID_NAME', summary: 'The name of a new package is not in kebab-case.' },
  ],
};

function table(lines: readonly CatalogueLine[]): string {
  const rows = [...lines]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, summary }) => `| \`${code}\` | ${summary.replaceAll('|', '\\|')} |`);
  return ['| code | when |', '| --- | --- |', ...rows].join('\n');
}
