import { normalQuantile, type Interval } from '@goldpan/stats';
import type { IrtItem, IrtModel } from './irt-model.js';
import { itemUtilities } from './item-utilities.js';

/** A system's ability with its interval. */
export interface DescribedAbility extends Interval {
  readonly system: string;
  readonly ability: number;
  readonly standardError: number;
}

/** An item with what it tells about the systems. */
export interface DescribedItem extends IrtItem {
  /** Position in the data. */
  readonly position: number;
  /** Information about ability, summed over the systems. */
  readonly information: number;
  /** Its share of the information of all items. */
  readonly share: number;
}

/** A fitted model in the order in which people read it. */
export interface IrtDescription {
  /** Best system first. */
  readonly abilities: readonly DescribedAbility[];
  /** All items, the most informative first. */
  readonly items: readonly DescribedItem[];
  /** The first of each order; ties keep the order of the data. */
  readonly mostInformative: readonly DescribedItem[];
  readonly hardest: readonly DescribedItem[];
  /** The least informative. */
  readonly leastUseful: readonly DescribedItem[];
}

/**
 * Abilities with intervals, and the items by information and difficulty.
 *
 * @param options - `top`: length of the three short lists, default 10; `level` of the intervals, in (0, 1), default 0.95
 * @throws STA_OUT_OF_RANGE
 * @remarks Intervals are the ability ± normal quantile · standard error. O(N·S + N log N).
 */
export function describeIrt(
  model: IrtModel,
  { top = 10, level = 0.95 }: { readonly top?: number; readonly level?: number } = {},
): IrtDescription {
  const reach = normalQuantile((1 + level) / 2);
  const information = itemUtilities(model, 'information');
  const total = information.reduce((sum, value) => sum + value, 0);
  const items = model.items.map((item, position): DescribedItem => ({
    ...item,
    position,
    information: information[position],
    share: total > 0 ? information[position] / total : 0,
  }));
  const informative = items.toSorted((a, b) => b.information - a.information);
  return {
    abilities: model.abilities
      .map(({ system, ability, standardError }) => ({
        system,
        ability,
        standardError,
        low: ability - reach * standardError,
        high: ability + reach * standardError,
        level,
      }))
      .toSorted((a, b) => b.ability - a.ability),
    items: informative,
    mostInformative: informative.slice(0, top),
    hardest: items.toSorted((a, b) => b.difficulty - a.difficulty).slice(0, top),
    leastUseful: items.toSorted((a, b) => a.information - b.information).slice(0, top),
  };
}
