import { isAbsolute, relative } from 'node:path';

/** Flags that change how a result is printed, and not the result. */
const ASIDE = new Set(['--json', '--quiet', '-q']);
/** Those with a value, that change where and how fast it is found. */
const ASIDE_WITH_VALUE = new Set(['--workers', '--time-limit', '--executor', '--redis']);

/**
 * The command line of a call, quoted so that it can be pasted into a shell on any machine: without what only says how to print or
 * where and in how many threads to work, and with paths from the folder of the call.
 */
export function reproduceCommand(args: readonly string[], folder: string): string {
  const kept = args.filter(
    (word, at) =>
      !ASIDE.has(word) &&
      !ASIDE_WITH_VALUE.has(word.split('=')[0]) &&
      !(ASIDE_WITH_VALUE.has(args[at - 1]) && !word.startsWith('--')),
  );
  return ['npx', 'goldpan', ...kept.map((word) => withRelativePath(word, folder))].map(quote).join(' ');
}

function withRelativePath(word: string, folder: string): string {
  const [, flag = '', path] = /^(--[\w-]+=)?(.*)$/s.exec(word)!;
  return isAbsolute(path) ? `${flag}${relative(folder, path) || '.'}` : word;
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
