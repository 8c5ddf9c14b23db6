export { chosenItems, itemsToJudge } from './chosen-items.js';
export { readConstraints, type ConstraintOptions } from './constraint-options.js';
export { contestantOf, contestantsOf, shortOptions } from './contestants.js';
export { curvesCsv } from './curves-csv.js';
export { DEMO, demoFacts, type Comparison, type DemoFacts, type PickedItem } from './demo-facts.js';
export { describePlugin, type PluginDescription } from './describe-plugin.js';
export { errorCatalogue } from './error-catalogue.js';
export { invalidHoldout, noTarget, notASubset, unreliableModel } from './errors.js';
export { finiteOrNull } from './finite-or-null.js';
export { readCosts, type CostOptions } from './item-costs.js';
export {
  applyMissingPolicy,
  dataInfo,
  loadItems,
  type LoadOptions,
  type MissingPolicy,
} from './load-items.js';
export { loadFormats, loadRegistry } from './load-plugins.js';
export { makeSelection } from './make-selection.js';
export { nearDuplicates } from './near-duplicates.js';
export { pastUtilities, TARGET_VARIANCE, type PastUtilities } from './past-utilities.js';
export { planSentence } from './plan-sentence.js';
export { presentMeans } from './present-means.js';
export { entries, explanations, selectResult, type FoundSelection } from './selection-result.js';
export { selectorOptions, typedOptions } from './selector-options.js';
export { parseShares, parseSizes } from './sizes.js';
export { streamSelection } from './stream-selection.js';
export type { PluginName, Surroundings } from './surroundings.js';
export { humanAgreement } from './warnings/human-agreement.js';
export { oddOutputs } from './warnings/odd-outputs.js';
export { orderMatters } from './warnings/order-matters.js';
export { outlyingScores } from './warnings/outlying-scores.js';
export { repeatedSources } from './warnings/repeated-sources.js';
export { weakMetrics } from './warnings/weak-metrics.js';
