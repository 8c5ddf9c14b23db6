import type { RankDocument } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { htmlOf } from '../src/html.js';
import { latexOf, markdownOf, terminalOf } from '../src/index.js';
import { svgsOf } from '../src/svg.js';
import type { Points } from '../src/view/points.js';
import type { Table } from '../src/view/table.js';
import { viewOf } from '../src/view/view-of.js';

const system = (name: string, at: number, pBest: number) => ({
  name,
  judged: 7,
  mean: 3.4 - at,
  estimate: 3.5 - at,
  low: 2.9 - at,
  high: 4.1 - at,
  shrunk: 3.45 - at,
  rank: { best: at + 1, low: at < 2 ? 1 : 3, high: at < 2 ? 2 : 3 },
  tier: at < 2 ? 1 : 2,
  pBest,
  pTop: [pBest, at < 2 ? 1 : 0, 1],
});
const pair = (a: string, b: string, difference: number, reach: number) => ({
  a,
  b,
  difference,
  low: difference - reach / 2,
  high: difference + reach / 2,
  simultaneous: { low: difference - reach, high: difference + reach },
  p: 0.1,
  pHolm: 0.3,
  pBenjaminiHochberg: 0.15,
  pBetter: 0.8,
});

/** Two systems that cannot be told apart above one that can; names that try to be markup. */
const result: RankDocument = {
  goldpan: '0.1.0',
  command: 'rank',
  seed: 0,
  data: { name: 'items.jsonl', items: 20, systems: 4, sha256: '3b1f'.repeat(16) },
  target: { columns: ['human'], standsIn: false },
  level: 0.95,
  population: 'all',
  design: { kind: 'drawn', selectors: ['sequential'], weighted: true },
  criterion: 'human',
  estimator: 'shrunk',
  judged: { items: 7, cells: 20, missing: 1, unit: 'item', units: 7 },
  systems: [system('<i>A</i>', 0, 0.8), system('B_%', 1, 0.2), system('C', 2, 0)],
  unjudged: [{ name: 'D', predicted: 1.25, low: 0.5, high: 2 }],
  pairs: [pair('<i>A</i>', 'B_%', 1, 1.5), pair('<i>A</i>', 'C', 2, 1), pair('B_%', 'C', 1, 0.5)],
  metrics: { names: ['m'], weight: 0.9, shrinkage: 0, effectiveItems: 9.6, favours: [] },
  more: [
    { a: '<i>A</i>', b: 'B_%', items: 4, tieMargin: 1.9 },
    { a: 'B_%', b: 'C', items: 0, tieMargin: 1.4 },
  ],
  outlook: [
    { items: 7, pWrong: 0.2, expectedLoss: 0.1 },
    { items: 19, pWrong: 0.02, expectedLoss: 0.01 },
  ],
  detectable: 1.3,
  carrying: [
    {
      id: 'item-5',
      effect: 0.4,
      without: 0.6,
      source: 'a source',
      outputs: [
        { system: '<i>A</i>', score: 4, text: 'one' },
        { system: 'B_%', score: null, text: 'two' },
      ],
    },
  ],
  order: { a: '<i>A</i>', b: 'B_%', difference: 1, itemsThatTurn: [], documentsThatTurn: ['d1'] },
  domains: [
    {
      name: 'news',
      judged: 4,
      estimates: [3.8, 2.5, 1.5],
      means: [4, 2, 1.25],
      standardErrors: [0.5, 0.25, 1],
    },
    {
      name: 'chat',
      judged: 3,
      estimates: [2.1, 2.6, 1.4],
      means: [1.5, 3, null],
      standardErrors: [0.75, 0, null],
    },
  ],
  worstDomain: 'chat',
  missing: { cells: 1, surviving: 2, open: 1 },
  suspicious: [{ id: 'item-3', system: 'C', judgement: -4, predicted: 1 }],
  verdict: { best: '<i>A</i>', decided: false, text: '<i>A</i> leads, but B_% can still be best.' },
};
const points = (document: RankDocument) =>
  (viewOf(document).blocks.find(({ kind }) => kind === 'points') as Points).points;
const table = (document: RankDocument, name: string) =>
  viewOf(document).blocks.find((block) => block.name === name) as Table;

test('the answer is the verdict, and the first number the chance of the best', () => {
  const { answer, numbers, tone } = viewOf(result);
  expect([answer, tone]).toEqual([result.verdict.text, 'neutral']);
  expect(numbers[0]).toMatchObject({ label: 'chance that <i>A</i> is best', value: '80%' });
  expect(viewOf({ ...result, verdict: { ...result.verdict, decided: true } }).tone).toBe('good');
});

test('systems have estimate, interval, ranks they can have and tier; one that nobody judged stands in brackets', () => {
  const rows = table(result, 'systems').rows.map((row) => row.slice(0, 8).map(({ text }) => text));
  expect(rows).toEqual([
    ['1', '<i>A</i>', '3.500', '2.900 to 4.100', '1–2', '80%', '3.450', '1'],
    ['2', 'B_%', '2.500', '1.900 to 3.100', '1–2', '20%', '2.450', '1'],
    ['3', 'C', '1.500', '0.900 to 2.100', '3', '<0.1%', '1.450', '2'],
    ['', 'D (not judged)', '(1.250)', '(0.500 to 2)', '', '', '', ''],
  ]);
});

test('neighbours have their best guess beside its chance and items, their estimates beside interval and tie', () => {
  const systems = result.systems.map((one, at) => ({ ...one, shrunk: [3.25, 3, 0.5][at] }));
  const rows = table({ ...result, systems }, 'neighbours').rows.map((row) => row.map(({ text }) => text));
  expect(rows).toEqual([
    ['<i>A</i> – B_%', '+0.250', '80%', '+4', '+1.000', '-0.500 to +2.500', '1.900'],
    ['B_% – C', '+2.500', '80%', 'told apart', '+1.000', '+0.500 to +1.500', '1.400'],
  ]);
  const equal = { ...result, margin: 2, pairs: result.pairs.map((one) => ({ ...one, pEquivalent: 0.01 })) };
  expect(table(equal, 'neighbours').rows[0].at(-1)!.text).toBe('equal');
});

describe('what it rests on:', () => {
  test('raters without whom the order turns are named, and counted among what was left out', () => {
    const order = { ...result.order!, documentsThatTurn: [], ratersThatTurn: ['eve'] };
    expect(points({ ...result, order })[1]).toMatch(/does not survive without rater eve\.$/);
    const firm = { ...order, ratersThatTurn: [] };
    expect(points({ ...result, order: firm })[1]).toMatch(
      /survives without any one item, document or rater\.$/,
    );
  });

  test('what metrics added, whether the order survives, the worst domain, what is missing', () => {
    expect(points(result)).toEqual([
      'With the metrics, used at 90% of full weight, 7 judged items are worth 10 without them.',
      'The order of <i>A</i> before B_% (+1.000) does not survive without document d1.',
      'What speaks most for <i>A</i> (+) or B_% (-), item by item: item-5 (+0.400).',
      '<i>A</i> does worst in chat: 2.100, drawn towards the overall mean (3.500 over all; its 3 judged items alone 1.500 ± 0.750). It leads in 1 of 2 domains.',
      '1 cell of judged items is not judged; wherever it lies between the 10th and the 90th percentile, 2 of 3 orders of plain means hold.',
      '7 judged items show a difference between <i>A</i> and B_% with a chance of 80% if it is 1.300 or more; by best guess it is 1.000.',
    ]);
  });

  test('metrics that add nothing are said to', () => {
    const metrics = { ...result.metrics, weight: 0, effectiveItems: 7 };
    expect(points({ ...result, metrics })[0]).toMatch(/^The metrics add nothing to 7 judged items/);
  });

  test('estimates that speak against the best guess are told of', () => {
    const order = { ...result.order!, difference: -0.2 };
    expect(points({ ...result, order })[1]).toMatch(/^The estimates put B_% before <i>A<\/i> \(by 0.200\)/);
  });
});

test('of two equal estimates none is said to be before the other', () => {
  const order = { ...result.order!, difference: 0 };
  expect(points({ ...result, order })[1]).toBe(
    'The estimates of <i>A</i> and B_% are the same: neither is before the other.',
  );
});

test('a level near 1 keeps its digits', () => {
  const document = { ...result, level: 0.999 };
  expect(table(document, 'systems').columns.map(({ title }) => title)).toContain('99.9% interval');
  expect(terminalOf(document, { width: 80 })).toContain('Level: 99.9%');
});

test('a screen has the systems and what they rest on, and no more than its width', () => {
  const text = terminalOf(result, { width: 80 });
  expect(text).toContain('What it rests on\n- With the metrics');
  expect(text).not.toContain('Neighbours');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('several criteria stand in a table of their own, each with its systems', () => {
  const { criterion: _, verdict, ...rest } = result;
  const others = [{ ...rest, criterion: 'human_b', verdict: { ...verdict, best: 'C', decided: true } }];
  const several = { ...result, others };
  expect(viewOf(several).answer).toMatch(/^By human, /);
  expect(table(several, 'criteria').rows.map((row) => row.slice(0, 4).map(({ text }) => text))).toEqual([
    ['human', '<i>A</i>', '80%', 'no'],
    ['human_b', 'C', '<0.1%', 'yes'],
  ]);
  expect(table(several, 'systems-human_b').folded).toBe('on-pages');
});

test('where there is one screen, every criterion has its systems, and where they disagree is said', () => {
  const { criterion: _, pairs, ...rest } = result;
  const [, apart, sure] = pairs;
  const turned = { ...sure, a: 'C', b: 'B_%' };
  const others = [{ ...rest, criterion: 'human_b', pairs: [pairs[0], apart, turned] }];
  const several = { ...result, others };
  for (const text of [terminalOf(several, { width: 90 }), markdownOf(several), latexOf(several)])
    expect(text.replaceAll('\\', '')).toContain('The systems by human_b');
  expect(terminalOf(several, { width: 200 })).toContain(
    '- All criteria order 2 of 3 pairs of systems alike; 1 they order differently.\n' +
      '- B_% is surely before C by human, behind by human_b.',
  );
  const unsure = { ...turned, simultaneous: { low: -1, high: 2 } };
  const open = { ...several, others: [{ ...others[0], pairs: [pairs[0], apart, unsure] }] };
  expect(terminalOf(open, { width: 200 })).toContain('In no pair do two criteria surely say the opposite');
  expect(terminalOf({ ...several, others: [{ ...others[0], pairs }] }, { width: 90 })).toContain(
    'All criteria put the systems in the same order.',
  );
});

/** The result with every amount of it made smaller. */
function shrunkBy(factor: number): RankDocument {
  const amounts =
    'mean means estimate estimates standardErrors low high shrunk predicted judgement difference tieMargin effect detectable';
  const scaled = (value: unknown, key: string): unknown => {
    if (typeof value === 'number') return amounts.split(' ').includes(key) ? value * factor : value;
    if (Array.isArray(value)) return value.map((one) => scaled(one, key));
    if (value === null || typeof value !== 'object' || key === 'rank') return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, scaled(one, name)]));
  };
  return scaled(result, '') as RankDocument;
}

test('small scores have the digits that tell them apart in every view', () => {
  const small = shrunkBy(1e-4);
  for (const text of [terminalOf(small, { width: 110 }), markdownOf(small), latexOf(small), htmlOf(small)]) {
    expect(text).toContain('0.000350');
    expect(text.replaceAll('\\', '').replaceAll('\u00a0', ' ')).toContain('0.000290 to 0.000410');
    expect(text).not.toMatch(/(?<![\d.])0\.000(?!\d)/);
  }
});

test.each([
  [60, ['estimate', '95% interval', 'can be']],
  [80, ['95% interval', 'can be', 'P(best)']],
  [100, ['95% interval', 'can be', 'P(best)', 'best guess', 'tier']],
])('at %i columns the interval stays, then the chance, then the best guess', (width, titles) => {
  const names = ['a'.repeat(70), 'b'.repeat(40), 'c'];
  const systems = result.systems.map((one, at) => ({ ...one, name: names[at] }));
  const order = { ...result.order!, a: names[0], b: names[1] };
  const verdict = { ...result.verdict, best: names[0] };
  const text = terminalOf({ ...result, systems, order, verdict }, { width });
  const lines = text.slice(text.indexOf('The systems')).split('\n\n')[0].split('\n');
  for (const title of titles) expect(lines[1]).toContain(title);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
});

test('characters that nobody sees are spelled out in every view', () => {
  const name = 'A\u202egpj.\u200b\u001b[31m|$x';
  const text = JSON.stringify(result).replaceAll('<i>A</i>', JSON.stringify(name).slice(1, -1));
  const hostile = JSON.parse(text) as RankDocument;
  for (const shown of [
    terminalOf(hostile, { width: 300 }),
    markdownOf(hostile),
    latexOf(hostile),
    htmlOf(hostile),
  ]) {
    expect(shown).not.toMatch(/[\u202e\u200b\u001b]/);
    expect(shown.replaceAll('textbackslash{}', '')).toContain('u202egpj.');
  }
});

test('estimates, ranks, pairs and the outlook are drawn, names as text', () => {
  const svgs = svgsOf(result);
  expect(svgs.map(({ name }) => name)).toEqual([
    'rank-estimates',
    'rank-rank-sets',
    'rank-pairs',
    'rank-how-many-more',
  ]);
  const pairs = svgs[2].svg;
  expect(pairs).not.toContain('<i>');
  expect(pairs.match(/<rect/g)!.length).toBeGreaterThanOrEqual(6);
});

test('a page holds the carrying items with their outputs, all of the data as text', () => {
  const page = htmlOf(result);
  expect(page).not.toContain('<i>A');
  expect(page).toContain('"utilityTitle":"effect"');
  expect(page).toContain('Effect: their difference with the item');
});

test('Markdown and LaTeX carry tables with what is special in them escaped', () => {
  expect(markdownOf(result)).toContain(
    '- With the metrics, used at 90% of full weight, 7 judged items are worth 10 without them.',
  );
  const latex = latexOf(result);
  expect(latex).toContain('2 & B\\_\\% & 2.500 & 1.900 to 3.100 & 1--2 & 20\\% & 2.450 & 1 \\\\');
  expect(latex).toContain('\\textless{}i\\textgreater{}A');
  expect(latex).toContain('& 4 $\\pm$ 0.500 &');
  expect(latex).toContain('\\label{tab:rank-systems}');
  expect(latex).not.toContain('plain mean');
});

test('chances of the first k and p-values of pairs are shown where they are asked for, alone', () => {
  expect(table(result, 'systems').columns.map(({ title }) => title)).not.toContain('P(top 2)');
  expect(table(result, 'all-pairs')).toBeUndefined();
  const asked: RankDocument = { ...result, shown: { top: 2, pairs: true } };
  const at = table(asked, 'systems').columns.findIndex(({ title }) => title === 'P(top 2)');
  expect(table(asked, 'systems').rows.map((row) => row[at].text)).toEqual(['>99.9%', '>99.9%', '<0.1%', '']);
  const [first] = result.pairs;
  const pairs = [{ ...first, p: 1e-9, pHolm: 3e-9, pBenjaminiHochberg: 0.25 }];
  const tiny = { ...asked, pairs, more: [] };
  expect(table(tiny, 'all-pairs').rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['<i>A</i>', 'B_%', '+1.000', '+0.250 to +1.750', '<0.001', '<0.001', '0.250'],
  ]);
  for (const text of [terminalOf(asked, { width: 100 }), markdownOf(asked), latexOf(asked), htmlOf(asked)])
    for (const part of ['All pairs', 'p (Holm)', 'P(top 2)']) expect(text).toContain(part);
});

test('of picked items nothing is said of intervals, of items to come, or of what judged ones are worth', () => {
  const systems = result.systems.map((one) => ({ ...one, low: null, high: null }));
  const domains = result.domains!.map((one) => ({ ...one, standardErrors: [null, null, null] }));
  const design = { kind: 'picked', selectors: ['top'], weighted: false } as const;
  const picked: RankDocument = { ...result, systems, domains, design };
  const { numbers, facts } = viewOf(picked);
  expect(numbers.map(({ label }) => label)).toEqual(['chance that <i>A</i> is best', 'items judged']);
  expect(points(picked).join(' ')).not.toMatch(/worth|alone|with a chance of/);
  expect(facts.find(({ name }) => name === 'Estimates')!.value).toMatch(/, by the model/);
  expect(table(picked, 'systems').columns.map(({ title }) => title)).not.toContain('95% interval');
  expect(table(picked, 'domain-judgements')).toBeUndefined();
});

test('domains have what is drawn together, and what their judgements say alone with its error', () => {
  const cells = (name: string) => table(result, name).rows.map((row) => row.slice(1).map(({ text }) => text));
  expect(cells('domains')).toEqual([
    ['3.800', '2.100'],
    ['2.500', '2.600'],
    ['1.500', '1.400'],
  ]);
  expect(cells('domain-judgements')).toEqual([
    ['4 ± 0.500', '1.500 ± 0.750'],
    ['2 ± 0.250', '3'],
    ['1.250 ± 1.000', '–'],
  ]);
  const { worstDomain: _, ...alike } = result;
  expect(points(alike)[3]).toBe(
    'By domain <i>A</i> is not shown to do better or worse than over all (lowest: chat, its 3 judged items alone 1.500 ± 0.750).',
  );
});

test('how estimates were made names metrics and the best guess only where they did something', () => {
  const made = (document: RankDocument) =>
    viewOf(document).facts.find(({ name }) => name === 'Estimates')!.value;
  expect(made(result)).toMatch(/^from judgements and 1 metric; the best guess is drawn/);
  const plain = result.systems.map((one) => ({ ...one, estimate: one.mean, shrunk: one.mean }));
  expect(made({ ...result, systems: plain })).toBe('from judgements alone');
});

test('an order that is not that of the estimates is told of', () => {
  const systems = result.systems.map((one, at) => ({ ...one, estimate: [2, 3, 1][at] }));
  expect(points({ ...result, systems })[1]).toMatch(
    /by the estimates alone 2 of 3 systems would have another/,
  );
});

test('where all there is to judge is judged, no chance is shown above the tables', () => {
  const systems = result.systems.map((one) => ({ ...one, low: one.mean, high: one.mean }));
  const design = { kind: 'all', selectors: [], weighted: false } as const;
  const labels = (document: RankDocument) => viewOf(document).numbers.map(({ label }) => label);
  expect(labels({ ...result, systems, design })[0]).toBe('items judged');
  expect(labels({ ...result, systems, design, population: 'like-these' })[0]).toMatch(/^chance that/);
});
