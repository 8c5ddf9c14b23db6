import type { Plugin } from '@goldpan/core';
import { field } from './costs/field.js';
import { fitted } from './costs/fitted.js';
import { length } from './costs/length.js';
import { uniform } from './costs/uniform.js';

export { chooseSetWithin, type ChooseSetOptions } from './choose-set-within.js';
export { chooseWithin, type BudgetSelection, type ChooseOptions } from './choose-within.js';
export { constraintSupport, requireConstraintSupport, type ConstraintSupport } from './constraint-support.js';
export type { Amount, Constraints, GroupBounds, GroupColumn, MaxPer } from './constraints.js';
export type { CostFit } from './costs/fitted.js';
export { describeExplanation, describeQuality } from './describe-selection.js';
export { errorCatalogue } from './error-catalogue.js';
export type { Explanation } from './explain-selection.js';
export { fitCost, type FitCostOptions, type FittedCosts, type FittedItem } from './fit-cost.js';
export { formatAmount, formatSpending } from './format-spending.js';
export { itemsNamed } from './items-named.js';
export type { Rated, ValueScale } from './item-values.js';
export { parseGroupBounds, parseGroupColumn, parseMaxPer } from './parse-constraints.js';
export type { Problem, Row } from './problem.js';
export { readBudget } from './read-budget.js';
export type { Solver, SolverResult } from './solver.js';
export type { ChosenItem, Spending } from './spending.js';
export { textLength, type LengthCount } from './text-length.js';
export { field, fitted, length, uniform };

const plugin: Plugin = { name: '@goldpan/budget', costModels: [uniform, field, length, fitted] };

export default plugin;
