import { parseGroupBounds, parseGroupColumn, parseMaxPer, type Constraints } from '@goldpan/core';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { idFileFails } from './errors.js';

/** The flags as they were typed. */
export interface ConstraintOptions {
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
  flags: ConstraintOptions,
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
