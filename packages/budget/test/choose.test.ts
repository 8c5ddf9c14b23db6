import { datasetFromItems, type Dataset, type ItemCosts } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { chooseWithin, describeQuality, type ChooseOptions } from '../src/index.js';
import { inlineHighs } from './small-tasks.js';

/** Items called by their index. */
function items(size: number, fields: (item: number) => object = () => ({})): Dataset {
  return datasetFromItems(Array.from({ length: size }, (_, item) => ({ id: String(item), ...fields(item) })));
}

function costs(...values: number[]): ItemCosts {
  return { values: Float64Array.from(values), unit: 'minutes' };
}

async function choose(dataset: Dataset, utilities: number[], options: ChooseOptions) {
  return chooseWithin(
    dataset,
    { utilities: Float64Array.from(utilities) },
    { solver: inlineHighs, ...options },
  );
}

async function chosen(dataset: Dataset, utilities: number[], options: ChooseOptions) {
  return [...(await choose(dataset, utilities, options)).chosen];
}

describe('where Goldpan departs from the reference', () => {
  const reference = { variant: 'reference' } as const;

  test('equal utilities: as many items as the budget pays for; the reference divides by zero', async () => {
    const options = { budget: { cost: 6 }, costs: costs(3, 1, 2, 4, 2.5) };
    expect(await chosen(items(5), [7, 7, 7, 7, 7], options)).toEqual([1, 2, 4]);
    await expect(choose(items(5), [7, 7, 7, 7, 7], { ...options, ...reference })).rejects.toMatchObject({
      code: 'NOT_AS_REFERENCE',
    });
  });

  test('a budget met exactly: nothing is lost; the reference loses an item', async () => {
    const options = { budget: { cost: 10 }, costs: costs(...new Array<number>(12).fill(1)) };
    const utilities = [3, 9, 1, 7, 5, 8, 2, 6, 4, 11, 10, 12];
    expect(await chosen(items(12), utilities, options)).toHaveLength(10);
    expect(await chosen(items(12), utilities, { ...options, ...reference })).toHaveLength(9);
  });

  test('the first item is too dear: cheaper ones are taken, where going by utility would stop at once', async () => {
    const options = { budget: { cost: 5 }, costs: costs(9, 2, 3, 4) };
    expect(await chosen(items(4), [10, 4, 3, 1], options)).toEqual([1, 2]);
  });

  test('the reference takes neither constraints nor a budget in items', async () => {
    const plain = { costs: costs(1, 1, 1), ...reference };
    for (const options of [
      { budget: { items: 2 } },
      { budget: { cost: 2 }, constraints: { exclude: ['0'] } },
    ]) {
      await expect(choose(items(3), [1, 2, 3], { ...plain, ...options })).rejects.toMatchObject({
        code: 'NOT_AS_REFERENCE',
      });
    }
  });
});

describe('budgets', () => {
  test('in items take the best ones, best first, ties in input order', async () => {
    expect(await chosen(items(6), [1, 5, 3, 5, 2, 4], { budget: { items: 4 } })).toEqual([1, 3, 5, 2]);
  });

  test('are met to the last cent, though 0.1 + 0.2 is more than 0.3', async () => {
    const options = { budget: { cost: 0.3 }, costs: costs(0.1, 0.2, 0.3) };
    const { spending, items: list } = await choose(items(3), [2, 2, 1], options);
    expect(spending).toEqual({ total: 0.3, unit: 'minutes', items: 2, budget: 0.3 });
    expect(list.map(({ id, cost, runningTotal }) => [id, cost, runningTotal])).toEqual([
      ['0', 0.1, 0.1],
      ['1', 0.2, 0.3],
    ]);
  });

  test('of everything buy everything, whatever the rounding of its sum', async () => {
    const values = Array.from({ length: 1000 }, (_, item) => Math.sqrt(2 + item) / 7);
    const total = values.reduce((sum, cost) => sum + cost, 0);
    const reversed = values.reduceRight((sum, cost) => sum + cost, 0);
    for (const cost of [total, reversed]) {
      const { chosen: all, spending } = await choose(items(1000), values, {
        budget: { cost },
        costs: costs(...values),
      });
      expect(all).toHaveLength(1000);
      expect(spending.total).toBeLessThanOrEqual(cost);
    }
  });

  test('of cost and of items hold together', async () => {
    const options = { budget: { cost: 10, items: 2 }, costs: costs(6, 5, 4, 3, 1) };
    expect(await chosen(items(5), [10, 9, 8, 3, 1], options)).toEqual([0, 2]);
  });

  test('that buy nothing are refused with the cheapest item', async () => {
    await expect(
      choose(items(2), [1, 2], { budget: { cost: 3 }, costs: costs(5, 4.5) }),
    ).rejects.toMatchObject({
      code: 'NOTHING_FITS',
      message:
        'the budget must pay for at least one item; it is 3 min, and the cheapest item or document costs 4.5 min; raise the budget',
    });
  });

  test('in cost need costs, and costs must be above 0', async () => {
    await expect(choose(items(2), [1, 2], { budget: { cost: 3 } })).rejects.toMatchObject({
      code: 'INVALID_BUDGET',
    });
    for (const bad of [0, -1, NaN, Infinity]) {
      await expect(choose(items(2), [1, 2], { costs: costs(1, bad) })).rejects.toMatchObject({
        code: 'INVALID_COSTS',
        message: expect.stringContaining('item "1"'),
      });
    }
  });
});

describe('values', () => {
  test('are ranks where there is only a ranking', async () => {
    const { chosen: byRank } = await chooseWithin(
      items(4),
      { ranking: [2, 0, 3, 1] },
      { budget: { items: 2 } },
    );
    expect([...byRank]).toEqual([2, 0]);
  });

  test('as ranks do not let one utility far above the others make these worthless', async () => {
    const options = { budget: { cost: 6 }, costs: costs(3, 3, 2, 2, 2) };
    const utilities = [1000, 5, 3, 2, 1];
    expect(await chosen(items(5), utilities, options)).toEqual([0, 1]);
    const { explain } = await choose(items(5), utilities, { ...options, values: 'ranks' });
    expect([explain(1).value, explain(4).value]).toEqual([0.475, 0.1]);
  });

  test('raw: items of no value stay out, unless a constraint needs them', async () => {
    const dataset = items(4, (item) => ({ domain: item < 2 ? 'news' : 'speech' }));
    const raw = { values: 'raw', budget: { items: 3 } } as const;
    expect(await chosen(dataset, [2, -1, -3, -2], raw)).toEqual([0]);
    const groups = [{ column: 'domain', group: 'speech', min: { items: 1 } }] as const;
    expect(await chosen(dataset, [2, -1, -3, -2], { ...raw, constraints: { groups } })).toEqual([0, 3]);
    await expect(choose(dataset, [-2, -1, -3, -2], raw)).rejects.toMatchObject({ code: 'NOTHING_WORTH_IT' });
  });

  test('must be one finite number per item', async () => {
    for (const utilities of [[1, Infinity], [1, NaN], [1]]) {
      await expect(choose(items(2), utilities, {})).rejects.toMatchObject({ code: 'INVALID_UTILITIES' });
    }
    await expect(chooseWithin(items(2), {})).rejects.toMatchObject({ code: 'INVALID_UTILITIES' });
    await expect(chooseWithin(items(2), { ranking: [0] })).rejects.toMatchObject({
      code: 'INVALID_UTILITIES',
    });
    await expect(chooseWithin(items(2), { ranking: [0, 1] }, { values: 'raw' })).rejects.toMatchObject({
      code: 'INVALID_UTILITIES',
    });
  });
});

describe('constraints', () => {
  const documents = items(7, (item) => ({ doc: ['a', 'b', 'a', 'c', 'c', 'c'][item] }));

  test('keep documents whole, items of a document together and in order', async () => {
    const constraints = { keepDocuments: true };
    const utilities = [9, 6, 1, 4, 3, 2, 8];
    // Item 6 has no document: it is one of its own.
    expect(await chosen(documents, utilities, { budget: { items: 4 }, constraints })).toEqual([6, 1, 0, 2]);
    const mean = { ...constraints, documentUtility: 'mean' } as const;
    const three = { budget: { items: 3 } };
    // The sum of document a is above the value of item 1, its mean is below.
    expect(await chosen(documents, utilities, { ...three, constraints })).toEqual([6, 0, 2]);
    expect(await chosen(documents, utilities, { ...three, constraints: mean })).toEqual([6, 1]);
  });

  test('take included items whether they pay or not', async () => {
    const options = { budget: { cost: 5 }, costs: costs(4, 3, 2, 1) };
    const utilities = [1, 9, 5, 4];
    const include = ['0'];
    expect(await chosen(items(4), utilities, { ...options, constraints: { include } })).toEqual([3, 0]);
    const free = await choose(items(4), utilities, {
      ...options,
      constraints: { include, includeCounts: false },
    });
    expect([...free.chosen]).toEqual([1, 2, 0]);
    expect(free.items.map(({ counts, runningTotal }) => [counts, runningTotal])).toEqual([
      [true, 3],
      [true, 5],
      [false, 5],
    ]);
    expect(free.spending).toMatchObject({ total: 5, items: 2 });
  });

  test('let groups take turns, the better ones first where the budget ends in the middle of a round', async () => {
    const dataset = items(10, (item) => ({ domain: item < 6 ? 'long' : item < 9 ? 'middle' : 'short' }));
    const utilities = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    const pick = (budget: number) =>
      chosen(dataset, utilities, { budget: { items: budget }, constraints: { balance: 'domain' } });
    expect(await pick(3)).toEqual([0, 6, 9]);
    expect(await pick(4)).toEqual([0, 1, 6, 9]);
    expect(await pick(8)).toEqual([0, 1, 2, 3, 6, 7, 8, 9]);
  });

  test('bound groups by numbers and shares', async () => {
    const dataset = items(9, (item) => ({ domain: item < 6 ? 'news' : item < 8 ? 'social' : 'speech' }));
    const utilities = [9, 8, 7, 6, 5, 4, 3, 2, 1];
    const pick = (groups: NonNullable<ChooseOptions['constraints']>['groups']) =>
      chosen(dataset, utilities, { budget: { items: 5 }, constraints: { groups } });
    expect(await pick([{ column: 'domain', min: { items: 1 } }])).toEqual([0, 1, 2, 6, 8]);
    expect(await pick([{ column: 'domain', group: 'news', max: { percent: 60 } }])).toEqual([0, 1, 2, 6, 7]);
    // Two of five are 40 %.
    expect(await pick([{ column: 'domain', max: { percent: 40 } }])).toEqual([0, 1, 6, 7, 8]);
  });

  test('that the data cannot have are refused by name', async () => {
    const dataset = items(3, (item) => ({ domain: item === 2 ? undefined : 'news' }));
    const refused = (constraints: ChooseOptions['constraints'], code: string) =>
      expect(choose(dataset, [1, 2, 3], { constraints })).rejects.toMatchObject({ code });
    await refused({ keepDocuments: true }, 'MISSING_GROUP');
    await refused({ balance: 'domain' }, 'MISSING_GROUP');
    await refused({ include: ['7'] }, 'UNKNOWN_ITEM');
    await refused({ maxPer: [{ column: 'domain', items: 0 }] }, 'INVALID_CONSTRAINT');
    const complete = items(2, () => ({ domain: 'news' }));
    const groups = [{ column: 'domain', group: 'newss', min: { items: 1 } }] as const;
    await expect(choose(complete, [1, 2], { constraints: { groups } })).rejects.toMatchObject({
      code: 'UNKNOWN_GROUP',
      message: expect.stringContaining('did you mean "news"'),
    });
  });

  test('of shares must leave the program small enough', async () => {
    const many = items(6000, (item) => ({ doc: `d${item}` }));
    const groups = [{ column: 'doc', max: { percent: 10 } }] as const;
    await expect(choose(many, new Array(6000).fill(1), { constraints: { groups } })).rejects.toMatchObject({
      code: 'INVALID_CONSTRAINT',
      message: expect.stringContaining('has shares of 6000 groups, too many for 6000 items'),
    });
  });

  test('that clash are named with the groups and numbers that explain it', async () => {
    const dataset = items(9, (item) => ({ domain: item < 5 ? 'news' : item < 8 ? 'social' : 'speech' }));
    const groups = [{ column: 'domain', min: { items: 2 } }] as const;
    await expect(choose(dataset, new Array(9).fill(1), { constraints: { groups } })).rejects.toMatchObject({
      code: 'CLASHING_CONSTRAINTS',
      message: 'no selection can meet domain:min=2 (for "speech") ("speech" has 1 item); relax it',
    });
    const two = [{ column: 'domain', group: 'news', min: { items: 3 } }] as const;
    const constraints = { groups: two, maxPer: [{ column: 'domain', items: 2 }] } as const;
    await expect(
      choose(dataset, new Array(9).fill(1), { constraints, budget: { items: 8 } }),
    ).rejects.toMatchObject({
      message:
        'no selection can meet domain=news:min=3 and max-per domain=2 (for "news") together; relax one of them',
    });
  });

  test('that clash with a budget say which budget would do, in items and in cost', async () => {
    const dataset = items(9, (item) => ({ domain: item < 5 ? 'news' : item < 8 ? 'social' : 'speech' }));
    const constraints = {
      groups: [
        { column: 'domain', group: 'news', min: { items: 3 } },
        { column: 'domain', group: 'social', min: { items: 2 } },
      ],
    } as const;
    const run = (budget: ChooseOptions['budget'], without: Pick<ChooseOptions, 'solver'> = {}) =>
      choose(dataset, new Array(9).fill(1), {
        constraints,
        budget,
        costs: costs(4, 2, 7, 3, 5, 6, 8, 1, 2),
        ...without,
      });
    await expect(run({ items: 4 })).rejects.toMatchObject({
      code: 'CLASHING_CONSTRAINTS',
      message: expect.stringContaining('(a budget of 5 items would do); relax one of them'),
    });
    // News for 2 + 3 + 4, social for 1 + 6: 16 is the least.
    const dear = await run({ cost: 9.5 }).catch((error: Error) => error.message);
    const [, amount] = /a budget of ([\d.]+) \S+ would do/.exec(String(dear))!;
    expect(Number(amount)).toBeGreaterThanOrEqual(16);
    expect(Number(amount)).toBeLessThanOrEqual(16.2);
    await expect(run({ cost: Number(amount) })).resolves.toBeDefined();
    await expect(run({ items: 4 }, { solver: undefined })).rejects.toEqual(
      expect.not.objectContaining({ message: expect.stringContaining('would do') }),
    );
  });
});

test('inputs stay as they are, and the same call gives the same selection', async () => {
  const dataset = items(40, (item) => ({ domain: `d${item % 3}` }));
  const utilities = Float64Array.from({ length: 40 }, (_, item) => Math.sin(item * 7));
  const given = costs(...utilities.map((utility, item) => 2 + utility + (item % 5)));
  const before = [utilities.slice(), given.values.slice()];
  const constraints = { groups: [{ column: 'domain', max: { items: 4 } }] } as const;
  const options: ChooseOptions = { budget: { cost: 25 }, costs: given, constraints, solver: inlineHighs };
  const [first, second] = [
    await chooseWithin(dataset, { utilities }, options),
    await chooseWithin(dataset, { utilities }, options),
  ];
  expect(second.items).toEqual(first.items);
  expect([second.objective, second.bound]).toEqual([first.objective, first.bound]);
  expect([utilities, given.values]).toEqual(before);
});

test('a document with a name like that of an object member is a document', async () => {
  const dataset = items(4, (item) => ({ doc: item < 2 ? '__proto__' : 'constructor', domain: '__proto__' }));
  const constraints = { keepDocuments: true, groups: [{ column: 'domain', max: { items: 2 } }] } as const;
  expect(await chosen(dataset, [1, 2, 3, 4], { constraints })).toEqual([2, 3]);
});

test('the quality is said in words, the gap rounded up', () => {
  expect(describeQuality({ isOptimal: true, gap: 0 })).toBe('optimum');
  expect(describeQuality({ isOptimal: false, gap: 0.00291 })).toBe('within 0.3 % of the best possible');
  expect(describeQuality({ isOptimal: false, gap: 0.0000012 })).toBe('within 0.0002 % of the best possible');
  expect(describeQuality({ isOptimal: false, gap: 0.214 })).toBe('within 22 % of the best possible');
});

test('an aborted call throws the reason of its signal', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(choose(items(3), [1, 2, 3], { signal, budget: { items: 1 } })).rejects.toThrow('enough');
});

describe('without a solver', () => {
  // Documents of 11, 13, 17 … items of one domain: only some sums of them meet the bounds.
  const sizes = [11, 13, 17, 19, 23, 29, 31, 37];
  const documents = sizes.flatMap((size, document) => new Array<number>(size).fill(document));
  const dataset = items(documents.length, (item) => ({ doc: `d${documents[item]}`, domain: 'news' }));
  const utilities = documents.map((document) => (document * 5) % 8);
  const exactly = (count: number): ChooseOptions => ({
    constraints: {
      keepDocuments: true,
      groups: [{ column: 'domain', min: { items: count }, max: { items: count } }],
    },
  });

  test('a search that ends with nothing says that this proves nothing', async () => {
    const codeOf = (options: ChooseOptions) =>
      choose(dataset, utilities, options).then(
        () => 'found',
        (error) => error.code,
      );
    let open = 0;
    for (let count = 60; count < 90; count++) {
      const alone = await codeOf({ ...exactly(count), solver: undefined });
      if (alone === 'NO_SELECTION_FOUND') open++;
      else expect(await codeOf(exactly(count))).toBe(alone);
    }
    expect(open).toBeGreaterThan(0);
  });
});
