import type { DataInfo, Dataset } from '@goldpan/core';
import type { ItemsFile } from '@goldpan/formats';
import { basename } from 'node:path';
import { chosenSystems, type SystemChoice } from './chosen-systems.js';
import { withCostsOfTimes, type CostsOfTimes } from './costs-of-times.js';
import { withOverall, type CriterionChoice } from './criterion.js';
import { loadItems, type LoadOptions } from './load-items.js';
import { withPseudonyms, type RaterChoice } from './pseudonyms.js';

/** Items to work on: a dataset in memory, or the path of a file or folder, or paths of what is read as one. */
export type ItemsInput = Dataset | string | readonly string[];

/** The items that a question is about, and what documents say of them. */
export interface GivenData {
  readonly dataset: Dataset;
  readonly info: DataInfo;
  /** Where the items were read from; absent for data in memory. */
  readonly file?: ItemsFile;
}

/** What is chosen of data once it is read. */
export type DataChoice = SystemChoice & RaterChoice & CriterionChoice & CostsOfTimes;

/** Reads items, or takes those that are in memory, which documents call `data`. @throws what loading throws */
export async function givenData(input: ItemsInput, options: LoadOptions & DataChoice): Promise<GivenData> {
  if (isInMemory(input)) {
    const dataset = chosenPart(input, options);
    return { dataset, info: infoOf(dataset, { name: 'data', sha256: null }) };
  }
  const read = await loadItems(input, options);
  const file = withCostsOfTimes({ ...read, dataset: chosenPart(read.dataset, options) }, options);
  const { path, sha256, dataset } = file;
  return { dataset, info: infoOf(dataset, { name: basename(path), sha256 }), file };
}

/** The one place where data becomes what a question is about. */
function chosenPart(dataset: Dataset, options: DataChoice): Dataset {
  return withPseudonyms(withOverall(chosenSystems(dataset, options), options), options);
}

/** What documents say of data. */
export function infoOf(
  { size, systems }: Pick<Dataset, 'size' | 'systems'>,
  { name, sha256 }: Pick<DataInfo, 'name' | 'sha256'>,
): DataInfo {
  return { name, items: size, systems: systems.length, sha256 };
}

function isInMemory(input: ItemsInput): input is Dataset {
  return typeof input === 'object' && 'scores' in input;
}
