import { takeSystems, type Dataset } from '@goldpan/core';
import { noSystemLeft, noSuchSystem } from './errors.js';
import { nameLists } from './name-lists.js';

/** Which systems take part; default: all. */
export interface SystemChoice {
  /** Names of those that do, each text one or several separated by commas. */
  readonly systems?: readonly string[];
  /** Names of those that do not. */
  readonly withoutSystems?: readonly string[];
}

/** The dataset of the systems that take part, in its order. O(N·S·metrics). @throws NO_SUCH_SYSTEM, NO_SYSTEM_LEFT */
export function chosenSystems(
  dataset: Dataset,
  { systems = [], withoutSystems = [] }: SystemChoice,
): Dataset {
  if (systems.length + withoutSystems.length === 0) return dataset;
  const [wanted, unwanted] = [systems, withoutSystems].map((texts) => nameLists(texts, dataset.systems));
  const unknown = [...wanted, ...unwanted].find((name) => !dataset.systems.includes(name));
  if (unknown !== undefined) throw noSuchSystem(unknown, dataset.systems);
  const isIn = (name: string) => (systems.length === 0 || wanted.includes(name)) && !unwanted.includes(name);
  const kept = [...dataset.systems.keys()].filter((system) => isIn(dataset.systems[system]));
  if (kept.length === 0) throw noSystemLeft(dataset.systems);
  return takeSystems(dataset, kept);
}
