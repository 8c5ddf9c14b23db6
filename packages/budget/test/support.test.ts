import { defineSelector, z } from '@goldpan/core';
import { expect, test } from 'vitest';
import { constraintSupport, requireConstraintSupport, type Constraints } from '../src/index.js';

const selector = (needs: ('budget' | 'scores')[], nested: boolean) =>
  defineSelector({
    name: 'some-selector',
    summary: 'For tests.',
    needs,
    traits: { nested },
    options: z.object({}),
    select: () => ({ chosen: [0] }),
  });
const all: Constraints = {
  keepDocuments: true,
  groups: [
    { column: 'domain', min: { items: 1 } },
    { column: 'domain', group: 'news', max: { percent: 5 } },
  ],
  balance: 'domain',
  maxPer: [{ column: 'doc', items: 2 }],
  include: ['a'],
  exclude: ['b'],
};

test('a selector with utilities or a ranking keeps every constraint', () => {
  for (const some of [selector(['scores'], true), selector(['scores'], false), selector(['budget'], true)]) {
    expect(constraintSupport(some, all)).toEqual({ by: 'choose', kept: [], refused: [] });
    expect(requireConstraintSupport(some, all).by).toBe('choose');
  }
});

test('a selector that chooses a whole set keeps what items in and out can do, and refuses the rest by name', () => {
  const set = selector(['budget'], false);
  expect(constraintSupport(set, { include: [], exclude: ['b'] })).toEqual({
    by: 'set',
    kept: ['exclude'],
    refused: [],
  });
  expect(constraintSupport(set, all)).toEqual({
    by: 'set',
    kept: ['include', 'exclude'],
    refused: ['keep-documents', 'group domain', 'group domain=news', 'balance domain', 'max-per doc=2'],
  });
  expect(() => requireConstraintSupport(set, all)).toThrow(
    'selector "some-selector" chooses a whole set by itself and cannot keep keep-documents, group domain, group domain=news, balance domain, max-per doc=2',
  );
});
