import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedPath, testWithShared } from '@goldpan/testing';
import { run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** Items whose longer sources tell the three systems further apart. */
function past(items: number, change: (item: any, i: number) => object = (item) => item): string {
  return Array.from({ length: items }, (_, i) => {
    const words = 2 + ((i * 7) % 19);
    const scores = [0, words, (i * 5) % 3].map((score) => ({ m: score / 20, human: score + (i % 2) }));
    const item = {
      id: `item-${i}`,
      src: `${'word '.repeat(words)}${i}`,
      doc: `d${i >> 1}`,
      tgt: { A: 'same words here', B: `${'other '.repeat(words)}`, C: 'same words here' },
      scores: { A: scores[0], B: scores[1], C: scores[2] },
    };
    return `${JSON.stringify(change(item, i))}\n`;
  }).join('');
}

const read = (name: string) => JSON.parse(readFileSync(join(folder.path, name), 'utf8'));
const train = (files: string[], ...flags: string[]) =>
  run(['train-source', ...files, '--out', 'model.json', ...flags], folder.path);
const select = (pool: string, ...flags: string[]) =>
  run(
    ['select', pool, '--selector', 'source', '--option', 'model=model.json', '--json', ...flags],
    folder.path,
  );

beforeAll(() => {
  folder.write('past.jsonl', past(60));
  folder.write(
    'pool.jsonl',
    '{"id":"short","src":"word"}\n{"id":"long","src":"word word word word word word word"}\n',
  );
});

describe('train-source learns', () => {
  test.each([
    [['metric-variance', '--metric', 'm'], 'metric-variance of m'],
    [['metric-variance', '--option', 'metric=m'], 'metric-variance metric=m'],
    [['metric-consistency', '--metric', 'm'], 'metric-consistency of m'],
    [['output-diversity', '--option', 'similarity=unigram'], 'output-diversity similarity=unigram'],
    [['source-length'], 'source-length'],
    [['source-diversity'], 'source-diversity'],
    [['target-variance'], 'variance over systems of human'],
    [['target-variance', '--target', 'm'], 'variance over systems of m'],
    [['irt', '--metric', 'm'], 'irt of m'],
  ])('the utilities of %j', async (utility, text) => {
    const { code, err } = await train(['past.jsonl'], '--force', '--utility', ...utility);
    expect([code, err]).toEqual([0, '']);
    expect(read('model.json')).toMatchObject({
      utility: text,
      direction: 'higher-first',
      training: [{ name: 'past.jsonl', items: 60, groups: 30 }],
      validation: { grouping: 'document', folds: 5 },
    });
    expect((await select('pool.jsonl')).code).toBe(0);
  });

  test('the utilities of a plugin', async () => {
    const core = import.meta.resolve('@goldpan/core');
    folder.write(
      'plugin.mjs',
      `import { defineSelector, z } from ${JSON.stringify(core)};
       export default { name: 'mine', selectors: [defineSelector({
         name: 'mine', summary: 'Short.', needs: ['sources'], options: z.object({}),
         select: ({ sources }) => ({ utilities: Float64Array.from(sources, (s) => -s.length) }),
       })] };`,
    );
    const { code, err } = await train(['past.jsonl'], '--utility', 'mine', '--plugin', './plugin.mjs');
    expect([code, err]).toEqual([0, '']);
    const { chosen } = JSON.parse((await select('pool.jsonl')).out);
    expect(chosen.map(({ id }: { id: string }) => id)).toEqual(['short', 'long']);
  });

  test('from several files, two of one name, over whole files', async () => {
    folder.write(
      'more.jsonl',
      past(40, (item, i) => ({ ...item, src: `${item.src} again ${i}` })),
    );
    const { code, err, out } = await train(
      ['past.jsonl', './past.jsonl', 'more.jsonl'],
      ...['--utility', 'target-variance', '--licence', 'CC BY 4.0', '--json'],
    );
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ command: 'train-source', file: 'model.json', reliable: true });
    expect(read('model.json')).toMatchObject({
      licence: 'CC BY 4.0',
      training: [{ name: 'past.jsonl' }, { name: './past.jsonl' }, { name: 'more.jsonl' }],
      validation: { grouping: 'data set', folds: 2 },
    });
  });

  test('a model for items that have a source and nothing else', async () => {
    await train(['past.jsonl'], '--utility', 'metric-variance', '--metric', 'm');
    const { chosen, warnings } = JSON.parse((await select('pool.jsonl', '--budget', '1')).out);
    expect([chosen.length, chosen[0].id, warnings]).toEqual([1, 'long', []]);
  });
});

describe('train-source leaves out, and says so,', () => {
  test('items without a source', async () => {
    folder.write(
      'gaps.jsonl',
      past(60, ({ src, ...item }, i) => (i % 9 === 4 ? item : { ...item, src })),
    );
    const { code, err } = await train(['gaps.jsonl'], '--utility', 'target-variance');
    expect([code, err]).toEqual([0, '7 of the 60 items of gaps.jsonl are left out.\n']);
    expect(read('model.json').training[0].items).toBe(53);
  });

  test('items that lack scores, where it may', async () => {
    folder.write(
      'holes.jsonl',
      past(60, (item, i) => (i === 3 ? { ...item, scores: {} } : item)),
    );
    const strict = await train(['holes.jsonl'], '--utility', 'target-variance');
    expect([strict.code, strict.err]).toEqual([2, expect.stringContaining('[MISSING_SCORES]')]);
    const { code, err } = await train(
      ['holes.jsonl'],
      '--utility',
      'target-variance',
      '--missing',
      'drop-items',
    );
    expect([code, err]).toEqual([0, '1 of the 60 items of holes.jsonl are left out.\n']);
  });
});

test.each<[string, string[], RegExp]>([
  ['a selector that is not there', ['nope'], /there is no selector "nope"/],
  ['a selector of sets', ['k-means'], /"k-means" chooses a set for a budget.* \[NO_UTILITIES\]/s],
  [
    'a target that is not there',
    ['target-variance', '--target', 'humn'],
    /no target column "humn".*"human"/s,
  ],
  ['an option that is not there', ['source-length', '--metric', 'm'], /has no option "metric"/],
])('%s is refused', async (_, utility, text) => {
  expect(await train(['past.jsonl'], '--utility', ...utility)).toMatchObject({
    code: 2,
    err: expect.stringMatching(text),
  });
});

test('what is not shown to predict anything is written only when forced, and said whenever it is used', async () => {
  folder.write(
    'noise.jsonl',
    past(60, (item, i) => ({ ...item, src: `text ${(i * 7919) % 61}` })),
  );
  const flags = ['--utility', 'target-variance', '--out', 'noise.json'];
  const refused = await run(['train-source', 'noise.jsonl', ...flags], folder.path);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('[UNRELIABLE_MODEL]')]);
  expect(() => read('noise.json')).toThrow(/ENOENT/);
  const forced = await run(['train-source', 'noise.jsonl', '--force', ...flags], folder.path);
  expect(forced.out).toContain('NOT shown to predict held-out items');
  const used = ['select', 'pool.jsonl', '--selector', 'source', '--option', 'model=noise.json'];
  for (const budget of [[], ['--budget', '1']]) {
    const { out } = await run([...used, ...budget], folder.path);
    expect(out).toMatch(/warning UNRELIABLE_SOURCE_MODEL: source: .*no better than\s+chance/s);
  }
});

describe('embeddings', () => {
  const vector = (i: number) => [Math.cos(i), Math.sin(i), ((i * 7) % 19) / 10];
  const withVectors = (item: object, i: number) => ({ ...item, embedding: { src: vector(i) } });
  const flags = ['--utility', 'target-variance', '--embeddings', 'tiny-encoder-1'];

  test('of the data are learned from, and asked for when the model is used', async () => {
    folder.write('vectors.jsonl', past(60, withVectors));
    expect((await train(['vectors.jsonl'], ...flags)).code).toBe(0);
    const model = read('model.json');
    expect(model).toMatchObject({ embedder: 'tiny-encoder-1', features: { embedding: 3 } });
    expect(model.weights.length).toBe(2 ** 16 + model.features.surface.length + 3);

    folder.write(
      'new.jsonl',
      past(5, ({ src, id }, i) => withVectors({ id, src }, i)),
    );
    const { code, out } = await select('new.jsonl', '--budget', '2');
    expect([code, JSON.parse(out).chosen.length]).toEqual([0, 2]);

    const refusals = [
      ['none', past(5), 'lacks some or all'],
      ['gaps', past(5, (item, i) => (i === 2 ? item : withVectors(item, i))), 'lacks some or all'],
      ['others', past(5, (item) => ({ ...item, embedding: { src: [1, 2] } })), 'has embeddings of 2 numbers'],
    ];
    for (const [name, content, problem] of refusals) {
      folder.write(`${name}.jsonl`, content);
      for (const budget of [[], ['--budget', '2']]) {
        const { code, err } = await select(`${name}.jsonl`, ...budget);
        expect([code, err]).toEqual([
          2,
          `goldpan: the source model needs an embedding of 3 numbers, made by "tiny-encoder-1", for every source; the data ${problem}\n` +
            '  add "embedding": {"src": […]} to every item, or use what needs no embeddings [MISSING_SOURCE_VECTORS]\n',
        ]);
      }
    }
  });

  test('that the data lacks are missed in training', async () => {
    const { code, err } = await train(['past.jsonl'], ...flags);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('"past.jsonl" lacks an embedding of some or all sources'),
    ]);
  });
});

test('train-source stops when interrupted', async () => {
  const args = ['train-source', 'past.jsonl', '--utility', 'target-variance', '--out', 'never.json'];
  expect(await run(args, folder.path, AbortSignal.abort())).toMatchObject({ code: 130 });
});

testWithShared(
  'a model of one campaign ranks the sources of another',
  ['data/wmt23_en-de_mqm.jsonl', 'data/wmt24_en-cs_esa.jsonl'],
  async () => {
    const [mqm, esa] = ['wmt23_en-de_mqm', 'wmt24_en-cs_esa'].map((name) =>
      sharedPath(`data/${name}.jsonl`)!,
    );
    const trained = await train([mqm], '--utility', 'metric-variance', '--metric', 'MetricX-23');
    expect([trained.code, trained.err]).toEqual([0, '']);
    const { chosen, data, warnings } = JSON.parse((await select(esa, '--budget', '50')).out);
    expect([chosen.length, data.items, warnings]).toEqual([50, 297, []]);
  },
);
