import { defineError, didYouMean } from '@goldpan/core';

export const invalidUtilities = defineError(
  'INVALID_UTILITIES',
  'Utilities cannot be weighed against costs: missing, not finite, or not one per item.',
  (problem: string) => ({
    fields: { problem },
    what: `a selection within a budget needs one finite utility per item; ${problem}`,
    advice: 'mend the utilities, or set values to "ranks" to go by the ranking alone',
  }),
);

export const unknownItem = defineError(
  'UNKNOWN_ITEM',
  'An item is included or excluded that the data does not have.',
  (constraint: string, id: string, ids: readonly string[]) => ({
    fields: { constraint, id },
    what: `${constraint} names item ${JSON.stringify(id)}, which the data does not have${ids.length <= 10_000 ? didYouMean(id, ids) : ''}`,
    advice: 'check that the ids come from the same data',
  }),
);

export const nothingFits = defineError(
  'NOTHING_FITS',
  'The budget is smaller than the cost of the cheapest item or document.',
  (budget: string, cheapest: string) => ({
    fields: { budget, cheapest },
    what: `the budget must pay for at least one item; it is ${budget}, and the cheapest item or document costs ${cheapest}`,
    advice: 'raise the budget',
  }),
);

export const nothingWorthIt = defineError(
  'NOTHING_WORTH_IT',
  'With raw utilities no item has a value above 0, so that the best selection is to choose nothing.',
  (highest: number) => ({
    fields: { highest },
    what: `with values "raw" some item must have a utility above 0; the highest is ${highest}`,
    advice: 'use values "rescaled", which counts every item as worth something',
  }),
);

export const clashingConstraints = defineError(
  'CLASHING_CONSTRAINTS',
  'No selection meets all constraints. The text names a smallest set of constraints that cannot be met together.',
  (constraints: readonly string[], facts: readonly string[]) => ({
    fields: { constraints, facts },
    what:
      (constraints.length === 1
        ? `no selection can meet ${constraints[0]}`
        : `no selection can meet ${constraints.slice(0, -1).join(', ')} and ${constraints.at(-1)} together`) +
      (facts.length > 0 ? ` (${facts.join('; ')})` : ''),
    advice: constraints.length === 1 ? 'relax it' : 'relax one of them',
  }),
);

export const noSelectionFound = defineError(
  'NO_SELECTION_FOUND',
  'The search ended with no selection that meets all constraints and no proof that there is none.',
  (constraints: readonly string[]) => ({
    fields: { constraints },
    what: `no selection was found that meets ${constraints.join(', ')}; there may be one`,
    advice: 'pass a solver (in Node: highsSolver of @goldpan/budget/node), or relax a constraint',
  }),
);

export const notAsReference = defineError(
  'NOT_AS_REFERENCE',
  'The variant "reference" is asked to do what the reference cannot.',
  (problem: string) => ({
    fields: { problem },
    what: `variant "reference" ${problem}`,
    advice: 'leave out the variant: the default has no such limit',
  }),
);

export const solverFailed = defineError(
  'SOLVER_FAILED',
  'The solver of integer programs ended with an error.',
  (problem: string) => ({
    fields: { problem },
    what: `the solver must end with a result; it ended with: ${problem}`,
    advice: 'report this together with the data and the constraints',
  }),
);

export const wrongBudgetUnit = defineError(
  'WRONG_BUDGET_UNIT',
  'A budget is given in a unit that the costs are not counted in and cannot be converted to.',
  (text: string, unit: string, costUnit: string | undefined) => ({
    fields: { text, unit, costUnit },
    what:
      `budget ${JSON.stringify(text)} is in ${JSON.stringify(unit)}, but ` +
      (costUnit === undefined
        ? 'there is no cost model'
        : `costs are counted in ${JSON.stringify(costUnit)}`),
    advice:
      costUnit === undefined
        ? 'choose a cost model with --cost, or give a number of items'
        : 'give the budget in that unit, or set the option "unit" of the cost model',
  }),
);
