import { commands } from 'goldpan/definitions';

/** The commands of `goldpan` with their arguments and descriptions, as a Markdown table. */
export function commandTable(): string {
  const rows = commands.map(({ name, takes, does }) => {
    const names = takes.replaceAll(/[<>[\]]/g, '').replaceAll('...', '…');
    return `| \`${`${name} ${names}`.trim()}\` | ${does.replaceAll('|', '\\|')} |`;
  });
  return ['| command | what it does |', '| --- | --- |', ...rows].join('\n');
}
