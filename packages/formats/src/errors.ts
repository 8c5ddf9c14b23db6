import { defineError, didYouMean, quoteList } from '@goldpan/core';
import type { InputProblem } from './reading/input-problem.js';

export const fileNotFound = defineError(
  'FILE_NOT_FOUND',
  'A file or folder that is to be read is not there.',
  (
    path: string,
    near: { folder: string; folderExists: boolean; name: string; known: readonly string[] },
  ) => ({
    fields: { path, folder: near.folder },
    what: `there is no file ${path}${didYouMean(near.name, near.known)}`,
    advice: near.folderExists
      ? 'check the name'
      : `check the path: the folder ${near.folder} is not there either`,
  }),
);

export const notAFile = defineError(
  'NOT_A_FILE',
  'A folder is given where a file is needed, or a file where a folder is needed.',
  (path: string, needed: 'file' | 'folder') => ({
    fields: { path, needed },
    what: `${path} must be a ${needed}; it is a ${needed === 'file' ? 'folder' : 'file'}`,
    advice: needed === 'file' ? 'name one file in it' : 'name the folder that holds the data',
  }),
);

export const readFailed = defineError(
  'READ_FAILED',
  'The operating system refuses to read a file.',
  (path: string, reason: string) => ({
    fields: { path, reason },
    what: `${path} cannot be read: ${reason}`,
    advice: 'check that you may read it and that its disk is there',
  }),
);

export const badCompression = defineError(
  'BAD_COMPRESSION',
  'A compressed file ends early, is damaged, or is of a kind that cannot be read.',
  (path: string, problem: string, advice: string) => ({
    fields: { path, problem },
    what: `${path} ${problem}`,
    advice,
  }),
);

export const invalidInput = defineError(
  'INVALID_INPUT',
  'Lines or records of the input cannot be used; the field `problems` holds the first ten.',
  (path: string, problems: readonly InputProblem[], more: boolean) => ({
    fields: { path, problems, more },
    what:
      `${path} has ${more ? `${problems.length} or more` : problems.length} ` +
      `${problems.length === 1 && !more ? 'record' : 'records'} that cannot be used:\n` +
      problems.map((problem) => `  ${problem.text}\n`).join('') +
      'Nothing was written',
    advice: 'mend these records, or go on without them and keep them in a file (--skip-invalid FILE)',
  }),
);

export const fileChanged = defineError(
  'FILE_CHANGED',
  'A file changed between two readings of it.',
  (path: string) => ({
    fields: { path },
    what: `${path} must stay the same while it is used; it changed since it was first read`,
    advice: 'run the command again, and write the output to another file',
  }),
);

export const notReadableTwice = defineError(
  'NOT_READABLE_TWICE',
  'A pipe is given where the input must be read a second time.',
  (path: string) => ({
    fields: { path },
    what: `${path} must be a file on disk, because its texts are read a second time; it is a pipe or a device`,
    advice: 'save it to a file first',
  }),
);

export const writeFailed = defineError(
  'WRITE_FAILED',
  'A file cannot be written; a file of that name that was there before is as it was.',
  (path: string, reason: string, advice: string) => ({
    fields: { path, reason },
    what: `${path} cannot be written: ${reason}`,
    advice: `${advice}; what was there before is untouched`,
  }),
);

export const invalidFormat = defineError(
  'INVALID_FORMAT',
  'A loader or exporter does not have the shape the contracts ask for.',
  (who: string, problem: string) => ({
    fields: { who, problem },
    what: `${who} ${problem}`,
    advice: 'see the section on writing a loader in the README of @goldpan/formats',
  }),
);

export const unknownFormat = defineError(
  'UNKNOWN_FORMAT',
  'A format is named that there is no loader or exporter for.',
  (kind: 'loader' | 'exporter', name: string, known: readonly string[]) => ({
    fields: { kind, name, known },
    what: `there is no ${kind} ${JSON.stringify(name)}${didYouMean(name, known)}`,
    advice: `choose one of ${quoteList(known, 40)}`,
  }),
);

export const formatNotChosen = defineError(
  'FORMAT_NOT_CHOSEN',
  'The format of the input cannot be told from the input.',
  (path: string, candidates: readonly string[], known: readonly string[]) => ({
    fields: { path, candidates },
    what:
      candidates.length === 0
        ? `the format of ${path} must be named, because its beginning fits no format for certain`
        : `the format of ${path} must be named, because its beginning fits ${quoteList(candidates)}`,
    advice: `name one of ${quoteList(candidates.length === 0 ? known : candidates, 40)}`,
  }),
);

export const unusableInput = defineError(
  'UNUSABLE_INPUT',
  'The input as a whole cannot be read in the format that was named.',
  (path: string, problem: string, advice: string) => ({
    fields: { path, problem },
    what: `${path} ${problem}`,
    advice,
  }),
);

export const cannotExport = defineError(
  'CANNOT_EXPORT',
  'The items do not have what a format needs.',
  (format: string, problem: string, advice: string) => ({
    fields: { format, problem },
    what: `export to ${format}: ${problem}`,
    advice,
  }),
);
