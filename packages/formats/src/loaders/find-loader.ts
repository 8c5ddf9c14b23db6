import { formatNotChosen, unknownFormat } from '../errors.js';
import { itemsLoader } from './items-loader.js';
import type { Loader } from './loader.js';
import { longTableLoader } from './long-table.js';
import { nameOf, probeInput, type Probe } from './probe.js';

/** @throws UNKNOWN_FORMAT with the nearest name */
export function loaderNamed(name: string, loaders: readonly Loader[]): Loader {
  const loader = loaders.find((candidate) => candidate.name === name);
  if (loader !== undefined) return loader;
  throw unknownFormat(
    'loader',
    name,
    loaders.map((candidate) => candidate.name),
  );
}

/**
 * The loader whose format the beginning of an input shows for certain. A file that shows none is taken for a table where its
 * name ends in .csv or .tsv or it is Parquet, which then says what option is missing, and otherwise for item JSON lines, so that what is wrong
 * with it is said line by line.
 *
 * @throws FORMAT_NOT_CHOSEN for a folder that shows none, and where several fit; FILE_NOT_FOUND
 */
export async function detectLoader(path: string, loaders: readonly Loader[]): Promise<Loader> {
  const probe = await probeInput(path);
  const fitting = loaders.filter((loader) => loader.detect?.(probe));
  if (fitting.length === 1) return fitting[0];
  if (fitting.length === 0 && probe.folder === undefined)
    return isTable(probe) && loaders.includes(longTableLoader) ? longTableLoader : itemsLoader;
  const names = (list: readonly Loader[]) => list.map((loader) => loader.name);
  throw formatNotChosen(path, names(fitting), names(loaders));
}

function isTable(probe: Probe): boolean {
  if (probe.start.toString('latin1', 0, 4) === 'PAR1') return true;
  return /\.[ct]sv(\.gz)?$/i.test(nameOf(probe)) && probe.record === undefined;
}
