import { Option } from '@commander-js/extra-typings';
import { parseGroupBounds, parseGroupColumn, parseMaxPer, type Constraints } from '@goldpan/budget';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { idFileFails } from './errors.js';
import { collect } from './shared-options.js';

/** Flags that say what a selection must keep to. */
export const constraintOptions = {
  keepDocuments: () => new Option('--keep-documents', 'choose documents whole or not at all').default(false),
  documentUtility: () =>
    new Option('--document-utility <how>', 'what a whole document is worth: the sum or the mean of its items')
      .choices(['sum', 'mean'] as const)
      .default('sum' as const),
  group: () =>
    new Option('--group <bounds>', 'bounds per group: domain:min=5,max=40%; may be repeated')
      .argParser(collect)
      .default([] as string[]),
  balance: () => new Option('--balance <column>', 'groups take turns: domain or doc'),
  maxPer: () =>
    new Option('--max-per <limit>', 'at most so many items of every group: doc=3; may be repeated')
      .argParser(collect)
      .default([] as string[]),
  include: () =>
    new Option('--include <file>', 'ids that must be chosen, one per line, such as items judged already'),
  includeFree: () => new Option('--include-free', 'included items are paid for already').default(false),
  exclude: () => new Option('--exclude <file>', 'ids that must not be chosen, one per line'),
  variant: () =>
    new Option(
      '--variant <name>',
      'reference: choose within a cost as subset2evaluate does, its faults included',
    )
      .choices(['goldpan', 'reference'] as const)
      .default('goldpan' as const),
};

/** The flags as they were typed. */
export interface ConstraintFlags {
  readonly keepDocuments: boolean;
  readonly documentUtility: 'sum' | 'mean';
  readonly group: readonly string[];
  readonly balance?: string;
  readonly maxPer: readonly string[];
  readonly include?: string;
  readonly includeFree: boolean;
  readonly exclude?: string;
  readonly variant: 'goldpan' | 'reference';
}

/**
 * The constraints that flags ask for; undefined where they ask for none.
 *
 * @throws INVALID_CONSTRAINT, ID_FILE_FAILS
 */
export async function readConstraints(
  flags: ConstraintFlags,
  folder: string,
): Promise<Constraints | undefined> {
  const { keepDocuments, group, balance, maxPer, include, exclude } = flags;
  const asked = keepDocuments || group.length > 0 || balance || maxPer.length > 0 || include || exclude;
  if (!asked) return undefined;
  return {
    keepDocuments,
    documentUtility: flags.documentUtility,
    groups: group.map(parseGroupBounds),
    maxPer: maxPer.map(parseMaxPer),
    includeCounts: !flags.includeFree,
    ...(balance !== undefined && { balance: parseGroupColumn(balance) }),
    ...(include !== undefined && { include: await readIds(include, folder) }),
    ...(exclude !== undefined && { exclude: await readIds(exclude, folder) }),
  };
}

async function readIds(file: string, folder: string): Promise<string[]> {
  try {
    const text = await readFile(resolve(folder, file), 'utf8');
    return text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  } catch (error) {
    throw idFileFails(file, error instanceof Error ? error.message : String(error));
  }
}
