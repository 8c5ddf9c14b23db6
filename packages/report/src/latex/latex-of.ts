import type { ResultDocument } from '@goldpan/core';
import { plainText } from '../format/plain-text.js';
import type { Table } from '../view/table.js';
import { viewOf } from '../view/view-of.js';

/**
 * The tables of a result as LaTeX, each a `table` with a caption, for a paper: rules of the package booktabs, minor columns (but those that leave last) and
 * what is folded left out. Text of the data is escaped.
 *
 * @throws NOT_A_RESULT
 */
export function latexOf(result: ResultDocument): string {
  const { blocks, command } = viewOf(result);
  const tables = blocks.filter((block): block is Table => block.kind === 'table' && block.folded !== true);
  return `% Needs \\usepackage{booktabs}.\n${tables.map((table) => tableLatex(table, command)).join('\n')}`;
}

function tableLatex({ name, title, columns, rows }: Table, command: string): string {
  const shown = columns.flatMap((column, index) =>
    column.minor === true || column.sparks ? [] : [{ ...column, index }],
  );
  const line = (texts: readonly string[]) => `${texts.map(escapeLatex).join(' & ')} \\\\`;
  return [
    '\\begin{table}',
    '\\centering',
    `\\begin{tabular}{${shown.map(({ align }) => (align === 'right' ? 'r' : 'l')).join('')}}`,
    '\\toprule',
    line(shown.map(({ title }) => title)),
    '\\midrule',
    ...rows.map((row) => line(shown.map(({ index }) => row[index].text))),
    '\\bottomrule',
    '\\end{tabular}',
    `\\caption{${escapeLatex(title)}}`,
    `\\label{tab:${command}-${name.replace(/[^a-z0-9-]+/gi, '-')}}`,
    '\\end{table}',
    '',
  ].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '–': '--',
  '−': '$-$',
  '±': '$\\pm$',
};

/** Text in which nothing drives LaTeX; a hyphen before a number is a minus sign. */
export function escapeLatex(text: string): string {
  return plainText(text)
    .replace(/[\\~^<>–−±]|[&%$#_{}]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`)
    .replace(/(?<![\w-])-(?=\d)/g, '$-$');
}
