import type { Plugin } from '@goldpan/core';
import { field } from './models/field.js';
import { fitted } from './models/fitted.js';
import { judgements } from './models/judgements.js';
import { length } from './models/length.js';
import { uniform } from './models/uniform.js';

export { costsFromTimes, type TimedCosts } from './costs-from-times.js';
export { errorCatalogue } from './error-catalogue.js';
export { fitCost, type FitCostOptions, type FittedCosts, type FittedItem } from './fit-cost.js';
export type { CostFit } from './models/fitted.js';
export { textLength, type LengthCount } from './text-length.js';
export { field, fitted, judgements, length, uniform };

const plugin: Plugin = { name: '@goldpan/costs', costModels: [uniform, field, length, fitted, judgements] };

export default plugin;
