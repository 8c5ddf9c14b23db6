import { datasetFromItems, describeOptions, runSelector, type Selector } from '@goldpan/core';
import { beforeAll, describe, expect, test } from 'vitest';
import plugin, {
  errorCatalogue,
  source,
  sourceLength,
  sourceRarity,
  trainSourceModel,
  type SourceModel,
} from '../src/index.js';
import { nothingMatters, termsMatter } from './training-data.js';

const dataset = (...sources: string[]) =>
  datasetFromItems(sources.map((src, i) => ({ id: `item ${i}`, src })));
const utilities = async (selector: Selector, sources: string[], options = {}) =>
  Array.from((await runSelector(selector, dataset(...sources), { options })).utilities!);

describe('source', () => {
  let model: SourceModel;
  let useless: SourceModel;
  beforeAll(async () => {
    model = await trainSourceModel([termsMatter('past', 120)], {
      bits: 11,
      utility: 'terms',
      licence: 'MIT',
    });
    useless = await trainSourceModel([nothingMatters('noise', 60)], { bits: 8 });
  });

  test('ranks by what the model predicts', async () => {
    const sources = ['the moon is up', 'the enzyme and the plasmid of the genome', 'the enzyme is up'];
    const { ranking } = await runSelector(source, dataset(...sources), { options: { model } });
    expect(Array.from(ranking)).toEqual([1, 2, 0]);
  });

  test('needs sources only: neither outputs nor scores', async () => {
    expect(source.needs).toEqual(['sources']);
    const bare = dataset('a', 'b');
    expect([bare.metrics, bare.systems, bare.outputs]).toEqual([[], [], undefined]);
    expect((await runSelector(source, bare, { options: { model } })).ranking.length).toBe(2);
  });

  test('says which model it was', async () => {
    const { details } = await runSelector(source, dataset('a'), { options: { model } });
    const { rankCorrelation, low, high, grouping } = model.validation;
    expect(details).toEqual({
      model: {
        utility: 'terms',
        direction: 'higher-first',
        licence: 'MIT',
        checksum: model.checksum,
        training: ['past'],
      },
      validation: { rankCorrelation, low, high, grouping },
    });
  });

  test('warns whenever a model is used that may know nothing', async () => {
    const { warnings } = await runSelector(source, dataset('a'), { options: { model: useless } });
    expect(warnings).toHaveLength(1);
    expect(warnings![0].code).toBe('UNRELIABLE_SOURCE_MODEL');
    expect(warnings![0].text).toMatch(/no better than chance .*95% interval -0\.\d\d to 0\.\d\d/);
  });

  test('refuses a model that was changed, and what is no model', async () => {
    const run = (given: unknown) => runSelector(source, dataset('a'), { options: { model: given } });
    const changed = { ...model, weights: model.weights.with(0, 1) };
    await expect(run(changed)).rejects.toMatchObject({ code: 'INVALID_SOURCE_MODEL' });
    await expect(run({})).rejects.toMatchObject({ code: 'INVALID_SOURCE_MODEL' });
    await expect(run('model.json')).rejects.toMatchObject({ code: 'INVALID_OPTIONS' });
    await expect(run(undefined)).rejects.toThrow(/"model" must be given/);
    expect(describeOptions(source.options)).toMatchObject([{ name: 'model', required: true }]);
  });

  test('needs embeddings of the length that its model was trained with', async () => {
    const past = termsMatter('past', 40);
    const embeddings = { dimensions: 2, values: new Float64Array(80).map((_, i) => Math.sin(i)) };
    const withVectors = await trainSourceModel([{ ...past, embeddings }], { bits: 8, embedder: 'tiny-1' });
    const run = (src?: number[]) => {
      const items = [{ src: 'a', ...(src && { embedding: { src } }) }];
      return runSelector(source, datasetFromItems(items), { options: { model: withVectors } });
    };
    const { utilities: found, details } = await run([1, 2]);
    expect(found!.length).toBe(1);
    expect(details).toMatchObject({ model: { embedder: 'tiny-1' } });
    await expect(run()).rejects.toThrow(
      /embedding of 2 numbers, made by "tiny-1", for every source; the data lacks some or all/,
    );
    await expect(run([1, 2, 3])).rejects.toThrow(/the data has embeddings of 3 numbers/);
  });

  test('tells how far it is', async () => {
    const seen: [number, number][] = [];
    const many = dataset(...Array<string>(10_001).fill('a'));
    await runSelector(source, many, { options: { model }, progress: (...at) => seen.push(at) });
    expect(seen).toEqual([[10_000, 10_001]]);
  });
});

test('source-length counts words or characters, longest or shortest first', async () => {
  const sources = ['one two three', 'antidisestablishmentarianism', '', '我们去了公园'];
  expect(await utilities(sourceLength, sources)).toEqual([3, 1, 0, 6]);
  expect(await utilities(sourceLength, sources, { unit: 'characters' })).toEqual([13, 28, 0, 6]);
  const shortest = await utilities(sourceLength, sources, { order: 'shortest' });
  expect(shortest).toEqual([-3, -1, 0, -6]);
});

test('source-rarity puts rare words first and sources without words last', async () => {
  const { ranking } = await runSelector(
    sourceRarity,
    dataset('the cat', '…', 'quixotic zephyr', 'the the the', 'the cat'),
  );
  expect(Array.from(ranking)).toEqual([2, 0, 4, 3, 1]);
});

const odd = [
  '',
  '\u0000\u001b[31m',
  '\ud800',
  '我们',
  'สวัสดี',
  'x '.repeat(50_000),
  'y'.repeat(100_000),
  '<script>alert(1)</script>',
];

test.each(
  plugin
    .selectors!.filter(({ name }) => name !== 'source-neural')
    .map((selector) => [selector.name, selector] as const),
)('%s handles empty, huge and odd sources, and asks for those that are missing', async (name, selector) => {
  const options =
    name === 'source' ? { model: await trainSourceModel([termsMatter('past', 40)], { bits: 8 }) } : {};
  const { ranking } = await runSelector(selector, dataset(...odd), { options });
  expect(new Set(ranking).size).toBe(odd.length);
  const gaps = datasetFromItems([{ src: 'a' }, { id: '<b>' }, { src: null }]);
  await expect(runSelector(selector, gaps, { options })).rejects.toMatchObject({
    code: 'MISSING_SOURCES',
    fields: { selector: name, items: 2, where: 'item "<b>"' },
  });
});

test('the plugin has a name, and error codes are unique', () => {
  expect(plugin.name).toBe('@goldpan/selector-source');
  const codes = errorCatalogue.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
