import { defineError } from '@goldpan/core';

export const notAResult = defineError(
  'NOT_A_RESULT',
  'A report is asked for of a value that is not the result of a command.',
  (got: string, commands: readonly string[]) => ({
    fields: { got, commands },
    what: `a result must be a JSON document with "goldpan", "data" and a "command" out of ${commands.join(', ')}; got ${got}`,
    advice: 'pass what one of these commands prints with --json',
  }),
);

export const nothingToReport = defineError(
  'NOTHING_TO_REPORT',
  'A report is asked for of no results at all.',
  () => ({
    fields: {},
    what: 'a report needs at least one result; got none',
    advice: 'pass what a command prints with --json',
  }),
);

export const pngNotAvailable = defineError(
  'PNG_NOT_AVAILABLE',
  'A PNG is asked for and the package that draws it is not installed.',
  (problem: string) => ({
    fields: { problem },
    what: `PNG images need the package @resvg/resvg-js, which cannot be loaded (${problem})`,
    advice: 'run `npm i @resvg/resvg-js@2.6.2`, or write SVG',
  }),
);
