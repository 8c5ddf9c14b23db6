import { distinctText, type Dataset } from '@goldpan/core';
import { pilotDiffers, pilotNotInPool } from './errors.js';
import type { GivenData } from './given-data.js';

/**
 * Holds that the items of a pilot are items of the pool, by their ids and by what is under them: sources, or where the data has none the outputs of
 * systems that both have. Ids are often numbers in order of the file, which any other test set has, too. O(characters)
 *
 * @throws PILOT_NOT_IN_POOL, PILOT_DIFFERS
 */
export function requireInPool(pilot: Dataset, { dataset: pool, info }: GivenData, name: string): void {
  const places = new Map(pool.ids.map((id, at) => [id, at]));
  const files = { pilot: name, pool: info.name };
  const absent = pilot.ids.filter((id) => !places.has(id));
  if (absent.length > 0) throw pilotNotInPool(absent, files);
  const textsOf = pilot.sources && pool.sources ? sourcesOf : outputsOf;
  const shared = pilot.systems.filter((system) => pool.systems.includes(system));
  const differing = pilot.ids.filter((id, item) => {
    const [here, there] = [textsOf(pilot, item, shared), textsOf(pool, places.get(id)!, shared)];
    return here.some((text, t) => isOther(text, there[t]));
  });
  if (differing.length > 0)
    throw pilotDiffers(differing, { ...files, what: textsOf === sourcesOf ? 'source' : 'output' });
}

function sourcesOf({ sources }: Dataset, item: number): (string | undefined)[] {
  return [sources![item]];
}

function outputsOf(dataset: Dataset, item: number, systems: readonly string[]): (string | undefined)[] {
  return systems.map((system) => dataset.outputs?.(item, dataset.systems.indexOf(system)));
}

/** Whether two texts are there and differ, but for spaces at their ends. */
function isOther(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return distinctText(one).trim() !== distinctText(other).trim();
}
