import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { didYouMean, quoteList } from '@goldpan/core';
import { unusableInput } from '../../errors.js';

/** The files of one test set. */
export interface TestSet {
  readonly folder: string;
  /** Its name, such as `wmt23`. */
  readonly name: string;
  /** Names in one of its folders, sorted; empty where it has no such folder. */
  list(folder: string): Promise<readonly string[]>;
}

/** Opens a test set: the folder itself, or one in the folder that holds them all. @throws UNUSABLE_INPUT */
export async function openTestSet(path: string, name: string | undefined): Promise<TestSet> {
  const names = await namesIn(path);
  if (names === undefined)
    throw unusableInput(
      path,
      'must be a folder of mt-metrics-eval',
      'name the folder that holds the test sets, or one of them',
    );
  if (names.includes('sources')) return testSet(path, path.split(/[\\/]/).filter(Boolean).at(-1) ?? path);
  const sets: string[] = [];
  for (const each of names) if ((await namesIn(join(path, each)))?.includes('sources')) sets.push(each);
  if (name !== undefined && sets.includes(name)) return testSet(join(path, name), name);
  const problem =
    name === undefined
      ? 'holds several test sets or none'
      : `has no test set ${JSON.stringify(name)}${didYouMean(name, sets)}`;
  throw unusableInput(path, problem, `name one of ${quoteList(sets)} with test-set=…`);
}

/** The language pairs of a test set that have sources. */
export async function languagePairs(set: TestSet): Promise<readonly string[]> {
  const names = await set.list('sources');
  return names
    .filter((name) => /\.(txt|jsonl)$/.test(name))
    .map((name) => name.replace(/\.(txt|jsonl)$/, ''));
}

function testSet(folder: string, name: string): TestSet {
  return { folder, name, list: async (inner) => (await namesIn(join(folder, inner))) ?? [] };
}

async function namesIn(path: string): Promise<string[] | undefined> {
  const names = await readdir(path).catch(() => undefined);
  return names?.filter((name) => !name.startsWith('.')).sort();
}
