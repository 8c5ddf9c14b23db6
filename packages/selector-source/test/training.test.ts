import { readJsonLines, sharedPath, testWithShared } from '@goldpan/testing';
import { spearman } from '@goldpan/stats';
import { describe, expect, test } from 'vitest';
import {
  isReliable,
  readSourceModel,
  sourceScorer,
  trainSourceModel,
  type TrainingSet,
} from '../src/index.js';
import { nothingMatters, sha256, termsMatter } from './training-data.js';

const small = { bits: 12 };

describe('a model trained on sources that tell something', () => {
  const past = termsMatter('past', 150);

  test('predicts the utilities of new sources, and knows how well', async () => {
    const model = await trainSourceModel([past], small);
    const fresh = termsMatter('fresh', 200);
    const score = sourceScorer(model);
    const agreement = spearman(
      fresh.sources.map((source) => score(source!)),
      fresh.utilities,
    );
    const { rankCorrelation, low, high } = model.validation;
    expect(agreement).toBeGreaterThan(0.5);
    expect(isReliable(model)).toBe(true);
    expect(low).toBeLessThan(rankCorrelation);
    expect(rankCorrelation).toBeLessThan(high);
    expect(agreement).toBeGreaterThan(low);
    expect(agreement).toBeLessThan(high);
  });

  test('says what it is and where it comes from', async () => {
    const options = { ...small, utility: 'number of terms', licence: 'CC0-1.0', seed: 3 };
    const model = await trainSourceModel([past, termsMatter('more', 40)], options);
    expect(model).toMatchObject({
      format: 'goldpan-source-model/1',
      utility: 'number of terms',
      licence: 'CC0-1.0',
      direction: 'higher-first',
      seed: 3,
      training: [
        { name: 'past', sha256, items: 150, groups: new Set(past.documents).size },
        { name: 'more', sha256, items: 40 },
      ],
    });
    expect(model.weights.length).toBe(2 ** 12 + model.features.surface.length);
  });

  test('comes through JSON unchanged, and is the same each time it is trained', async () => {
    const model = await trainSourceModel([past], small);
    const read = await readSourceModel(JSON.parse(JSON.stringify(model)));
    expect(read).toEqual(model);
    expect(await trainSourceModel([past], small)).toEqual(model);
    const [a, b] = [sourceScorer(model), sourceScorer(read)];
    for (const text of ['', 'the plasmid', 'x'.repeat(100)]) expect(a(text)).toBe(b(text));
  });

  test('does not change its input', async () => {
    const copy = structuredClone(past);
    await trainSourceModel([past], small);
    expect(past).toEqual(copy);
  });

  test('may learn distances in place of ranks, and from few buckets', async () => {
    const model = await trainSourceModel([past], { bits: 8, scale: 'zscore', penalties: [1, 30], folds: 3 });
    expect(model.scale).toBe('zscore');
    expect(model.validation.folds).toBe(3);
    expect([1, 30]).toContain(model.penalty);
    expect(isReliable(model)).toBe(true);
  });

  test('tells how much of the work is done', async () => {
    const seen: string[] = [];
    await trainSourceModel([past], {
      ...small,
      folds: 2,
      progress: (done, total) => seen.push(`${done}/${total}`),
    });
    expect(seen).toEqual(['1/3', '2/3', '3/3']);
  });
});

test('what a model learned from noise is not reliable, in nearly all trainings', async () => {
  const models = await Promise.all(
    Array.from({ length: 12 }, (_, seed) =>
      trainSourceModel([nothingMatters('noise', 60, seed)], { bits: 8 }),
    ),
  );
  expect(models.filter(isReliable).length).toBeLessThanOrEqual(1);
  const mean = models.reduce((sum, { validation }) => sum + validation.rankCorrelation / 12, 0);
  expect(Math.abs(mean)).toBeLessThan(0.12);
});

test('differences between data sets are not learned, only those within', async () => {
  // In the second set everything is more useful and in Cyrillic; within the sets nothing follows from the source.
  const low = nothingMatters('low', 80);
  const high = {
    ...nothingMatters('high', 80, 1),
    sources: low.sources.map((source) =>
      source!.replaceAll(/[a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x3d0)),
    ),
  };
  const raised = { ...high, utilities: Array.from(high.utilities, (utility) => utility + 100) };
  const model = await trainSourceModel([low, raised], { bits: 10, scale: 'zscore' });
  expect(model.validation.grouping).toBe('data set');
  expect(isReliable(model)).toBe(false);
  expect(await trainSourceModel([low, high], { bits: 10, scale: 'zscore' })).toMatchObject({
    validation: { low: expect.closeTo(model.validation.low, 6) },
  });
});

test('a word counts as rare for the item it is in when no other item has it', async () => {
  // Every source has six words; in half of them the last is a word of its own, and that alone decides.
  const own = (i: number) =>
    String.fromCharCode(...[i % 26, (i * 7) % 26, (i * 11) % 26, i % 17].map((c) => 97 + c));
  const common = ['now', 'here', 'then', 'soon'];
  const sources = Array.from(
    { length: 120 },
    (_, i) => `moon ${common[i % 3]} river ${common[i % 4]} gold ${i % 2 ? own(i) : common[(i * 5) % 4]}`,
  );
  const utilities = sources.map((_, i) => i % 2);
  const past = { name: 'rare', sha256, sources, utilities };
  const score = sourceScorer(await trainSourceModel([past], { penalties: [1] }));
  const [withRare, without] = ['qjxz', 'then'].map((last) => score(`moon here river now gold ${last}`));
  expect(withRare).toBeGreaterThan(without + 0.5);
});

describe('embeddings', () => {
  const dimensions = 4;
  const withVectors = (set: TrainingSet): TrainingSet => {
    const values = new Float32Array(set.sources.length * dimensions);
    set.sources.forEach((_, item) => values.set([set.utilities[item], 1, 1, 0], item * dimensions));
    return { ...set, embeddings: { dimensions, values } };
  };

  test('are used where all sets have them', async () => {
    const model = await trainSourceModel([withVectors(nothingMatters('noise', 90))], {
      bits: 8,
      embedder: 'mean-of-letters-2',
    });
    expect(model).toMatchObject({ features: { embedding: dimensions }, embedder: 'mean-of-letters-2' });
    expect(await readSourceModel(JSON.parse(JSON.stringify(model)))).toEqual(model);
    expect(model.validation.rankCorrelation).toBeGreaterThan(0.6);
    const score = sourceScorer(model);
    expect(score('the', [1, 1, 1, 0])).toBeGreaterThan(score('the', [0, 1, 1, 0]));
    // Only the direction of a vector counts; one of zeros says nothing.
    expect(score('the', [2, 2, 2, 0])).toBeCloseTo(score('the', [1, 1, 1, 0]), 12);
    expect(Number.isFinite(score('the', [0, 0, 0, 0]))).toBe(true);
  });

  test('are refused where a set has others or none', async () => {
    const [a, b] = [withVectors(termsMatter('a', 30)), termsMatter('b', 30)];
    await expect(trainSourceModel([a, b], { embedder: 'x' })).rejects.toThrow(
      /"b" has embeddings of length none, but "a" of 4/,
    );
    await expect(trainSourceModel([b, a])).rejects.toThrow(/"a" has embeddings of length 4, but "b" of none/);
  });
});

test('the embedder must be named where there are embeddings, and only there', async () => {
  const past = termsMatter('past', 30);
  const embeddings = { dimensions: 1, values: new Float64Array(30).fill(1) };
  const nameless = trainSourceModel([{ ...past, embeddings }]);
  await expect(nameless).rejects.toThrow(/"past" has embeddings of an unknown origin; name what made them/);
  const needless = trainSourceModel([past], { embedder: 'x' });
  await expect(needless).rejects.toThrow(/"past" lacks an embedding of some or all sources; add "embedding"/);
});

test('training waits for whoever is told of its progress, and stops where that throws', async () => {
  const seen: number[][] = [];
  const progress = async (...at: number[]) => {
    await Promise.resolve();
    seen.push(at);
    if (at[0] === 2) throw new Error('enough');
  };
  const run = trainSourceModel([termsMatter('past', 30)], { bits: 8, folds: 3, progress });
  await expect(run).rejects.toThrow('enough');
  expect(seen).toEqual([
    [1, 4],
    [2, 4],
  ]);
});

test.each<[string, (set: TrainingSet) => TrainingSet[], RegExp]>([
  ['nothing', () => [], /is missing/],
  ['a set twice', (set) => [set, set], /"past" occurs twice/],
  [
    'an item without a source',
    (set) => [{ ...set, sources: set.sources.with(7, undefined) }],
    /no source for item 7/,
  ],
  [
    'a utility that is NaN',
    (set) => [{ ...set, utilities: Array.from(set.utilities).with(3, NaN) }],
    /utility NaN for item 3/,
  ],
  [
    'a utility that is infinite',
    (set) => [{ ...set, utilities: Array.from(set.utilities).with(2, -Infinity) }],
    /utility -Infinity for item 2/,
  ],
  ['too few utilities', (set) => [{ ...set, utilities: [1] }], /as many utilities as sources; got 1 for 30/],
  [
    'too many documents',
    (set) => [{ ...set, documents: [...set.documents!, 'x'] }],
    /as many documents as sources; got 31 for 30/,
  ],
  [
    'too few embeddings',
    (set) => [{ ...set, embeddings: { dimensions: 2, values: new Float64Array(58) } }],
    /one embedding per source; got 29/,
  ],
  [
    'an embedding that is not finite',
    (set) => [{ ...set, embeddings: { dimensions: 1, values: new Float64Array(30).fill(NaN, 4, 5) } }],
    /a number that is not finite/,
  ],
  ['no items', (set) => [{ ...set, sources: [], documents: [], utilities: [] }], /no item with a source/],
  ['no hash', (set) => [{ ...set, sha256: 'abc' }], /64 hexadecimal digits; got "abc"/],
])('training on %s is refused', async (_, change, message) => {
  const run = trainSourceModel(change(termsMatter('past', 30)));
  await expect(run).rejects.toMatchObject({
    code: 'INVALID_TRAINING_SET',
    message: expect.stringMatching(message),
  });
});

test.each([
  { bits: 7 },
  { bits: 21 },
  { bits: 9.5 },
  { folds: 1 },
  { penalties: [] },
  { penalties: [1, 0] },
  { penalties: [Infinity] },
])('training options %j are refused', async (options) => {
  const run = trainSourceModel([termsMatter('past', 30)], options);
  await expect(run).rejects.toMatchObject({ code: 'INVALID_TRAINING_OPTIONS' });
});

test('training needs ten documents', async () => {
  const set = { ...termsMatter('past', 30), documents: Array.from({ length: 30 }, (_, i) => `d${i % 9}`) };
  await expect(trainSourceModel([set])).rejects.toMatchObject({
    code: 'TOO_FEW_GROUPS',
    fields: { got: 9, least: 10 },
  });
  const { documents: _, ...single } = set;
  expect((await trainSourceModel([single], { bits: 8 })).validation.groups).toBeGreaterThanOrEqual(25);
});

test('unusual sources can be trained on and scored', async () => {
  const odd = [
    '',
    '\u0000\u0001',
    '\ud800',
    '我们去了公园。',
    'สวัสดี',
    'x '.repeat(50_000),
    'y'.repeat(100_000),
    '<script>',
    '__proto__',
  ];
  const sources = [...termsMatter('past', 40).sources, ...odd];
  const set = { name: '__proto__', sha256, sources, utilities: sources.map((_, i) => i % 5) };
  const score = sourceScorer(await trainSourceModel([set], small));
  for (const text of odd) expect(Number.isFinite(score(text))).toBe(true);
});

testWithShared(
  'on real data the length of a source stands behind the variance of MQM scores',
  ['data/wmt23_en-de_mqm.jsonl'],
  async () => {
    const items = readJsonLines(sharedPath('data/wmt23_en-de_mqm.jsonl')!);
    const variance = (values: number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    };
    const set = {
      name: 'wmt23',
      sha256,
      sources: items.map(({ src }) => src),
      documents: items.map(({ doc }) => doc),
      utilities: items.map(({ scores }) => variance(Object.values<any>(scores).map(({ human }) => human))),
    };
    const { validation } = await trainSourceModel([set], small);
    expect(validation.grouping).toBe('document');
    expect(validation.low).toBeGreaterThan(0.7);
  },
);
