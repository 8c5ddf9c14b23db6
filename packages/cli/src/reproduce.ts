/** The command line of a call, quoted so that it can be pasted into a shell; without what only says how to print. */
export function reproduceCommand(args: readonly string[]): string {
  return ['npx', 'goldpan', ...args.filter((word) => !['--json', '--quiet', '-q'].includes(word))]
    .map(quote)
    .join(' ');
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
