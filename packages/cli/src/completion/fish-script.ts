import type { CommandWords, FlagWords } from './command-words.js';

/** Completion for fish: commands, flags and listed values with what they mean; elsewhere files. */
export function fishScript(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap(({ name, summary, flags }) => [
    `complete -c goldpan -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...flags.map(
      (flag) => `complete -c goldpan -n '__fish_seen_subcommand_from ${name}' ${flagWords(flag).join(' ')}`,
    ),
  ]);
  return `# Completion of goldpan for fish: goldpan completion fish > ~/.config/fish/completions/goldpan.fish
${lines.join('\n')}
`;
}

function flagWords({ names, summary, takesValue, values }: FlagWords): string[] {
  return [
    ...names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)),
    ...(values.length > 0 ? [`-x -a ${quoted(values.join(' '))}`] : takesValue ? ['-r'] : []),
    `-d ${quoted(summary)}`,
  ];
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
