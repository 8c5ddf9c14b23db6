import { costsFromTimes } from '@goldpan/costs';
import { withCosts, type ItemsFile } from '@goldpan/formats';
import type { Surroundings } from './surroundings.js';
import { timesInWords } from './times-in-words.js';

/** Whether judgements say what items cost. */
export interface CostsOfTimes {
  /** Items cost what their judgements took (`costsFromTimes`), in seconds; default false. */
  readonly costFromTimes?: boolean;
}

/** The items, where that is asked for with the costs that the judgements of the systems that are left took. @throws NO_COSTS */
export function withCostsOfTimes(
  file: ItemsFile,
  { costFromTimes, onNote }: CostsOfTimes & Pick<Surroundings, 'onNote'>,
): ItemsFile {
  if (!costFromTimes) return file;
  const times = costsFromTimes(file.dataset);
  onNote?.(`note: costs in seconds, from ${timesInWords(times)}`);
  return withCosts(file, times.values);
}
