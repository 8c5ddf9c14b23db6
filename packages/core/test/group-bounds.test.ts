import { messageOf } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundsOn,
  brokenBounds,
  datasetFromItems,
  groupBounds,
  itemsOfBound,
  itemsOfShare,
  parseGroupBounds,
  type Constraints,
} from '../src/index.js';

/** Seven items: four news, two chat, one talk; documents of three, two, one and one. */
const dataset = datasetFromItems(
  ['news', 'chat', 'news', 'talk', 'news', 'chat', 'news'].map((domain, i) => ({
    domain,
    doc: ['p', 'q', 'p', 'r', 's', 'q', 'p'][i],
    src: 'x'.repeat(i),
  })),
);
const bounds = (constraints: Constraints) => groupBounds(dataset, constraints);
const of = (...texts: string[]) => bounds({ groups: texts.map(parseGroupBounds) });
const broken = (constraints: Constraints, ...chosen: number[]) =>
  brokenBounds(bounds(constraints), Uint32Array.from(chosen));

describe('bounds on groups of data', () => {
  test('are about every group, or the one that is named, on each side that has an amount', () => {
    expect(of('domain:min=1,max=50%', 'domain=chat:max=1')).toMatchObject([
      { name: 'domain:min=1', members: [0, 1, 2], side: 'min', amount: { items: 1 } },
      { name: 'domain:max=50%', members: [0, 1, 2], side: 'max', amount: { percent: 50 } },
      { name: 'domain=chat:max=1', members: [1], side: 'max', amount: { items: 1 } },
    ]);
  });

  test('come before limits per group, which are bounds on every group from above', () => {
    const found = bounds({
      maxPer: [{ column: 'doc', items: 2 }],
      groups: [{ column: 'domain', min: { items: 0 } }],
    });
    expect(found.map(({ name }) => name)).toEqual(['domain:min=0', 'max-per doc=2']);
    expect(found[1]).toMatchObject({ members: [0, 1, 2, 3], side: 'max', amount: { items: 2 } });
    expect(found[1].groups.labels).toEqual(['p', 'q', 'r', 's']);
  });

  test('share the groups of a column, other bands are other groups', () => {
    const [first, second, third] = [
      ...of('domain:min=1', 'domain=news:max=3'),
      ...bounds({ maxPer: [{ column: 'domain', items: 2 }] }),
    ];
    expect(second.groups).toBe(first.groups);
    expect(third.groups).toEqual(first.groups);
    const both = bounds({
      groups: [{ column: 'doc', min: { items: 0 } }],
      maxPer: [{ column: 'doc', items: 2 }],
    });
    expect(both[1].groups).toBe(both[0].groups);
    const bands = of('length:bands=2,max=3', 'length:bands=3,max=3', 'length:max=3');
    expect(bands.map(({ members }) => members.length)).toEqual([2, 3, 3]);
  });

  test('are none where nothing is asked', () => expect(bounds({ keepDocuments: true })).toEqual([]));

  test.each<[string, Constraints]>([
    [
      'MISSING_GROUP: constraint "register:…" needs a register for every item; the data has none',
      { groups: [{ column: 'register', min: { items: 1 } }] },
    ],
    [
      'MISSING_GROUP: constraint "max-per register=1" needs a register for every item; the data has none',
      { maxPer: [{ column: 'register', items: 1 }] },
    ],
    [
      'UNKNOWN_GROUP: constraint "domain=nws:min=1" names a group that no item has: "nws" (did you mean "news"?)',
      { groups: [{ column: 'domain', group: 'nws', min: { items: 1 } }] },
    ],
    [
      'INVALID_CONSTRAINT: constraint "max-per doc=0" must have a whole number of items from 1 on',
      { maxPer: [{ column: 'doc', items: 0 }] },
    ],
    [
      'INVALID_CONSTRAINT: constraint "domain:min=-1" must have a whole number of items from 0 on',
      { groups: [{ column: 'domain', min: { items: -1 } }] },
    ],
    [
      'INVALID_CONSTRAINT: constraint "domain:max=1.5" must have a whole number of items from 0 on',
      { groups: [{ column: 'domain', max: { items: 1.5 } }] },
    ],
    ...[-1, 100.5, NaN].map((percent): [string, Constraints] => [
      `INVALID_CONSTRAINT: constraint "domain:max=${percent}%" must have a share from 0% to 100%`,
      { groups: [{ column: 'domain', max: { percent } }] },
    ]),
  ])('%s', (message, constraints) => expect(messageOf(() => bounds(constraints))).toBe(message));

  test('say what to mend', () => {
    expect(() => of('domain:min=1').concat(bounds({ maxPer: [{ column: 'doc', items: 0 }] }))).toThrow(
      'from 1 on; mend the number',
    );
    expect(() => bounds({ groups: [{ column: 'doc', min: { percent: 101 } }] })).toThrow(
      'from 0% to 100%; mend the share',
    );
  });

  test('may have any share from 0 to 100 % and any whole number', () => {
    for (const amount of [{ percent: 0 }, { percent: 100 }, { items: 0 }, { items: 7 }])
      expect(bounds({ groups: [{ column: 'doc', max: amount }] })).toHaveLength(1);
    expect(bounds({ maxPer: [{ column: 'doc', items: 1 }] })).toHaveLength(1);
  });
});

test('bounds on known groups are those of the data, with nothing to look for where no side has an amount', () => {
  const [{ groups }] = of('domain:min=1');
  expect(boundsOn(groups, parseGroupBounds('domain=talk:min=1,max=2'))).toMatchObject([
    { members: [2], side: 'min' },
    { members: [2], side: 'max' },
  ]);
  expect(boundsOn(groups, { column: 'domain', group: 'nws' })).toEqual([]);
});

test('a share of the chosen items is rounded to what keeps it: a minimum up, a maximum down', () => {
  expect(itemsOfBound({ side: 'min', amount: { items: 3 } }, 50)).toBe(3);
  expect(itemsOfBound({ side: 'min', amount: { percent: 25 } }, 50)).toBe(13);
  expect(itemsOfBound({ side: 'max', amount: { percent: 25 } }, 50)).toBe(12);
  expect(itemsOfBound({ side: 'max', amount: { percent: 29 } }, 100)).toBe(29);
});

describe('bounds that chosen items break', () => {
  test('are named as they are typed; those they keep are not', () => {
    expect(broken({ groups: [parseGroupBounds('domain:min=1')] }, 0, 1, 3)).toEqual([]);
    expect(broken({ groups: [parseGroupBounds('domain:min=1')] }, 0, 1, 2)).toEqual(['domain:min=1']);
    expect(broken({ groups: [parseGroupBounds('domain=news:min=1')] }, 1, 3, 0)).toEqual([]);
    expect(broken({ groups: [parseGroupBounds('domain=news:max=1')] }, 0, 2)).toEqual(['domain=news:max=1']);
    expect(broken({ groups: [parseGroupBounds('domain=chat:max=1')] }, 0, 2)).toEqual([]);
    expect(broken({ maxPer: [{ column: 'doc', items: 2 }] }, 0, 2, 6)).toEqual(['max-per doc=2']);
    expect(broken({ maxPer: [{ column: 'doc', items: 2 }] }, 0, 2, 1, 5)).toEqual([]);
  });

  test('are those of a slow count', () => {
    const chosen = fc.uniqueArray(fc.nat(6));
    const amount = fc.oneof(
      fc.nat(4).map((items) => ({ items })),
      fc.nat(100).map((percent) => ({ percent })),
    );
    fc.assert(
      fc.property(chosen, amount, amount, (items, min, max) => {
        const counts = ['news', 'chat', 'talk'].map(
          (domain) => items.filter((item) => dataset.domains![item] === domain).length,
        );
        const least =
          'items' in min
            ? min.items
            : itemsOfShare(items.length, min.percent, { whole: 100, rounding: 'up' });
        const most = 'items' in max ? max.items : itemsOfShare(items.length, max.percent, { whole: 100 });
        const expected = [counts.some((count) => count < least), counts.some((count) => count > most)];
        const found = bounds({ groups: [{ column: 'domain', min, max }] });
        const names = brokenBounds(found, Uint32Array.from(items));
        expect(found.map(({ name }) => names.includes(name))).toEqual(expected);
      }),
    );
  });
});
