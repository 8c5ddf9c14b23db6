import { builtInLoaders } from '@goldpan/formats';

/** The formats that can be read, as a Markdown table. */
export function loaderTable(): string {
  const rows = builtInLoaders.map(
    ({ name, summary, input }) => `| \`${name}\` | ${summary.replaceAll('|', '\\|')} | ${input} |`,
  );
  return ['| format | what it is | input |', '| --- | --- | --- |', ...rows].join('\n');
}
