import type { Plugin } from '@goldpan/core';
import { irt } from './irt-selector.js';

export {
  describeIrt,
  type DescribedAbility,
  type DescribedItem,
  type IrtDescription,
} from './describe-irt.js';
export { errorCatalogue } from './errors.js';
export { fitIrt, type IrtOptions } from './fit-irt.js';
export { irtCurves, type CurvesOptions, type IrtCurves } from './irt-curves.js';
export {
  IRT_MODELS,
  IRT_NOISES,
  irtModelText,
  parseIrtModel,
  type IrtItem,
  type IrtModel,
  type IrtModelName,
  type ScoreCoding,
} from './irt-model.js';
export { irt };
export { itemParametersJson } from './item-parameters-json.js';
export { IRT_UTILITIES, itemUtilities, type IrtUtility } from './item-utilities.js';
export { pyIrtJsonl } from './py-irt-jsonl.js';
export { chooseCoding, decodeScore, encodeScore, type CodingOptions } from './score-coding.js';
export { simulateScores } from './simulate-scores.js';

const plugin: Plugin = { name: '@goldpan/selector-irt', selectors: [irt] };

export default plugin;
