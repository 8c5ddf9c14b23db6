import { messageOf } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundText, maxPerText } from '../src/constraints/constraint-text.js';
import { columnsOfConstraints, parseGroupBounds, parseMaxPer, type GroupBounds } from '../src/index.js';

describe('a constraint as text', () => {
  test.each<[string, GroupBounds, 'min' | 'max']>([
    ['domain:min=5', { column: 'domain', min: { items: 5 } }, 'min'],
    ['domain=news:max=40%', { column: 'domain', group: 'news', max: { percent: 40 } }, 'max'],
    ['length:bands=4,min=2', { column: 'length', bands: 4, min: { items: 2 } }, 'min'],
  ])('%s is as it is typed', (text, bounds, side) => {
    expect(boundText(bounds, side, bounds[side]!)).toBe(text);
    expect(parseGroupBounds(text)).toEqual(bounds);
  });

  test('is read as what was written, whatever the group is called', () => {
    const amount = fc.oneof(
      fc.nat(99).map((items) => ({ items })),
      fc.nat(100).map((percent) => ({ percent })),
    );
    const group = fc.option(fc.string({ maxLength: 6 }), { nil: undefined });
    fc.assert(
      fc.property(group, amount, fc.constantFrom('min', 'max'), (named, bound, side) => {
        const bounds = { column: 'domain', ...(named !== undefined && { group: named }), [side]: bound };
        expect(parseGroupBounds(boundText(bounds, side, bound))).toEqual(bounds);
      }),
    );
    expect(parseMaxPer(maxPerText({ column: 'doc', items: 3 }).slice('max-per '.length))).toEqual({
      column: 'doc',
      items: 3,
    });
  });
});

describe('the further fields that constraints go by', () => {
  test('are those of bounds, limits and balance, each once, without those that every dataset has', () => {
    const constraints = {
      groups: [{ column: 'register' }, { column: 'domain' }, { column: 'length' }],
      maxPer: [
        { column: 'doc', items: 2 },
        { column: 'author', items: 1 },
      ],
    };
    expect(columnsOfConstraints({ ...constraints, balance: 'register' })).toEqual(['register', 'author']);
    expect(columnsOfConstraints({ ...constraints, balance: 'year' })).toEqual(['register', 'author', 'year']);
    expect(columnsOfConstraints({ balance: 'domain' })).toEqual([]);
    expect(columnsOfConstraints({ balance: 'year' })).toEqual(['year']);
  });

  test('are none where nothing is asked', () => {
    expect(columnsOfConstraints({})).toEqual([]);
    expect(columnsOfConstraints()).toEqual([]);
  });
});

test('advice of a refused constraint is an example that is read', () => {
  const advice = (text: string) => {
    try {
      parseGroupBounds(text);
    } catch (error) {
      return (error as { advice: string }).advice;
    }
    return '';
  };
  for (const text of ['domain', ':min=1', 'domain:5', 'length:bands=3']) {
    expect(advice(text)).toBe(
      'write for example domain:min=5,max=40% or domain=news:min=20% or length:bands=4,min=25%',
    );
  }
  for (const example of advice('domain').replace('write for example ', '').split(' or '))
    expect(messageOf(() => parseGroupBounds(example))).toBe('no error');
});
