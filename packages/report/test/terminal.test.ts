import { describe, expect, test } from 'vitest';
import {
  NO_PAINT,
  renderChart,
  renderTable,
  sparkline,
  terminalOf,
  type Line,
  type Paint,
} from '../src/index.js';
import { textWidth } from '../src/format/text-width.js';
import { hostileResults } from './hostile-results.js';
import { madeUpResults } from './made-up-items.js';

const lines = (text: string) => text.split('\n');
const results = madeUpResults();

describe('tables', () => {
  const columns = [
    { title: 'system' },
    { title: 'mean', align: 'right' as const },
    { title: 'why', minor: true },
  ];
  const rows = [
    [{ text: '評価' }, { text: '0.5' }, { text: 'a reason' }],
    [{ text: 'plain' }, { text: '-10.25' }, { text: '' }],
  ];

  test('numbers stand to the right, and wide characters count as two', () => {
    expect(lines(renderTable({ columns, rows }, { width: 80 }))).toEqual([
      'system    mean  why',
      '────────────────────────',
      '評価       0.5  a reason',
      'plain   -10.25',
    ]);
  });

  test('where there is no room, minor columns go first and then text is cut', () => {
    expect(lines(renderTable({ columns, rows }, { width: 20 }))[0]).toBe('system    mean');
    const long = [[{ text: 'a very long name of a system' }, { text: '0.5' }, { text: '' }]];
    expect(lines(renderTable({ columns, rows: long }, { width: 20 })).at(-1)).toBe('a very long n…   0.5');
  });

  test('rows beyond the most are counted', () => {
    expect(lines(renderTable({ columns, rows }, { width: 80, maxRows: 1 })).at(-1)).toBe('… and 1 more');
  });

  test('a table without rows is its titles', () => {
    expect(lines(renderTable({ columns, rows: [] }, { width: 80 }))[0]).toBe('system  mean  why');
  });

  test('intervals are the last of the minor columns to go', () => {
    const minors = [
      { title: 'name' },
      { title: 'interval', minor: 'last' as const },
      { title: 'parity', minor: true },
    ];
    const rows = [[{ text: 'a' }, { text: '0.1 to 0.2' }, { text: '75 %' }]];
    const titles = (width: number) => lines(renderTable({ columns: minors, rows }, { width }))[0].split(/ +/);
    expect([titles(40), titles(18), titles(10)]).toEqual([
      ['name', 'interval', 'parity'],
      ['name', 'interval'],
      ['name'],
    ]);
  });

  test('small lines of one column share their scale', () => {
    const sparks = [{ title: 'curve' }];
    const text = renderTable(
      { columns: sparks, rows: [[{ text: '', spark: [0, 1] }], [{ text: '', spark: [0.5, 0.5] }]] },
      { width: 20 },
    );
    expect(lines(text).slice(2)).toEqual(['▁█', '▅▅']);
  });
});

test('a small line keeps its first and last value', () => {
  expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█');
  expect(sparkline([9, 0, 0, 0, 0, 0, 0, 0, 1], { width: 3 })).toBe('█▁▁');
  expect(sparkline([-5e-324, 0])).toBe('▁█');
  expect(sparkline([-1.7e308, 1.7e308])).toBe('▁█');
  expect(sparkline([])).toBe('');
  expect(sparkline([3])).toBe('▅');
});

describe('charts', () => {
  const line = (role: Line['role'], ys: readonly number[]): Line => ({
    name: role,
    role,
    points: ys.map((y, index) => ({ x: index + 1, y })),
  });

  test('a rising line goes from the lower left to the upper right, and the goal lies across', () => {
    const chart = { xLabel: 'items', lines: [line('main', [0, 1])], goal: { y: 0.5, label: 'goal 0.5' } };
    expect(lines(renderChart(chart, { width: 29, height: 5 }))).toEqual([
      '1.000 ┤                   ╭──',
      '      ┤              ╭────╯',
      '0.500 ┤╌╌╌╌╌╌╌╌╭─────╯╌╌╌╌╌╌╌',
      '      ┤   ╭────╯',
      '0.000 ┤───╯',
      '      └──────────────────────',
      '       1       items        2',
      '       ── main   ╌╌ goal 0.5',
    ]);
  });

  test('lines are told apart without colour: the main one on top, the baseline dotted', () => {
    const chart = {
      xLabel: 'x',
      lines: [line('main', [1, 1]), line('baseline', [0, 0]), line('other', [1, 0])],
    };
    const drawn = renderChart(chart, { width: 40 });
    expect(drawn).toContain('── main');
    expect(drawn).toContain('·· baseline');
    expect(drawn).toContain('×× other');
    expect(lines(drawn)[0]).toMatch(/┤─+$/);
  });

  test('a chart without a value, or with one value only, does not fail', () => {
    expect(renderChart({ xLabel: 'x', lines: [line('main', [])] }, { width: 30 })).toBe('(no values)');
    expect(renderChart({ xLabel: 'x', lines: [line('main', [2])] }, { width: 30 })).toContain('─');
  });
});

describe('results as text', () => {
  for (const [command, result] of Object.entries(results)) {
    test.each([60, 100, 300])(`${command} stays within %i columns`, (width) => {
      const text = terminalOf(result, { width });
      // The command line to copy is left in one piece.
      const tooLong = lines(text).filter((line) => !line.startsWith('$ ') && textWidth(line) > width);
      expect(tooLong).toEqual([]);
      expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
    });
  }

  test('the answer comes first', () => {
    const text = terminalOf(results.compare, { width: 200 });
    expect(lines(text)[0]).toBe('Does picking help here?');
    expect(lines(text)[2]).toContain(results.compare.recommendation.selector!);
    expect(terminalOf(results.plan, { width: 100 }).replace(/\n/g, ' ')).toContain(results.plan.sentence);
  });

  test('warnings are shown with their codes', () => {
    expect(terminalOf(results.inspect, { width: 100 })).toContain('warning MISSING_SCORES: 7 cells of chrF');
  });

  test('there is no colour unless it is asked for, and then only from the given paint', () => {
    const marked = Object.fromEntries(
      Object.keys(NO_PAINT).map((name) => [name, (text: string) => `<${name}>${text}</>`]),
    ) as unknown as Paint;
    const plain = terminalOf(results.compare, { width: 100 });
    const coloured = terminalOf(results.compare, { width: 100, color: marked });
    expect(coloured).toContain('<bold>Does picking help here?</>');
    expect(coloured.replace(/<\w+>|<\/>/g, '')).toBe(plain);
  });

  test('no text of the data can drive the terminal', () => {
    for (const result of hostileResults()) {
      expect(terminalOf(result, { width: 100 })).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
      );
    }
  });
});
