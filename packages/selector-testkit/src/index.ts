export type { Check } from './check.js';
export { costModelChecks } from './cost-model-checks.js';
export { errorCatalogue } from './error-catalogue.js';
export { estimatorChecks } from './estimator-checks.js';
export { measureChecks } from './measure-checks.js';
export { sampleItems, type DataShape } from './sample-items.js';
export { selectorChecks } from './selector-checks.js';
export type { Setup } from './setup.js';
