import type { Formats } from '@goldpan/formats';

/** What is known of a command's own flags. */
interface KnownFlags {
  readonly options: readonly { readonly long?: string }[];
}

/**
 * Lets the options of a format be typed as flags: with `--format mt-metrics-eval`, `--test-set wmt23` becomes
 * `--format-option test-set=wmt23`. Flags of the command itself stay as they are.
 *
 * @param formats - gives the formats of plugins that the line names, asked only where the format is not built in
 */
export async function withFormatFlags(
  args: readonly string[],
  command: KnownFlags | undefined,
  formats: (plugins: readonly string[]) => Promise<Formats>,
): Promise<string[]> {
  const flags = [
    ['--format', '--format-option'],
    ['--from', '--from-option'],
  ] as const;
  const [from, target] = flags.find(([flag]) => valuesOf(args, flag).length > 0) ?? [];
  if (from === undefined || command === undefined) return [...args];
  const { optionsOfFormat } = await import('./options-of-format.js');
  const options = await optionsOfFormat(valuesOf(args, from)[0], () => formats(valuesOf(args, '--plugin')));
  const own = new Set(command.options.map(({ long }) => long));
  const names = new Set(options.map((name) => `--${name}`));
  const result: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const [flag, ...rest] = args[i].split('=');
    if (!names.has(flag) || own.has(flag)) result.push(args[i]);
    else result.push(target, `${flag.slice(2)}=${rest.length > 0 ? rest.join('=') : (args[++i] ?? '')}`);
  }
  return result;
}

/** What is given to a flag, each time it is. */
function valuesOf(args: readonly string[], flag: string): string[] {
  return args.flatMap((word, at) => {
    if (word.startsWith(`${flag}=`)) return [word.slice(flag.length + 1)];
    return word === flag && at + 1 < args.length ? [args[at + 1]] : [];
  });
}
