import {
  defineSelector,
  fileOption,
  metricOption,
  resolveMetric,
  z,
  type Dataset,
  type Json,
} from '@goldpan/core';
import { unknownItems } from './errors.js';
import { fitIrt } from './fit-irt.js';
import { IRT_MODELS, IRT_NOISES, parseIrtModel, type IrtModel } from './irt-model.js';
import { IRT_UTILITIES, itemUtilities } from './item-utilities.js';

const options = z.object({
  metric: metricOption().optional().describe('score column to fit; default: the only automatic metric'),
  utility: z.enum(IRT_UTILITIES).default('difficulty-discrimination').describe('what items are ranked by'),
  model: z
    .union([z.enum(IRT_MODELS), fileOption()])
    .optional()
    .describe('model to fit, or a fitted model; default: 2pl for scores of 0 and 1, else continuous-2pl'),
  binarise: z
    .union([z.enum(['median', 'mean']), z.number()])
    .optional()
    .describe('make scores binary for 1pl to 4pl: 1 at or above this'),
  range: z
    .array(z.number())
    .length(2)
    .optional()
    .describe(
      'lowest and highest possible score, for continuous models; default: those of the data, or 0 and 1',
    ),
  noise: z.enum(IRT_NOISES).optional().describe('noise of continuous models; default: constant'),
  variant: z
    .enum(['goldpan', 'reference'])
    .default('goldpan')
    .describe(
      'reference: utilities difficulty and discrimination with the opposite sign, as subset2evaluate has them',
    ),
});

/**
 * Picks items by item response theory: utility = difficulty × discrimination, information about ability, or another property
 * of the item's fitted curve (`itemUtilities`).
 *
 * Scores: N×S, higher is better; missing scores are left out of the likelihood. The fitted model is in the details
 * (`{ utility, model }`). A fitted model given as option `model` is used as it is; its items are found by id. Ties keep
 * input order. Deterministic. For the cost see `fitIrt`.
 *
 * @remarks The family of `pyirt_*` in Zouhar, Cui and Sachan (TACL 2025), fitted by another method. The reference ranks
 * difficulty and discrimination by −b and −a, the easiest and the least discriminating items first; here it is b and a, unless
 * `variant=reference`.
 */
export const irt = defineSelector({
  name: 'irt',
  summary: 'Items that tell most about the systems by item response theory.',
  needs: ['scores'],
  traits: { itemwise: false, deterministic: true, nested: true },
  options,
  select(dataset, { utility, variant, model: given, metric, range, ...fit }) {
    const model =
      typeof given === 'object'
        ? parseIrtModel(given)
        : fitIrt(dataset, {
            ...fit,
            model: given,
            range: range as [number, number] | undefined,
            metric: resolveMetric(dataset, metric),
          });
    const ofModel = itemUtilities(model, utility);
    const utilities = typeof given === 'object' ? byId(dataset, model, ofModel) : ofModel;
    const turned = variant === 'reference' && (utility === 'difficulty' || utility === 'discrimination');
    return {
      utilities: turned ? utilities.map((value) => -value) : utilities,
      details: { utility, model: model as unknown as Json },
    };
  },
});

/** Utilities in the order of the data. */
function byId(dataset: Dataset, model: IrtModel, utilities: Float64Array): Float64Array {
  const positions = new Map(model.items.map(({ id }, item) => [id, item]));
  const missing = dataset.ids.filter((id) => !positions.has(id));
  if (missing.length > 0) throw unknownItems(missing, dataset.size);
  return Float64Array.from(dataset.ids, (id) => utilities[positions.get(id)!]);
}
