import { describe, expect, test } from 'vitest';
import { svgsOf } from '../src/svg.js';
import { drawChart } from '../src/svg/draw-chart.js';
import { PAGE_PALETTE, PAPER_PALETTE } from '../src/svg/palette.js';
import { hostileResults } from './hostile-results.js';
import { madeUpResults } from './made-up-items.js';

const results = madeUpResults();
const draw = (chart: Parameters<typeof drawChart>[0], width = 600) =>
  drawChart(chart, { width, palette: PAPER_PALETTE });

test('every chart of every command is a document of its own with a name of its own', () => {
  const charts = Object.values(results).flatMap((result) => svgsOf(result));
  expect(charts.map(({ name }) => name)).toEqual([
    'inspect-agreement',
    'compare-gains',
    'compare-curve',
    'compare-panels',
    'plan-curve',
    'plan-sizes',
    'select-utility',
    'evaluate-curve-pairwise-accuracy',
    'evaluate-ranks-1',
    'irt-abilities',
    'irt-test-information',
    'irt-item-information',
    'irt-items-map',
    'fit-cost-residuals-plot',
  ]);
  for (const { svg } of charts) {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*role="img"/);
    expect(svg).toMatch(/aria-label="[^"]+"/);
    expect(svg).not.toMatch(/<style|<script| style=| class=| id=|NaN|undefined|Infinity/);
  }
});

test('the same result gives the same bytes, whatever was drawn before', () => {
  const before = svgsOf(results.compare);
  svgsOf(results.irt);
  expect(svgsOf(results.compare)).toEqual(before);
});

test('the width is the one asked for', () => {
  for (const { svg } of svgsOf(results.compare, { width: 400 })) {
    expect(svg).toMatch(/viewBox="-16 -16 432 [\d.]+"/);
    expect(svg).toContain(' width="432"');
  }
});

test('a chart for a page has no colour but those of the page', () => {
  const chart = {
    kind: 'scatter' as const,
    name: 'c',
    title: 't',
    xLabel: 'x',
    yLabel: 'y',
    points: [{ name: 'p', x: 1, y: 2 }],
  };
  const svg = drawChart(chart, { width: 300, palette: PAGE_PALETTE });
  expect(svg).toContain('var(--main)');
  expect(svg).not.toMatch(/#[0-9a-f]{3,8}\b|currentColor/i);
});

describe('intervals', () => {
  const row = (low: number | null, high: number | null, tone: 'good' | 'neutral' | 'bad') => ({
    name: `${tone} ${high}`,
    value: 2,
    low,
    high,
    tone,
    text: '-2.0',
  });
  const chart = (rows: ReturnType<typeof row>[]) =>
    draw({
      kind: 'intervals',
      name: 'c',
      title: 't',
      xLabel: 'x',
      zero: { value: 0, label: 'random' },
      rows,
    });

  test('news is told by colour and sign, and numbers have a minus sign', () => {
    const svg = chart([row(1, 3, 'good'), row(-1, 3, 'neutral'), row(-3, -1, 'bad')]);
    expect(svg).toContain(PAPER_PALETTE.good);
    expect(svg).toContain(PAPER_PALETTE.bad);
    expect(svg).toContain('\u22122.0');
    expect(svg, 'good news is a full dot').toContain(`fill="${PAPER_PALETTE.good}"><circle`);
    expect(svg, 'no news is a hollow dot').toContain(`fill="${PAPER_PALETTE.paper}"><circle`);
    expect(svg, 'bad news is another sign').toContain(`fill="${PAPER_PALETTE.bad}"><path`);
  });

  test('a whisker without an upper end is dashed to the last value', () => {
    expect(chart([row(1, null, 'good'), row(1, 5, 'neutral')])).toContain('stroke-dasharray="2,3"');
    expect(chart([row(1, 4, 'good'), row(1, 5, 'neutral')])).not.toContain('stroke-dasharray');
    expect(chart([row(null, null, 'good')])).not.toContain('stroke-dasharray');
  });

  test('rows of the same name stay apart', () => {
    const twice = chart([row(1, 3, 'good'), row(1, 3, 'good')]);
    expect(twice.match(/good 3/g)).toHaveLength(2);
  });
});

test('lines beyond the colours there are differ by their dashes', () => {
  const line = (role: 'main' | 'other', y: number) => ({
    name: `line ${y}`,
    role,
    points: [0, 1].map((x) => ({ x, y })),
  });
  const lines = [line('main', 0), ...Array.from({ length: 7 }, (_, k) => line('other', k + 1))];
  const svg = draw({ kind: 'lines', name: 'c', title: 't', xLabel: 'x', yLabel: 'y', lines });
  const swatches = [...svg.matchAll(/<line (stroke-dasharray="[^"]+" )?stroke-width="2.5" stroke="[^"]+"/g)];
  expect(new Set(swatches.map(([look]) => look)).size).toBe(8);
});

test('tied systems take places of their own', () => {
  const systems = ['a', 'b', 'c'].map((name) => ({ name, from: 1, to: 1 }));
  const svg = draw({
    kind: 'ranks',
    name: 'c',
    title: 't',
    xLabel: '',
    fromLabel: 'all',
    toLabel: 'some',
    systems,
  });
  const heights = [...svg.matchAll(/<path d="M[\d.]+,([\d.]+)L/g)].map(([, y]) => y);
  expect(new Set(heights).size).toBe(3);
});

test('charts without a single value do not fail', () => {
  const head = { name: 'c', title: 't', xLabel: 'x', yLabel: 'y' };
  const line = { name: 'l', role: 'main' as const, points: [] };
  expect(draw({ ...head, kind: 'lines', lines: [line] })).toContain('<svg');
  expect(draw({ ...head, kind: 'panels', baseline: line, panels: [line] })).toContain('<svg');
  expect(draw({ ...head, kind: 'intervals', rows: [] })).toContain('<svg');
  expect(draw({ ...head, kind: 'scatter', points: [] })).toContain('<svg');
  expect(draw({ ...head, kind: 'ranks', fromLabel: 'a', toLabel: 'b', systems: [] })).toContain('<svg');
});

test('names of the data are text, shortened in their middle', () => {
  const charts = hostileResults().flatMap((result) => svgsOf(result));
  const tags = new Set(charts.flatMap(({ svg }) => [...svg.matchAll(/<(\w+)/g)].map(([, tag]) => tag)));
  expect([...tags].sort()).toEqual(['circle', 'g', 'line', 'path', 'rect', 'svg', 'text']);
});
