import { program } from 'goldpan';

/** The commands of `goldpan` with their arguments and descriptions, as a Markdown table. */
export function commandTable(): string {
  const silent = { out() {}, err() {}, color: false, width: 100, interactive: false, folder: '.' };
  const { commands } = program({
    terminal: { ...silent, signal: new AbortController().signal },
    config: { plugins: [], defaults: {} },
    answer() {},
  });
  const rows = commands.map((command) => {
    const names = command.registeredArguments.map((one) => one.name() + (one.variadic ? '…' : ''));
    return `| \`${[command.name(), ...names].join(' ')}\` | ${command.description().replaceAll('|', '\\|')} |`;
  });
  return ['| command | what it does |', '| --- | --- |', ...rows].join('\n');
}
