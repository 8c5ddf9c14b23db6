import { parseArgs } from 'node:util';
import { CreateError } from './create-error.js';
import { createSelector } from './create-selector.js';

const USAGE = `Usage: npm create @goldpan/selector NAME

Makes the package of a Goldpan selector in a new folder NAME.
NAME is in kebab-case, such as my-selector, with a scope if you like: @me/goldpan-selector-my-selector.`;

/** Where the program writes. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
}

/** Runs the program. @returns the exit code: 0 done, 2 wrong usage */
export function run(args: readonly string[], folder: string, { out, error }: Terminal): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help) {
      out(USAGE);
      return 0;
    }
    if (positionals.length !== 1) {
      error(`one name must be given; got ${positionals.length}\n\n${USAGE}`);
      return 2;
    }
    const created = createSelector(positionals[0], folder);
    out(
      [
        `Made ${created.package} in ${created.path}:`,
        ...created.files.map((file) => `  ${file}`),
        '',
        'Next:',
        `  cd ${created.folder}`,
        '  npm install',
        '  npm test',
      ].join('\n'),
    );
    return 0;
  } catch (thrown) {
    const isUsage =
      thrown instanceof CreateError || (thrown as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (!isUsage) throw thrown;
    error((thrown as Error).message);
    return 2;
  }
}
