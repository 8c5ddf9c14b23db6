import { describeOptions } from '@goldpan/core';
import { builtInLoaders } from '@goldpan/formats';

/** What is known of a command's own flags. */
interface KnownFlags {
  readonly options: readonly { readonly long?: string }[];
}

/**
 * Lets the options of a format be typed as flags: with `--format mt-metrics-eval`, `--test-set wmt23` becomes
 * `--format-option test-set=wmt23`. Flags of the command itself stay as they are.
 */
export function withFormatFlags(args: readonly string[], command: KnownFlags | undefined): string[] {
  const flags = [
    ['--format', '--format-option'],
    ['--from', '--from-option'],
  ] as const;
  const [, target] = flags.find(([flag]) => valueOf(args, flag) !== undefined) ?? [];
  if (target === undefined || command === undefined) return [...args];
  const format = valueOf(args, target.replace('-option', ''));
  const loader = builtInLoaders.find(({ name }) => name === format);
  const own = new Set(command.options.map(({ long }) => long));
  const names = new Set(loader && describeOptions(loader.options).map(({ name }) => `--${name}`));
  const result: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const [flag, ...rest] = args[i].split('=');
    if (!names.has(flag) || own.has(flag)) result.push(args[i]);
    else result.push(target, `${flag.slice(2)}=${rest.length > 0 ? rest.join('=') : (args[++i] ?? '')}`);
  }
  return result;
}

function valueOf(args: readonly string[], flag: string): string | undefined {
  const at = args.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
  if (at < 0) return undefined;
  return args[at].includes('=') ? args[at].slice(flag.length + 1) : args[at + 1];
}
