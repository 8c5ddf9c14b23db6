import { datasetFromItems, groupItems, type Budget, type Constraints } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { clashError } from '../src/clash-error.js';
import { wholeCosts } from '../src/kernels/whole-costs.js';
import { nameConstraints } from '../src/named-constraints.js';

/** Documents a (2 items), b (3), c (2); domains news (5), talk (1), web (1). */
const dataset = datasetFromItems(
  Array.from({ length: 7 }, (_, i) => ({
    id: `${i}`,
    doc: ['a', 'a', 'b', 'b', 'b', 'c', 'c'][i],
    domain: ['news', 'news', 'news', 'news', 'news', 'talk', 'web'][i],
  })),
);
const costs = Float64Array.of(2.5, 2, 4, 3, 1.5, 1.75, 6);
const material = {
  values: new Float64Array(7).fill(1),
  costs: wholeCosts(costs),
  documentUtility: 'sum',
  documents: groupItems(dataset, { column: 'doc' }, 'keep-documents'),
} as const;

function errorOf(constraints: Constraints, budget?: Budget, sufficient?: number) {
  const named = nameConstraints(dataset, constraints, { budget, unit: 'minutes' });
  return clashError(named, { material, unit: 'minutes', sufficient }).message;
}

describe('the error of a clash', () => {
  test('with a budget alone says what the cheapest item or document costs', () => {
    const nothingFits = (budget: string, cheapest: string) =>
      `the budget must pay for at least one item; it is ${budget}, and the cheapest item or document costs ${cheapest}; raise the budget`;
    expect(errorOf({}, { cost: 1.25 })).toBe(nothingFits('1.25 min', '1.5 min'));
    expect(errorOf({ keepDocuments: true }, { cost: 4 })).toBe(nothingFits('4 min', '4.5 min'));
    expect(errorOf({ keepDocuments: true }, { items: 1 })).toBe(nothingFits('1 items', '2 items'));
  });

  test('with a budget and something else names both, and the budget that would do', () => {
    const constraints = { include: ['2'] };
    expect(errorOf(constraints, { cost: 3 }, 4)).toBe(
      'no selection can meet the budget of 3 min and include together (a budget of 4 min would do); relax one of them',
    );
    expect(errorOf({ include: ['2', '4'] }, { items: 1 }, 2)).toBe(
      'no selection can meet the budget of 1 items and include together (a budget of 2 items would do); relax one of them',
    );
    expect(errorOf(constraints, { cost: 3 })).toBe(
      'no selection can meet the budget of 3 min and include together; relax one of them',
    );
    // Without a budget among the constraints none would help.
    expect(errorOf({ include: ['2'], exclude: ['2'] }, undefined, 4)).toBe(
      'no selection can meet include and exclude together; relax one of them',
    );
  });

  test('says how many items a group has that is asked for more', () => {
    expect(errorOf({ groups: [{ column: 'domain', min: { items: 2 } }] })).toBe(
      'no selection can meet domain:min=2 ("talk" has 1 item; "web" has 1 item); relax it',
    );
    expect(errorOf({ groups: [{ column: 'doc', min: { items: 3 } }] })).toBe(
      'no selection can meet doc:min=3 ("a" has 2 items; "c" has 2 items); relax it',
    );
    expect(errorOf({ groups: [{ column: 'domain', group: 'news', min: { items: 5 } }] })).toBe(
      'no selection can meet domain=news:min=5; relax it',
    );
    // A limit from above is no lack of items, and shares are about what is selected.
    expect(errorOf({ groups: [{ column: 'domain', max: { items: 6 } }] })).toBe(
      'no selection can meet domain:max=6; relax it',
    );
    expect(errorOf({ groups: [{ column: 'domain', group: 'web', min: { percent: 90 } }] })).toMatch(
      /^no selection can meet domain=web:min=90 ?%; relax it$/,
    );
  });

  test('tells of no more than five such groups', () => {
    const many = datasetFromItems(Array.from({ length: 8 }, (_, i) => ({ id: `${i}`, domain: `d${i}` })));
    const named = nameConstraints(
      many,
      { groups: [{ column: 'domain', min: { items: 2 } }] },
      { unit: 'items' },
    );
    expect(clashError(named, { material, unit: 'items' }).message).toBe(
      'no selection can meet domain:min=2 ("d0" has 1 item; "d1" has 1 item; "d2" has 1 item; "d3" has 1 item; "d4" has 1 item); relax it',
    );
  });

  test('says where the least shares of a column are more than everything', () => {
    const shares = (column: 'domain' | 'doc', percent: number, group?: string) => ({
      column,
      ...(group !== undefined && { group }),
      min: { percent },
    });
    const sum = (text: string) => `the least shares by ${text} %; let them add up to 100 %`;
    expect(errorOf({ groups: [shares('domain', 40)] })).toContain(`(${sum('domain add up to 120')})`);
    expect(errorOf({ groups: [shares('domain', 60, 'news'), shares('domain', 40.55, 'web')] })).toContain(
      `(${sum('domain add up to 100.5')})`,
    );
    expect(errorOf({ groups: [shares('domain', 60, 'news'), shares('domain', 40, 'web')] })).not.toContain(
      'add up',
    );
    // Shares of two columns are no sum, and a greatest share asks for nothing.
    expect(errorOf({ groups: [shares('domain', 60, 'news'), shares('doc', 60, 'a')] })).not.toContain(
      'add up',
    );
    expect(errorOf({ groups: [{ column: 'domain', max: { percent: 60 } }] })).not.toContain('add up');
    expect(errorOf({ groups: [shares('domain', 50), shares('doc', 50)] })).toContain(
      `(${sum('domain add up to 150')}; ${sum('doc add up to 150')})`,
    );
  });
});
