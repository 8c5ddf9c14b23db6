/** The command line of a call, quoted so that it can be pasted into a shell. */
export function reproduceCommand(args: readonly string[]): string {
  return ['npx', 'goldpan', ...args].map(quote).join(' ');
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
