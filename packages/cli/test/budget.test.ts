import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
let items: string;
/** Eleven items in four documents and two domains; costs 1 to 5. */
const lines = Array.from({ length: 11 }, (_, i) =>
  JSON.stringify({
    id: `i${i}`,
    src: `${'word '.repeat(3 + ((i * 5) % 7))}end`,
    scores: { A: { m: i % 4 }, B: { m: (i * 3) % 7 }, C: { m: 1 } },
    doc: `d${Math.floor(i / 3)}`,
    domain: i % 3 === 0 ? 'news' : 'chat',
    cost: 1 + (i % 5),
  }),
);
beforeAll(() => void (items = folder.write('items.jsonl', lines.join('\n'))));
afterAll(() => folder.remove());

const select = async (...flags: string[]) => {
  const { code, out, err } = await run(
    ['select', items, '--selector', 'metric-variance', '--metric', 'm', '--json', ...flags],
    folder.path,
  );
  return { code, err, ...(code === 0 ? JSON.parse(out) : {}) };
};
const item = (id: string) => JSON.parse(lines[Number(id.slice(1))]);

describe('a budget in cost', () => {
  test('is spent as well as can be, and never exceeded', async () => {
    const { chosen, cost, bound } = await select(
      '--cost',
      'field',
      '--cost-option',
      'unit=minutes',
      '--budget',
      '10 minutes',
    );
    expect(cost).toMatchObject({ unit: 'minutes', budget: 10 });
    expect(cost.total).toBeLessThanOrEqual(10);
    expect(chosen.reduce((sum: number, { cost }: { cost: number }) => sum + cost, 0)).toBe(cost.total);
    expect(bound.gap).toBe(0);
  });

  test('can come from a model learned from judged items', async () => {
    const model = join(folder.path, 'cost.json');
    expect((await run(['fit-cost', items, '--unit', 'minutes', '--out', model])).out).toContain(
      'Learned from: 11 items',
    );
    const { cost } = await select('--cost', `model:${model}`, '--budget', '50%');
    expect(cost.unit).toBe('minutes');
    expect(cost.total).toBeLessThanOrEqual(cost.budget);
  });
});

test('--variant reference spends less than the budget, as subset2evaluate does, and takes no constraints', async () => {
  const budget = ['--cost', 'field', '--budget', '9'];
  const ours = await select(...budget);
  const reference = await select(...budget, '--variant', 'reference');
  expect(ours.cost.total).toBe(9);
  expect(reference.cost.total).toBeLessThan(9);
  expect((await select(...budget, '--variant', 'reference', '--max-per', 'doc=1')).err).toContain(
    'NOT_AS_REFERENCE',
  );
});

describe('constraints', () => {
  test('hold together', async () => {
    const ids = folder.write('judged.txt', 'i4\n');
    const barred = folder.write('barred.txt', 'i5\ni8\n');
    const { chosen } = await select(
      '--budget',
      '5',
      '--group',
      'domain=news:min=2',
      '--max-per',
      'doc=2',
      '--include',
      ids,
      '--exclude',
      barred,
    );
    const names: string[] = chosen.map(({ id }: { id: string }) => id);
    expect(names).toHaveLength(5);
    expect(names).toContain('i4');
    expect(names.some((id) => id === 'i5' || id === 'i8')).toBe(false);
    expect(names.filter((id) => item(id).domain === 'news').length).toBeGreaterThanOrEqual(2);
    for (const doc of ['d0', 'd1', 'd2', 'd3'])
      expect(names.filter((id) => item(id).doc === doc).length).toBeLessThanOrEqual(2);
  });

  test('whole documents are kept whole', async () => {
    const { chosen } = await select('--budget', '6', '--keep-documents');
    const names = new Set(chosen.map(({ id }: { id: string }) => id));
    for (const id of names) {
      const document = lines
        .map((line) => JSON.parse(line))
        .filter(({ doc }) => doc === item(id as string).doc);
      expect(document.every((other) => names.has(other.id))).toBe(true);
    }
  });

  test('that clash are named', async () => {
    expect((await select('--budget', '2', '--group', 'domain:min=2')).err).toContain('CLASHING_CONSTRAINTS');
  });

  test('are kept for a selector that chooses a whole set, with a warning that its set was changed', async () => {
    const args = ['select', items, '--selector', 'k-means', '--budget', '3', '--max-per', 'doc=1'];
    const { out } = await run([...args, '--json']);
    const { chosen, warnings } = JSON.parse(out);
    expect(new Set(chosen.map(({ id }: { id: string }) => item(id).doc)).size).toBe(3);
    for (const { code } of warnings) expect(code).toBe('SET_CHANGED');
  });

  test.each(['metric-variance', 'k-means', 'facility-location', 'random'])(
    'go by source length and by any field of the items, with %s',
    async (selector) => {
      const marked = folder.write(
        'marked.jsonl',
        lines
          .map((line, at) => JSON.stringify({ ...JSON.parse(line), register: at % 4 === 1 ? 7 : 'formal' }))
          .join('\n'),
      );
      const metric = selector === 'metric-variance' ? ['--metric', 'm'] : [];
      const bounds = ['--group', 'register=7:min=2', '--group', 'length:bands=2,max=50%'];
      const args = [
        'select',
        marked,
        '--selector',
        selector,
        ...metric,
        '--budget',
        '4',
        ...bounds,
        '--json',
      ];
      const { out } = await run(args);
      const chosen: number[] = JSON.parse(out).chosen.map(({ id }: { id: string }) => Number(id.slice(1)));
      expect(chosen).toHaveLength(4);
      expect(chosen.filter((at) => at % 4 === 1).length).toBeGreaterThanOrEqual(2);
      const unknown = await run(args.map((arg) => arg.replace('register=7', 'tone=7')));
      expect(unknown.err).toContain('MISSING_GROUP');
    },
  );

  test('a set selector is shown the items that may be chosen', async () => {
    const ids = folder.write('in.txt', 'i1\n');
    const barred = folder.write('out.txt', 'i2\n');
    const args = [
      'select',
      items,
      '--selector',
      'k-means',
      '--budget',
      '4',
      '--include',
      ids,
      '--exclude',
      barred,
      '--json',
    ];
    const { chosen } = JSON.parse((await run(args)).out);
    const names = chosen.map(({ id }: { id: string }) => id);
    expect(names).toHaveLength(4);
    expect(names[0]).toBe('i1');
    expect(names).not.toContain('i2');
  });

  test('a selector that covers is told of the items that are judged', async () => {
    const ids = folder.write('covered.txt', 'i0\ni7\n');
    const chosenWith = async (selector: string, ...flags: string[]) => {
      const args = ['select', items, '--selector', selector, '--budget', '5', '--include', ids, '--json'];
      const { out, err } = await run([...args, ...flags]);
      return out === '' ? err : JSON.parse(out).chosen.map(({ id }: { id: string }) => id);
    };
    for (const selector of ['k-center', 'facility-location']) {
      const names = await chosenWith(selector);
      expect(new Set(names).size).toBe(5);
      expect(names).toEqual(expect.arrayContaining(['i0', 'i7']));
      const free = await chosenWith(selector, '--include-free');
      expect(new Set(free).size).toBe(7);
    }
    const two = await chosenWith('facility-location', '--max-per', 'doc=2');
    expect(two).toHaveLength(5);
    for (const doc of ['d0', 'd1', 'd2', 'd3'])
      expect(two.filter((id: string) => item(id).doc === doc).length).toBeLessThanOrEqual(2);
    expect(await chosenWith('facility-location', '--keep-documents')).toContain('CLASHING_CONSTRAINTS');
  });

  test('--explain says why', async () => {
    const { out } = await run(
      [
        'select',
        items,
        '--selector',
        'metric-variance',
        '--metric',
        'm',
        '--cost',
        'field',
        '--budget',
        '8',
        '--explain',
      ],
      folder.path,
    );
    expect(out).toMatch(/Why \(optimum\):\n {2}i\d+: chosen: \d+(st|nd|rd|th) by utility/);
    expect(out).toContain('Left out, best first:');
  });
});

test('costs are written beside the items', async () => {
  const path = join(folder.path, 'out.jsonl');
  await select('--cost', 'field', '--budget', '7', '-o', path);
  for (const line of readFileSync(path, 'utf8').trimEnd().split('\n')) {
    const { id, cost, goldpan } = JSON.parse(line);
    expect(goldpan.cost, id).toBe(cost);
  }
});

test('train-source learns from past items and its model is used', async () => {
  const past = Array.from({ length: 40 }, (_, i) => {
    const words = 2 + ((i * 7) % 19);
    return JSON.stringify({
      id: i,
      src: 'word '.repeat(words),
      doc: `d${i}`,
      scores: { A: { m: words }, B: { m: 0 } },
    });
  });
  const path = folder.write('past.jsonl', past.join('\n'));
  const model = join(folder.path, 'model.json');
  const { code, err, out } = await run([
    'train-source',
    path,
    '--utility',
    'metric-variance',
    '--metric',
    'm',
    '--out',
    model,
  ]);
  expect(code, err).toBe(0);
  expect(out).toContain('predicts held-out items better than chance');
  const sources = folder.write(
    'sources.jsonl',
    '{"id":"short","src":"word"}\n{"id":"long","src":"word word word word word word word word word word word word"}\n',
  );
  const { chosen } = JSON.parse(
    (await run(['select', sources, '--selector', 'source', '--option', `model=${model}`, '--json'])).out,
  );
  expect(chosen.map(({ id }: { id: string }) => id)).toEqual(['long', 'short']);
});

test('of near-duplicates only the better one is chosen, and it is said', async () => {
  const texts = ['the cat sat on the mat', 'the cat sat on the mat!', 'something else entirely'];
  const near = folder.write(
    'near.jsonl',
    texts
      .map((src, i) => JSON.stringify({ id: `t${i}`, src, scores: { A: { m: i }, B: { m: 0 } } }))
      .join('\n'),
  );
  const args = [
    'select',
    near,
    '--selector',
    'metric-variance',
    '--metric',
    'm',
    '--max-similarity',
    '0.8',
    '--json',
  ];
  const { chosen, warnings } = JSON.parse((await run(args)).out);
  expect(chosen.map(({ id }: { id: string }) => id)).toEqual(['t2', 't1']);
  expect(warnings[0].text).toContain(
    '1 item nearly repeats the source of a better one and cannot be chosen: t0 (as t1, ',
  );
  expect((await run([...args.slice(0, -2), '2'])).err).toContain('similarity');
});
