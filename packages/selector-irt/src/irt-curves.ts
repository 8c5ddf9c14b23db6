import { familyOf } from './families/family-of.js';
import { unknownItems } from './errors.js';
import type { IrtModel } from './irt-model.js';
import { itemPoint } from './item-point.js';
import { decodeScore } from './score-coding.js';

/** Which curves to sample. */
export interface CurvesOptions {
  /** Ids of the items; default none, the curves of the whole test only. */
  readonly items?: readonly string[];
  /** Lowest and highest ability. Default: half a unit beyond the systems, at least −3 to 3. */
  readonly from?: number;
  readonly to?: number;
  /** Number of abilities, at least 2; default 121. */
  readonly points?: number;
}

/** Curves sampled at the same abilities. */
export interface IrtCurves {
  readonly abilities: readonly number[];
  readonly items: readonly {
    readonly id: string;
    /** Expected score on the scale of the scores (of a binary coding, the chance of a 1). */
    readonly expected: readonly number[];
    /** Information of one score about ability. */
    readonly information: readonly number[];
  }[];
  readonly test: {
    /** Sum over all items. */
    readonly information: readonly number[];
    /** Of an ability measured by all items: 1/√(1 + information), the prior counted. */
    readonly standardError: readonly number[];
  };
}

/**
 * Samples the curves of items and of the whole test, for plots.
 *
 * @throws IRT_UNKNOWN_ITEMS
 * @remarks O(N · points).
 */
export function irtCurves(model: IrtModel, options: CurvesOptions = {}): IrtCurves {
  const abilities = sampledAbilities(model, options);
  const family = familyOf(model);
  const wanted = new Set(options.items ?? []);
  const missing = [...wanted].filter((id) => !model.items.some((item) => item.id === id));
  if (missing.length > 0) throw unknownItems(missing, wanted.size);
  const information = new Array<number>(abilities.length).fill(0);
  const items: IrtCurves['items'][number][] = [];
  for (const item of model.items) {
    const point = itemPoint(model, family, item);
    const own = abilities.map((ability) => family.information(ability, point));
    own.forEach((value, k) => (information[k] += value));
    if (!wanted.has(item.id)) continue;
    const expected = abilities.map((ability) => decodeScore(model.coding, family.curve(ability, point)));
    items.push({ id: item.id, expected, information: own });
  }
  const standardError = information.map((value) => 1 / Math.sqrt(1 + value));
  return { abilities, items, test: { information, standardError } };
}

function sampledAbilities(model: IrtModel, { from, to, points = 121 }: CurvesOptions): number[] {
  const abilities = model.abilities.map(({ ability }) => ability);
  const low = from ?? Math.min(-3, ...abilities.map((ability) => ability - 0.5));
  const high = to ?? Math.max(3, ...abilities.map((ability) => ability + 0.5));
  return Array.from({ length: points }, (_, k) => low + ((high - low) * k) / (points - 1));
}
