import type { Rng } from '@goldpan/core';
import { familyOf } from './families/family-of.js';
import type { IrtItem, IrtModel } from './irt-model.js';
import { itemPoint } from './item-point.js';

/**
 * Draws scores from a model: what its systems could have scored on its items. For studies of the method, and to see what a
 * fitted model takes for granted.
 *
 * @returns N×S row-major in the model's coding: 0 and 1, numbers around the curve (not cut at 0 and 1), or indices of levels
 * @remarks O(N·S); graded scores O(N·S·levels).
 */
export function simulateScores(model: IrtModel, rng: Rng): Float64Array {
  const systems = model.abilities.length;
  const scores = new Float64Array(model.items.length * systems);
  const draw = drawer(model, rng);
  model.items.forEach((item, i) => {
    const drawFor = draw(item);
    model.abilities.forEach(({ ability }, s) => (scores[i * systems + s] = drawFor(ability)));
  });
  return scores;
}

function drawer(model: IrtModel, rng: Rng): (item: IrtItem) => (ability: number) => number {
  const family = familyOf(model);
  return (item) => {
    const point = itemPoint(model, family, item);
    if (item.thresholds) {
      // A level is passed where a logistic variable falls below the ability.
      return (ability) => {
        const latent = ability + Math.log(1 / (1 - rng.next()) - 1) / item.discrimination;
        return item.thresholds!.filter((threshold) => latent >= threshold).length;
      };
    }
    if (!model.noise) return (ability) => (rng.next() < family.curve(ability, point) ? 1 : 0);
    const { form, deviation } = model.noise;
    return (ability) => {
      const mean = family.curve(ability, point);
      const scale = form === 'constant' ? 1 : Math.sqrt(mean * (1 - mean) + 0.01) / item.discrimination;
      return mean + deviation * scale * standardNormal(rng);
    };
  };
}

/** Box and Muller's transform. */
function standardNormal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
}
