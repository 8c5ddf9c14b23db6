import type {
  CompareDocument,
  EvaluateDocument,
  IrtDocument,
  PlanDocument,
  ResultDocument,
  SelectDocument,
  Verdict,
} from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../src/view/view-of.js';
import type { Table } from '../src/view/table.js';
import type { View } from '../src/view/view.js';
import { madeUpResults } from './made-up-items.js';

const { compare, plan, select, evaluate, inspect, irt, fitCost } = madeUpResults();
const table = (view: View, name: string) => view.blocks.find((block) => block.name === name) as Table;
const texts = (view: View, name: string) => table(view, name).rows.map((row) => row.map(({ text }) => text));

describe('compare', () => {
  const selector = (name: string, mean: number, verdict: Verdict) => ({
    name,
    options: {},
    curve: [{ size: 5, value: 0.8 + mean, low: 0.7, high: 0.9 }],
    mean: 0.8 + mean,
    gain: { mean, low: mean - 0.01, high: mean + 0.01 },
    parity: verdict === 'hurts' ? null : 0.7,
    verdict,
  });
  const result: CompareDocument = {
    ...compare,
    measure: 'spa',
    level: 0.95,
    selectors: [
      selector('best', 0.04, 'helps'),
      selector('same', 0.001, 'no evidence'),
      selector('worse', -0.03, 'hurts'),
    ],
    recommendation: { selector: 'best', reason: 'Use best.' },
  };

  test('selectors keep their order, with sign, verdict in words, and random last', () => {
    expect(texts(viewOf(result), 'selectors').map((row) => [row[0], row[2], row[3], row[4], row[5]])).toEqual(
      [
        ['best', '+0.040', '+0.030 to +0.050', '70%', '▲ helps'],
        ['same', '+0.001', '-0.009 to +0.011', '70%', '○ no evidence'],
        ['worse', '-0.030', '-0.040 to -0.020', '–', '▼ hurts'],
        ['random', '', '', '100%', ''],
      ],
    );
  });

  test('the answer is the recommendation, and its numbers are of the recommended selector', () => {
    const view = viewOf(result);
    expect(view.answer).toBe('Use best.');
    expect(view.numbers[0]).toEqual({
      label: 'gain in SPA over random',
      value: '+0.040',
      note: '95% interval +0.030 to +0.050',
      tone: 'good',
    });
  });

  test('where random selection is recommended, the verdicts are counted', () => {
    const selectors = [...result.selectors, selector('hopeful', 0.007, 'likely helps')];
    const recommendation = { selector: null, reason: 'Select at random.' };
    const view = viewOf({ ...result, selectors: [...selectors, selectors.at(-1)!], recommendation });
    expect(view.numbers.map(({ value }) => value)).toEqual(['1', '2', '1', '1']);
    expect(view.tone).toBe('neutral');
  });

  test('a selector that is there twice is told apart by its options', () => {
    const twice = ['BLEU', 'chrF'].map((metric) => ({
      ...selector('metric-var', 0.01, 'helps'),
      options: { metric },
    }));
    const gains = viewOf({ ...result, selectors: twice }).blocks[0];
    expect(gains.kind === 'intervals' && gains.rows.map(({ name }) => name)).toEqual([
      'metric-var BLEU',
      'metric-var chrF',
    ]);
  });

  test('a recommendation with options means the selector with these options', () => {
    const twice = ['BLEU', 'chrF'].map((metric, k) => ({
      ...selector('metric-var', 0.02 + k / 100, 'helps'),
      options: { metric },
    }));
    const gainOf = (options?: { metric: string }) =>
      viewOf({
        ...result,
        selectors: twice,
        recommendation: { selector: 'metric-var', reason: 'Use it.', options },
      }).numbers[0].value;
    expect(gainOf({ metric: 'chrF' })).toBe('+0.030');
    expect(gainOf()).toBe('+0.020');
  });

  test('an error is better when it is lower', () => {
    const [, curve] = viewOf({ ...result, measure: 'mean-absolute-error' }).blocks;
    expect(curve.kind === 'lines' && curve.note).toMatch(/^Lower is better/);
  });

  test('no selectors at all leave the table of random selection', () => {
    const view = viewOf({
      ...result,
      selectors: [],
      recommendation: { selector: null, reason: 'None could run.' },
    });
    expect(view.blocks.map(({ kind }) => kind)).toEqual(['table', 'table']);
  });
});

describe('plan', () => {
  const never: PlanDocument = {
    ...plan,
    size: { median: null, low: null, high: null, share: null, cost: null },
    ratio: { median: null, low: null, high: null },
    neverReached: 1000,
  };

  test('a goal that is never reached is bad news and leaves no mark', () => {
    const view = viewOf(never);
    expect(view.tone).toBe('bad');
    expect(view.numbers[0]).toMatchObject({ value: 'not reached', note: 'at no size' });
    const [curve, sizes] = view.blocks;
    expect(curve.kind === 'lines' && curve.mark).toBeUndefined();
    expect(sizes.kind === 'intervals' && sizes.rows.map(({ name }) => name)).toEqual(['random']);
    expect(texts(view, 'sizes-table')[0]).toEqual([plan.selector, '–', '–', '–', '–', '1,000 of 1,000']);
  });

  test('a metric that stands in for human scores is said to', () => {
    const view = viewOf({ ...plan, target: { columns: ['BLEU'], standsIn: true } });
    expect(view.facts).toContainEqual({
      name: 'Target',
      value: 'BLEU, a metric that stands in for human scores',
    });
  });

  test.each([
    [{ low: 0.5, high: 0.9 }, 'good'],
    [{ low: 0.5, high: 1.1 }, 'neutral'],
    [{ low: 1.1, high: 1.3 }, 'bad'],
    [{ low: null, high: null }, 'neutral'],
  ])('a ratio of %o is %s news', (ends, tone) => {
    expect(viewOf({ ...plan, ratio: { median: 0.8, ...ends } }).numbers.at(-1)!.tone).toBe(tone);
  });

  test('sizes at which the measure is not defined are left out of the line and kept in the table', () => {
    const [first, ...rest] = plan.curve;
    const view = viewOf({ ...plan, curve: [{ ...first, median: null, low: null, high: null }, ...rest] });
    const [curve] = view.blocks;
    expect(curve.kind === 'lines' && curve.lines[1].points.length).toBe(rest.length);
    expect(texts(view, 'curve-table').length).toBe(plan.curve.length);
  });
});

describe('select', () => {
  test('says what the choice costs and what it might cost', () => {
    expect(viewOf(select).answer).toMatch(
      /^Judge these \d+ of the 23 items, in this order\. They cost [\d.]+ minutes of a budget of \d+; metric-var chose them\.$/,
    );
    const items: SelectDocument = { ...select, cost: { total: 8, unit: 'items', budget: 8 } };
    expect(viewOf(items).answer).toBe('Judge these 8 of the 23 items, in this order. metric-var chose them.');
    expect(viewOf({ ...items, reason: 'They were drawn.' }).answer).toBe(
      'Judge these 8 of the 23 items, in this order. They were drawn.',
    );
    expect(viewOf({ ...items, chosen: [] }).answer).toContain('chose none');
    const all: SelectDocument = { ...items, data: { ...items.data, items: items.chosen.length } };
    expect(viewOf(all).answer).toContain('in this order, as far as you get');
  });

  test('says how good the choice is, where that is known', () => {
    const proven = viewOf({ ...select, bound: { utility: 3.2, upper: 3.2, gap: 0 } });
    expect(proven.numbers.at(-1)).toMatchObject({ value: '3.200', note: 'proven the highest possible' });
    const bounded = viewOf({ ...select, bound: { utility: 3, upper: 3.2, gap: 0.0625 } });
    expect(bounded.numbers.at(-1)!.note).toBe('at most 6.3% below the highest possible');
  });

  test('utilities that do not differ are not drawn', () => {
    const flat = select.chosen.map((item) => ({ ...item, utility: 1 }));
    expect(viewOf({ ...select, chosen: flat }).blocks.map(({ kind }) => kind)).toEqual(['items']);
    const none = select.chosen.map((item) => ({ ...item, utility: null }));
    expect(viewOf({ ...select, chosen: none }).blocks.map(({ kind }) => kind)).toEqual(['items']);
  });
});

describe('evaluate', () => {
  test('says whether the best system is the same', () => {
    const same = (systems: EvaluateDocument['subsets'][0]['systems']) =>
      viewOf({ ...evaluate, full: { systems } })
        .answer.split('. ')
        .at(-1);
    const { systems } = evaluate.subsets[0];
    expect(same(systems)).toMatch(/is the best on all items too\.$/);
    expect(same(systems.map((system) => ({ ...system, rank: systems.length + 1 - system.rank })))).toMatch(
      /on all items it is system-\w\.$/,
    );
    expect(viewOf({ ...evaluate, full: undefined }).answer).not.toContain('best');
  });

  test('moves between rankings are shown with sign and size', () => {
    const full = [
      { name: 'a', mean: 3, rank: 1, cluster: 1 },
      { name: 'b', mean: 2, rank: 2, cluster: 1 },
      { name: 'c', mean: 1, rank: 3, cluster: 2 },
    ];
    const subset = [
      { name: 'c', mean: 5, rank: 1, cluster: 1 },
      { name: 'b', mean: 4, rank: 2, cluster: 2 },
      { name: 'a', mean: 3, rank: 3, cluster: 2 },
    ];
    const view = viewOf({
      ...evaluate,
      full: { systems: full },
      subsets: [{ ...evaluate.subsets[0], systems: subset }],
    });
    expect(texts(view, 'systems-1').map((row) => row[4])).toEqual(['3 ▲2', '2', '1 ▼2']);
  });

  test('several subsets stand beside each other, and a measure that one lacks is a dash', () => {
    const [first] = evaluate.subsets;
    const second = { ...first, name: 'other.jsonl', size: 5, measures: { spa: 0.9 }, curves: undefined };
    const view = viewOf({ ...evaluate, subsets: [first, second] });
    expect(table(view, 'measures').columns.map(({ title }) => title)).toEqual([
      'measure',
      'subset.jsonl',
      'other.jsonl',
    ]);
    expect(texts(view, 'measures').at(-1)).toEqual(['SPA', '–', '0.900']);
    expect(texts(view, 'measures')[2]).toEqual(['kendall', '0.713', '–']);
  });

  test('no subset at all is no failure', () => {
    expect(viewOf({ ...evaluate, subsets: [] }).answer).toBe('');
  });

  test('beside a single subset stand random subsets of its size', () => {
    const { size } = evaluate.subsets[0];
    const curve = [size - 1, size].map((at) => ({ size: at, value: at / 100 }));
    const view = viewOf({ ...evaluate, random: { curves: { kendall: curve } } });
    expect(texts(view, 'measures').map((row) => row[2])).toEqual([String(size), '–', `0.0${size}0`, '–']);
  });

  test('what asks for yes or no is answered so, and counts are whole', () => {
    const measures = { 'same-best': 1, 'same-ranking': 0, clusters: 1, kendall: 1 };
    const view = viewOf({ ...evaluate, subsets: [{ ...evaluate.subsets[0], measures }] });
    expect(texts(view, 'measures').map((row) => row[1])).toEqual(['8', 'yes', 'no', '1', '1.000']);
  });

  test('more systems than can be followed are not drawn as two rankings', () => {
    const systems = Array.from({ length: 41 }, (_, s) => ({
      name: `s${s}`,
      mean: -s,
      rank: s + 1,
      cluster: 1,
    }));
    const many = { ...evaluate, full: { systems }, subsets: [{ ...evaluate.subsets[0], systems }] };
    expect(viewOf(many).blocks.some(({ kind }) => kind === 'ranks')).toBe(false);
  });
});

test('inspect: metrics are in order of agreement, and a correlation that is not defined comes last', () => {
  const agreement = [
    { metric: 'flat', target: 'human', pearson: null, kendall: null, withinItem: null },
    ...inspect.agreement,
  ];
  const names = texts(viewOf({ ...inspect, agreement }), 'agreement-table').map(([name]) => name);
  expect(names.at(-1)).toBe('flat');
  const pearson = (name: string) => agreement.find(({ metric }) => metric === name)!.pearson ?? -2;
  expect(names).toEqual(names.toSorted((a, b) => pearson(b) - pearson(a)));
});

test('irt: parameters of any name make columns, and systems are in order of ability', () => {
  const items = [
    { id: 'x', parameters: { difficulty: 0.5, feasibility: 0.9 } },
    { id: 'y', parameters: { difficulty: null } },
  ];
  const view = viewOf({ ...irt, items: items as IrtDocument['items'], information: undefined });
  expect(table(view, 'items-table').columns.map(({ title }) => title)).toEqual([
    'item',
    'difficulty',
    'feasibility',
  ]);
  expect(texts(view, 'items-table')).toEqual([
    ['x', '0.500', '0.900'],
    ['y', '–', '–'],
  ]);
  const abilities = table(view, 'abilities-table').rows.map((row) => row[1].sort!);
  expect(abilities).toEqual(abilities.toSorted((a, b) => b - a));
});

test('fit-cost: the model in words, and residuals by parts of the predicted cost', () => {
  const model = { ...fitCost.model, fixed: 9.5, perSource: 0.25, least: 2, medianError: 1.5, r2: 0.5 };
  const parts = [
    { from: 10, to: 17, low: -0.5, median: 0.25, high: 1.75 },
    { from: 18, to: 20, low: -7, median: 2, high: 2.25 },
  ];
  const view = viewOf({ ...fitCost, model, parts });
  expect(view.answer).toContain(
    'An item costs 9.5 s + 0.25 s per source character, and at least 2 s; half of the items are within 1.5 s of that (R² 0.500).',
  );
  expect(texts(view, 'residuals')).toEqual([
    ['10 s to 17 s', '−0.5 s', '0.25 s', '1.75 s'],
    ['18 s to 20 s', '−7 s', '2 s', '2.25 s'],
  ]);
});

describe('every view', () => {
  const all: readonly ResultDocument[] = [compare, plan, select, evaluate, inspect, irt, fitCost];

  test('names data, hash, seed, version and how to make it again', () => {
    for (const result of all) {
      const view = viewOf(result);
      const facts = Object.fromEntries(view.facts.map(({ name, value }) => [name, value]));
      expect(facts).toMatchObject({
        Data: 'made-up.jsonl: 23 items × 7 systems',
        'SHA-256': result.data.sha256,
        Seed: '0',
        Goldpan: '0.1.0',
      });
    }
  });

  test('gives each of its blocks a name of its own', () => {
    for (const result of all) {
      const names = viewOf(result).blocks.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('gives each row of a table as many cells as it has columns', () => {
    for (const result of all) {
      for (const block of viewOf(result).blocks) {
        if (block.kind !== 'table') continue;
        for (const row of block.rows) expect(row.length, block.name).toBe(block.columns.length);
      }
    }
  });
});

test.each([
  [{ command: 'convert', goldpan: '0.1.0', data: {} }, '"command": "convert"'],
  [{ command: '__proto__', goldpan: '0.1.0', data: {} }, '"command": "__proto__"'],
  [{ items: [], total: 0 }, 'an object with items, total'],
  [[], 'an array'],
  [null, 'null'],
  ['text', 'text'],
])('%o is no result', (value, got) => {
  expect(() => viewOf(value as never)).toThrow(
    expect.objectContaining({ code: 'NOT_A_RESULT', message: expect.stringContaining(got) }),
  );
});
