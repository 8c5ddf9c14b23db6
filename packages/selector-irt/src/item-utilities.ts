import { familyOf } from './families/family-of.js';
import type { Family } from './families/family.js';
import { noFeasibility } from './errors.js';
import type { IrtModel } from './irt-model.js';
import { itemPoint } from './item-point.js';
import { productRule } from './kernels/normal-rule.js';

/** What items can be ranked by. */
export const IRT_UTILITIES = [
  'information',
  'expected-information',
  'difficulty-discrimination',
  'discrimination',
  'difficulty',
  'feasibility',
] as const;

/** The name of a utility. */
export type IrtUtility = (typeof IRT_UTILITIES)[number];

/**
 * The utility of every item of a fitted model, in the order of its items; higher = judge it sooner.
 *
 * - `information`: expected (Fisher) information about ability, summed over the abilities of the systems.
 * - `expected-information`: the same, averaged over the posterior of each ability.
 * - `difficulty-discrimination`: a·b. `discrimination`: a. `difficulty`: b. `feasibility`: f.
 *
 * @throws IRT_NO_FEASIBILITY where the model has no upper asymptote
 * @remarks O(N·S), seven times that for `expected-information`.
 */
export function itemUtilities(model: IrtModel, utility: IrtUtility): Float64Array {
  return Float64Array.from(model.items, utilityOf(model, utility));
}

function utilityOf(model: IrtModel, utility: IrtUtility): (item: IrtModel['items'][number]) => number {
  switch (utility) {
    case 'difficulty':
      return ({ difficulty }) => difficulty;
    case 'discrimination':
      return ({ discrimination }) => discrimination;
    case 'difficulty-discrimination':
      return ({ discrimination, difficulty }) => discrimination * difficulty;
    case 'feasibility':
      return ({ feasibility }) => {
        if (feasibility === undefined) throw noFeasibility(model.model);
        return feasibility;
      };
    default:
      return informationOver(
        model,
        utility === 'information' ? pointAbilities(model) : spreadAbilities(model),
      );
  }
}

/** Abilities, and how much each counts. */
interface WeighedAbilities {
  readonly abilities: Float64Array;
  readonly weights: Float64Array;
}

function informationOver(model: IrtModel, { abilities, weights }: WeighedAbilities) {
  const family: Family = familyOf(model);
  return (item: IrtModel['items'][number]) => {
    const point = itemPoint(model, family, item);
    let sum = 0;
    for (let k = 0; k < abilities.length; k++) sum += weights[k] * family.information(abilities[k], point);
    return sum;
  };
}

function pointAbilities({ abilities }: IrtModel): WeighedAbilities {
  return {
    abilities: Float64Array.from(abilities, ({ ability }) => ability),
    weights: new Float64Array(abilities.length).fill(1),
  };
}

/** Seven Gauss–Hermite nodes over the posterior of each ability. */
function spreadAbilities({ abilities }: IrtModel): WeighedAbilities {
  const { nodes, weights } = productRule([7]);
  return {
    abilities: Float64Array.from(
      abilities.flatMap(({ ability, standardError }) =>
        Array.from(nodes, (node) => ability + standardError * node),
      ),
    ),
    weights: Float64Array.from(abilities.flatMap(() => Array.from(weights))),
  };
}
