import { parseGroupBounds, parseGroupColumn, parseMaxPer, type Constraints } from '@goldpan/core';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { idFileFails } from './errors.js';

/** What a selection must keep to. */
export interface ConstraintOptions {
  /** Documents are chosen whole or not at all; default false. */
  readonly keepDocuments?: boolean;
  /** What a whole document is worth: the sum (default) or the mean of its items. */
  readonly documentUtility?: 'sum' | 'mean';
  /** Bounds per group: `domain:min=5,max=40%`. */
  readonly group?: readonly string[];
  /** A column whose groups take turns. */
  readonly balance?: string;
  /** At most so many items of every group: `doc=3`. */
  readonly maxPer?: readonly string[];
  /** A file of ids that must be chosen, one per line. */
  readonly include?: string;
  /** Included items are paid for already; default false. */
  readonly includeFree?: boolean;
  /** A file of ids that must not be chosen. */
  readonly exclude?: string;
  /** `reference`: choose within a cost as subset2evaluate does, its faults included; default `goldpan`. */
  readonly variant?: 'goldpan' | 'reference';
}

/**
 * The constraints that are asked for; undefined where none is.
 *
 * @throws INVALID_CONSTRAINT, ID_FILE_FAILS
 */
export async function readConstraints(
  asked: ConstraintOptions,
  folder: string,
): Promise<Constraints | undefined> {
  const { keepDocuments = false, group = [], balance, maxPer = [], include, exclude } = asked;
  const isAsked = keepDocuments || group.length > 0 || balance || maxPer.length > 0 || include || exclude;
  if (!isAsked) return undefined;
  return {
    keepDocuments,
    documentUtility: asked.documentUtility ?? 'sum',
    groups: group.map(parseGroupBounds),
    maxPer: maxPer.map(parseMaxPer),
    includeCounts: !asked.includeFree,
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
