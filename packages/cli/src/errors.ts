import { defineError } from '@goldpan/core';

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
    fields: { cause: String(cause) },
    what: `goldpan.config cannot be loaded: ${String(cause)}`,
    advice: 'mend or remove the file',
  }),
);
