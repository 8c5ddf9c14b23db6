import { describe, expect, test } from 'vitest';
import * as errors from '../src/errors.js';

describe('the texts of errors', () => {
  test('say what is wrong and what to do', () => {
    const texts = [
      errors.invalidUtilities('item "4" has NaN'),
      errors.unknownItem('exclude', 'itm 14', ['item 13', 'item 14']),
      errors.nothingFits('3 min', '41.5 min'),
      errors.nothingWorthIt(-2.5),
      errors.noSelectionFound(['doc:max=2', 'balance domain']),
      errors.notAsReference('needs a budget in cost and no constraints'),
      errors.solverFailed('out of memory'),
    ].map(({ message }) => message);
    expect(texts).toEqual([
      'a selection within a budget needs one finite utility per item; item "4" has NaN; ' +
        'mend the utilities, or set values to "ranks" to go by the ranking alone',
      'exclude names item "itm 14", which the data does not have (did you mean "item 14"?); check that the ids come from the same data',
      'the budget must pay for at least one item; it is 3 min, and the cheapest item or document costs 41.5 min; raise the budget',
      'with values "raw" some item must have a utility above 0; the highest is -2.5; ' +
        'use values "rescaled", which counts every item as worth something',
      'no selection was found that meets doc:max=2, balance domain; there may be one; ' +
        'pass a solver (in Node: highsSolver of @goldpan/budget/node), or relax a constraint',
      'variant "reference" needs a budget in cost and no constraints; leave out the variant: the default has no such limit',
      'the solver must end with a result; it ended with: out of memory; report this together with the data and the constraints',
    ]);
  });

  test('name an item that is like the unknown one, but not among more than 10,000', () => {
    const ids = Array.from({ length: 10_000 }, (_, item) => `item ${item}`);
    expect(errors.unknownItem('include', 'itm 7', ids).message).toMatch(/did you mean "item 7"/);
    expect(errors.unknownItem('include', 'itm 7', [...ids, 'one more']).message).not.toMatch(/did you mean/);
  });

  test('join clashing constraints, and tell facts where there are any', () => {
    const text = (constraints: string[], facts: string[]) =>
      errors.clashingConstraints(constraints, facts).message;
    expect(text(['balance domain'], [])).toBe('no selection can meet balance domain; relax it');
    expect(text(['a', 'b'], ['one fact'])).toBe(
      'no selection can meet a and b together (one fact); relax one of them',
    );
    expect(text(['a', 'b', 'c'], ['one', 'two'])).toBe(
      'no selection can meet a, b and c together (one; two); relax one of them',
    );
  });

  test('say which unit a budget must have', () => {
    expect(errors.wrongBudgetUnit('20 EUR', 'EUR', 'seconds').message).toBe(
      'budget "20 EUR" is in "EUR", but costs are counted in "seconds"; ' +
        'give the budget in that unit, or set the option "unit" of the cost model',
    );
    expect(errors.wrongBudgetUnit('20 EUR', 'EUR', undefined).message).toBe(
      'budget "20 EUR" is in "EUR", but there is no cost model; ' +
        'choose a cost model with --cost, or give a number of items',
    );
  });

  test('carry what they are about as fields', () => {
    expect(errors.invalidUtilities('p').fields).toEqual({ problem: 'p' });
    expect(errors.unknownItem('include', '9', ['1']).fields).toEqual({ constraint: 'include', id: '9' });
    expect(errors.nothingFits('3 min', '4 min').fields).toEqual({ budget: '3 min', cheapest: '4 min' });
    expect(errors.nothingWorthIt(-1).fields).toEqual({ highest: -1 });
    expect(errors.clashingConstraints(['a'], ['f']).fields).toEqual({ constraints: ['a'], facts: ['f'] });
    expect(errors.noSelectionFound(['a']).fields).toEqual({ constraints: ['a'] });
    expect(errors.notAsReference('p').fields).toEqual({ problem: 'p' });
    expect(errors.solverFailed('p').fields).toEqual({ problem: 'p' });
    expect(errors.wrongBudgetUnit('2 h', 'h', 'words').fields).toEqual({
      text: '2 h',
      unit: 'h',
      costUnit: 'words',
    });
  });
});
