import { defineError, quoteList, showThrown } from '@goldpan/core';

export const notAResultFile = defineError(
  'NOT_A_RESULT_FILE',
  'A file that should hold a result as JSON cannot be read as one.',
  (file: string, cause: string) => ({
    fields: { file, cause },
    what: `${file} must be a result as JSON: ${cause}`,
    advice: 'give files that a command printed with --json',
  }),
);

export const unknownReportFormat = defineError(
  'UNKNOWN_REPORT_FORMAT',
  'The name of a report ends in none of the known ways.',
  (file: string) => ({
    fields: { file },
    what: `the name of a report must end in .html or .md; got ${JSON.stringify(file)}`,
    advice: 'name it report.html or report.md',
  }),
);

export const configFails = defineError(
  'CONFIG_FAILS',
  'The configuration file cannot be read.',
  (cause: unknown) => ({
    fields: { cause: showThrown(cause).text },
    what: `goldpan.config cannot be loaded: ${showThrown(cause).text}`,
    advice: 'mend or remove the file',
  }),
);

export const failedUnwatched = defineError(
  'FAILED_UNWATCHED',
  'Something failed that nobody waited for, such as a promise that a plugin did not await.',
  (thrown: unknown, plugins: readonly string[]) => {
    const cause = showThrown(thrown);
    const where = cause.where === undefined ? '' : ` (${cause.where})`;
    return {
      fields: { ...cause, plugins },
      what: `something failed that nobody waited for: ${cause.text}${where}`,
      advice: blame(plugins),
    };
  },
);

export const endedEarly = defineError(
  'ENDED_EARLY',
  'A command ended without an answer: what it waited for can never come, or its thread was ended.',
  (isEnded: boolean, plugins: readonly string[]) => ({
    fields: { isEnded, plugins },
    what: `the command ended without an answer: ${isEnded ? 'process.exit was called' : 'it waited for a promise that nothing can settle any more'}`,
    advice: blame(plugins),
  }),
);

export const executorMissing = defineError(
  'EXECUTOR_MISSING',
  'Other machines are asked for, and the package that speaks with them is not installed, or is of another version.',
  (problem: string, version: string) => ({
    fields: { problem },
    what: `work on other machines needs the package @goldpan/executor-bullmq; ${problem}`,
    advice: `install it beside goldpan: npm i @goldpan/executor-bullmq@${version} (npm i -g … where goldpan is installed globally)`,
  }),
);

function blame(plugins: readonly string[]): string {
  if (plugins.length === 0) return 'please report it';
  return `this is a fault of ${plugins.length === 1 ? 'the plugin' : 'one of the plugins'} ${quoteList(plugins)}: report it to the authors`;
}
