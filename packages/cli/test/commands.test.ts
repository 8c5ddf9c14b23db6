import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_PAINT } from '@goldpan/report';
import { exampleDataPath, testWithShared, sharedPath } from '@goldpan/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStory } from '../src/demo/story.js';
import { itemLines, run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
let items: string;
beforeAll(() => void (items = folder.write('items.jsonl', `${itemLines().join('\n')}\n`)));
afterAll(() => folder.remove());

describe('select', () => {
  test('writes the items back in ranking order with one member added and nothing else changed', async () => {
    const args = [
      'select',
      items,
      '--selector',
      'metric-variance',
      '--metric',
      'm',
      '--budget',
      '3',
      '-o',
      'out.jsonl',
      '--json',
    ];
    const { code, out } = await run(args, folder.path);
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({
      command: 'select',
      seed: 0,
      data: { items: 7, systems: 3 },
      cost: { total: 3, unit: 'items', budget: 3 },
    });
    const lines = readFileSync(join(folder.path, 'out.jsonl'), 'utf8').trimEnd().split('\n');
    const original = new Map(itemLines().map((line) => [JSON.parse(line).id, line]));
    lines.forEach((line, k) => {
      const { goldpan, ...rest } = JSON.parse(line);
      expect(rest).toEqual(JSON.parse(original.get(rest.id)!));
      expect(line).toContain('"extra": {"n": 1.0}');
      expect(goldpan).toMatchObject({
        rank: k + 1,
        cost: 1,
        selector: 'metric-variance',
        options: { metric: 'm' },
        seed: 0,
      });
      expect(result.chosen[k]).toMatchObject({ id: rest.id, rank: k + 1, utility: goldpan.utility });
    });
    const utilities = lines.map((line) => JSON.parse(line).goldpan.utility);
    expect(utilities).toEqual(utilities.toSorted((a, b) => b - a));
  });

  test('the same call gives the same bytes, and another seed another order', async () => {
    const order = async (seed: string) =>
      (await run(['select', items, '--selector', 'random', '--seed', seed, '--json'])).out;
    expect(await order('3')).toBe(await order('3'));
    expect(JSON.parse(await order('4')).chosen).not.toEqual(JSON.parse(await order('3')).chosen);
  });

  test('items that lack scores are left out where the user says so', async () => {
    const lines = itemLines();
    lines[2] = lines[2].replace('"C": {"m"', '"C": {"x"');
    const path = folder.write('missing.jsonl', lines.join('\n'));
    const args = [
      'select',
      path,
      '--selector',
      'metric-variance',
      '--metric',
      'm',
      '-o',
      join(folder.path, 'kept.jsonl'),
    ];
    expect((await run(args)).err).toMatch(
      /1 of 21 cells are missing in 1 item, first in item "item-2" \(.*missing\.jsonl:3\), system "C"/,
    );
    expect((await run([...args, '--missing', 'drop-items'])).code).toBe(0);
    const ids = readFileSync(join(folder.path, 'kept.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect(ids.sort()).toEqual(['item-0', 'item-1', 'item-3', 'item-4', 'item-5', 'item-6']);
  });
});

describe('evaluate', () => {
  test('all items say the same as all items', async () => {
    const { code, out } = await run([
      'evaluate',
      items,
      items,
      '--measures',
      'all',
      '--sizes',
      '2,7',
      '--json',
    ]);
    expect(code).toBe(0);
    const [subset] = JSON.parse(out).subsets;
    expect(subset.measures).toMatchObject({
      spa: 1,
      'pairwise-accuracy': 1,
      kendall: 1,
      'mean-absolute-error': 0,
      'same-ranking': 1,
    });
    expect(subset.curves.spa.map(({ size }: { size: number }) => size)).toEqual([2, 7]);
  });

  test('several subsets stand side by side, as text, as JSON and as CSV', async () => {
    const small = folder.write('=small.jsonl', itemLines().slice(0, 3).join('\n'));
    const { out } = await run([
      'evaluate',
      items,
      items,
      small,
      '--csv',
      join(folder.path, 'curves.csv'),
      '--sizes',
      '1:7:1',
      '--random',
      '20',
    ]);
    expect(out).toContain('=small.jsonl');
    const csv = readFileSync(join(folder.path, 'curves.csv'), 'utf8');
    expect(csv).toContain("\r\n'=small.jsonl,spa,3,");
    expect(csv).toContain('\r\nrandom,spa,3,');
    expect(csv).not.toContain('small.jsonl,spa,4,');
  });

  test('an item that is not in the full data is named', async () => {
    const { code, err } = await run([
      'evaluate',
      folder.write('part.jsonl', itemLines().slice(1).join('\n')),
      items,
    ]);
    expect(code).toBe(2);
    expect(err).toContain('every item of items.jsonl must be in the full data; item "item-0" is not');
  });

  testWithShared(
    'on real data the curve is that of a library call',
    ['data/wmt23_en-de_mqm.jsonl'],
    async () => {
      const data = sharedPath('data/wmt23_en-de_mqm.jsonl')!;
      const selected = join(folder.path, 'wmt.jsonl');
      await run(['select', data, '--selector', 'metric-variance', '--metric', 'MetricX-23', '-o', selected]);
      const { out } = await run(['evaluate', data, selected, '--random', '0', '--json']);
      const { curves } = JSON.parse(out).subsets[0];
      expect(curves.spa.map(({ size }: { size: number }) => size)).toEqual([
        23, 46, 69, 92, 115, 138, 161, 184, 207, 230,
      ]);
      const mean = curves.spa.reduce((sum: number, { value }: { value: number }) => sum + value / 10, 0);
      expect(Math.abs(mean - 0.967)).toBeLessThan(0.003);
    },
  );
});

describe('the other commands', () => {
  test('inspect shows what is there', async () => {
    const { out, code } = await run(['inspect', items, '--json']);
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result.systems).toEqual(['A', '__proto__', 'C']);
    expect(result.metrics.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
      ['m', 'metric'],
      ['human', 'target'],
    ]);
    expect(result.agreement).toHaveLength(1);
  });

  test('plan says its target, and names a metric that stands in', async () => {
    const args = [
      'plan',
      items,
      '--selector',
      'random',
      '--goal',
      'same-best',
      '--replicates',
      '20',
      '--workers',
      '0',
      '--permutations',
      '50',
      '--json',
    ];
    expect(JSON.parse((await run(args)).out)).toMatchObject({
      command: 'plan',
      target: { columns: ['human'], standsIn: false },
      replicates: 20,
      goal: { text: 'same-best' },
    });
    const withoutHuman = folder.write(
      'metrics.jsonl',
      itemLines()
        .map((line) => line.replaceAll('"human"', '"k"'))
        .join('\n'),
    );
    const { out, code } = await run([
      'plan',
      withoutHuman,
      '--selector',
      'metric-variance',
      '--metric',
      'm',
      '--goal',
      'kendall=0.5',
      '--replicates',
      '10',
      '--workers',
      '0',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('METRIC_STANDS_IN');
  });

  test('compare recommends random selection where nothing is shown to help', async () => {
    const { out, code } = await run([
      'compare',
      items,
      '--selectors',
      'metric-variance,metric-average',
      '--replicates',
      '30',
      '--workers',
      '0',
      '--json',
    ]);
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({
      command: 'compare',
      target: { columns: ['human'], standsIn: false },
      measure: 'spa',
      recommendation: { selector: null },
    });
    expect(result.selectors.map(({ name }: { name: string }) => name).sort()).toEqual([
      'metric-average',
      'metric-variance',
    ]);
  });

  test('compare says what the items that a selector picks cost', async () => {
    const lines = itemLines().map((line, i) =>
      JSON.stringify({ ...JSON.parse(line), cost: 1 + i, src: 'a' }),
    );
    const priced = folder.write('priced.jsonl', lines.join('\n'));
    const args = ['compare', priced, '--selectors', 'source-length', '--replicates', '20', '--workers', '0'];
    const { costs, selectors } = JSON.parse((await run([...args, '--sizes', '40%', '--json'])).out);
    // Equal sources keep the order of the file: the first two cost 1 and 2, and an item costs 4 on average.
    expect([costs, selectors[0].cost]).toEqual(['field', 1.5 / 4]);
    const uniform = await run([...args, '--cost', 'uniform', '--json']);
    expect(JSON.parse(uniform.out).selectors[0].cost).toBe(1);
    expect((await run([...args, '--sizes', '40%'])).out).toMatch(/parity +cost +verdict[^]*0\.38×/);
  });

  test('plugins lists selectors with needs and options', async () => {
    const { out } = await run(['plugins', '--json']);
    const names = JSON.parse(out).plugins.flatMap(({ selectors }: { selectors: { name: string }[] }) =>
      selectors.map(({ name }) => name),
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'random',
        'metric-average',
        'metric-variance',
        'metric-consistency',
        'combine',
      ]),
    );
  });

  test('plugins says which version each package has and how options are typed', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    const { plugins } = JSON.parse((await run(['plugins', '--json'])).out);
    expect(plugins.map((plugin: { version: string }) => plugin.version)).toEqual(plugins.map(() => version));
    const { out } = await run(['plugins']);
    expect(out).toContain(`@goldpan/selector-variance ${version}\n`);
    expect(out).toMatch(/cost model field\n.*\n {6}--cost-option unit=…/);
  });

  test('convert lists the options of the formats that are named before --help', async () => {
    const { out } = await run(['convert', '--from', 'long-table', '--to', 'argilla', '--help']);
    expect(out).toContain('--from-option delimiter=…');
    expect(out).toContain('Options of argilla:');
    expect((await run(['convert', '--from', 'lon', '--help'])).err).toContain('UNKNOWN_FORMAT');
  });

  test('every command has help with an example', async () => {
    for (const command of ['inspect', 'select', 'evaluate', 'compare', 'plan', 'plugins', 'demo']) {
      const { code, out } = await run([command, '--help']);
      expect(code, command).toBe(0);
      expect(out, command).toMatch(new RegExp(`Examples:\n  \\$ goldpan ${command}`));
    }
  });

  test('the demonstration tells numbers that it worked out', async () => {
    const { out: json, code } = await run(['demo', '--json']);
    expect(code).toBe(0);
    const facts = JSON.parse(json);
    const out = demoStory(facts, { width: 100, paint: NO_PAINT });
    expect(out.split('\n').length).toBeLessThan(50);
    const { spa, ranked, sizes } = facts;
    for (const number of [spa.picked, spa.means.mean, spa.estimate.low, ranked[0].estimate, ranked[4].mean])
      expect(out).toContain(number.toFixed(3));
    for (const { median, low, high } of Object.values<Record<string, number>>(sizes))
      expect(out).toContain(`${median} (${low} to ${high})`);
    expect(spa.estimate.mean).toBeGreaterThan(spa.means.mean);
  });

  test('the data that travels with the command is the example data', async () => {
    const { gunzipSync } = await import('node:zlib');
    const packed = gunzipSync(readFileSync(new URL('../data/realsumm.jsonl.gz', import.meta.url)));
    expect(packed.equals(readFileSync(exampleDataPath('realsumm.jsonl')))).toBe(true);
  });
});

describe('a configuration file', () => {
  test('gives defaults, which flags on the command line override', async () => {
    const own = temporaryFolder();
    try {
      own.write('items.jsonl', itemLines().join('\n'));
      own.write(
        'goldpan.config.json',
        JSON.stringify({ defaults: { select: { seed: 9, selector: 'random' } } }),
      );
      const seed = async (...flags: string[]) =>
        JSON.parse((await run(['select', 'items.jsonl', '--json', ...flags], own.path)).out).seed;
      expect([await seed(), await seed('--seed', '4')]).toEqual([9, 4]);
      own.write('goldpan.config.json', '{"defaults": {"select": 3}}');
      expect((await run(['plugins'], own.path)).err).toContain('goldpan.config.json');
    } finally {
      own.remove();
    }
  });
});

describe('a report', () => {
  test('is written beside the result, and from results that were kept', async () => {
    const html = join(folder.path, 'report.html');
    const { out, err, code } = await run([
      'select',
      items,
      '--selector',
      'random',
      '--budget',
      '2',
      '--html',
      html,
      '--json',
    ]);
    expect(code, err).toBe(0);
    expect(readFileSync(html, 'utf8')).toContain('<!doctype html>');
    const kept = folder.write('kept.json', out);
    const again = join(folder.path, 'again.md');
    expect((await run(['report', kept, '-o', again])).code).toBe(0);
    expect(readFileSync(again, 'utf8')).toContain('item-');
    const charts = join(folder.path, 'all charts');
    const both = ['report', kept, kept, '-o', again, '--charts', charts];
    expect((await run(both)).err).toBe('');
    const names = readdirSync(charts);
    expect(names.length).toBeGreaterThan(1);
    expect(names.every((name) => /^[12]-select-.*\.svg$/.test(name))).toBe(true);
    expect(readFileSync(again, 'utf8')).toContain(`](<all%20charts/${names[0]}>)`);
    expect((await run(['report', items, '-o', again])).err).toContain('items.jsonl must be a result as JSON');
    expect((await run(['report', kept, '-o', 'report.pdf'])).err).toContain('must end in .html or .md');
    const half = folder.write('half.json', '{"goldpan": "1", "command": "compare", "data": {}}');
    expect(await run(['report', half, '-o', again])).toMatchObject({
      code: 2,
      err: expect.stringContaining('half.json must be a result as JSON'),
    });
  });
});

describe('irt', () => {
  test('prints abilities with intervals, and writes a model that select uses', async () => {
    const model = join(folder.path, 'irt.json');
    const pyIrt = join(folder.path, 'irt.jsonl');
    const data = exampleDataPath('hanna.jsonl');
    const { out, code, err } = await run([
      'irt',
      data,
      '--metric',
      'human',
      '--save-model',
      model,
      '--py-irt',
      pyIrt,
    ]);
    expect(code, err).toBe(0);
    expect(out).toMatch(/system +ability +95 % interval/);
    expect(out).toContain('Most informative:');
    expect(JSON.parse(readFileSync(pyIrt, 'utf8').split('\n')[0])).toHaveProperty('subject_id');
    const args = [
      'select',
      data,
      '--selector',
      'irt',
      '--metric',
      'human',
      '--option',
      'utility=information',
      '--json',
    ];
    const ids = (text: string) => JSON.parse(text).chosen.map(({ id }: { id: string }) => id);
    const fitted = await run(args);
    expect(ids((await run([...args, '--option', `model=${model}`])).out)).toEqual(ids(fitted.out));
    expect((await run(args)).out).toBe(fitted.out);
  });
});
