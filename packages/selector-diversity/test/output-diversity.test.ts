import { datasetFromItems, runSelector } from '@goldpan/core';
import { expectClose, golden, goldenItems, testWithShared } from '@goldpan/testing';
import { array, assert, asyncProperty, constantFrom, option, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashedEmbedder, outputDiversity, sentenceBleu, sentenceChrf, unigramOverlap } from '../src/index.js';

const texts = ['unigram', 'bleu', 'chrf'] as const;

async function utilitiesOf(items: any[], options: object): Promise<Float64Array> {
  const selection = await runSelector(outputDiversity, datasetFromItems(items), { options });
  return selection.utilities!;
}

async function checkGolden(name: string) {
  const expected = golden(name).methods.diversity;
  const items = goldenItems(name);
  for (const similarity of texts) {
    expectClose(await utilitiesOf(items, { similarity }), expected[similarity], { absolute: 1e-9 });
  }
  if (expected.lm_stub_embeddings === undefined) return;
  const { systems, rows } = golden(`${name}.embeddings`).tgt;
  const embedded = items.map((item, i) => ({
    ...item,
    embedding: { tgt: Object.fromEntries(systems.map((system: string, s: number) => [system, rows[i][s]])) },
  }));
  const found = await utilitiesOf(embedded, { similarity: 'embedding' });
  expectClose(found, expected.lm_stub_embeddings, { absolute: 1e-9 });
}

describe('utilities match the reference', () => {
  test('on synth_tiny', () => checkGolden('synth_tiny'));
  test('on synth_edge: empty, identical and Unicode outputs', () => checkGolden('synth_edge'));
  for (const name of ['s2e_web', 'wmt23_en-de_mqm']) {
    testWithShared(`on ${name}`, [`golden/${name}.json`, `golden/datasets/${name}.jsonl`], () =>
      checkGolden(name),
    );
  }
});

const items = [
  { id: 'same', tgt: { A: 'a b c d', B: 'a b c d', C: 'a b c d' } },
  { id: 'near', tgt: { A: 'a b c d', B: 'a b c d', C: 'a b c x' } },
  { id: 'apart', tgt: { A: 'a b c d', B: 'e f', C: 'ghi jkl mno' } },
];

test.each(['chrf', 'bleu', 'unigram', 'embedding'])(
  '%s ranks different outputs first',
  async (similarity) => {
    const { ranking } = await runSelector(outputDiversity, datasetFromItems(items), {
      options: { similarity },
    });
    expect([...ranking]).toEqual([2, 1, 0]);
  },
);

test.each(['chrf', 'bleu', 'unigram', 'embedding'])(
  '%s gives an item the same utility on its own',
  async (similarity) => {
    const all = await utilitiesOf(items, { similarity });
    for (let i = 0; i < items.length; i++) {
      expect((await utilitiesOf([items[i]], { similarity }))[0]).toBe(all[i]);
    }
  },
);

test('systems may be called __proto__ and constructor', async () => {
  const odd = [JSON.parse('{"tgt": {"__proto__": "a b", "constructor": "a c"}}')];
  expectClose(await utilitiesOf(odd, { similarity: 'unigram' }), [-0.5], { absolute: 1e-12 });
});

test('a missing output is an error that names item and system', async () => {
  const data = [items[0], { id: 'gap', tgt: { A: 'a', B: 'b' } }];
  await expect(utilitiesOf(data, {})).rejects.toMatchObject({
    code: 'MISSING_OUTPUT',
    message: expect.stringContaining('item "gap" has none of system "C"'),
  });
});

test.each([
  ['unigram', 1],
  ['bleu', 100],
  ['chrf', 100],
  ['embedding', 1],
])(
  'with missing=skip, %s compares the outputs that are there; fewer than two count as equal',
  async (similarity, equal) => {
    const gaps = [
      { id: 'full', tgt: { A: 'a b', B: 'a c', C: 'x y' } },
      { id: 'two', tgt: { A: 'a b', C: 'x y' } },
      { id: 'one', tgt: { C: 'x y' } },
      { id: 'none', tgt: {} },
    ];
    const found = await utilitiesOf(gaps, { similarity, missing: 'skip' });
    const [two] = await utilitiesOf([{ tgt: { A: 'a b', C: 'x y' } }], { similarity });
    expectClose(found.subarray(1), [two, -equal, -equal], { absolute: 1e-12 });
  },
);

describe('with missing=skip, utilities equal those of comparing the outputs that are there pair by pair', () => {
  const systems = ['A', 'B', 'C', 'D'];
  const output = option(constantFrom('', 'a b c', 'a b d', 'x', 'x y z', 'c b a!'), { nil: undefined });
  const gaps = array(tuple(output, output, output, output), { minLength: 1, maxLength: 6 });
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const ordered = (present: readonly string[], score: (a: string, b: string) => number) =>
    mean(present.flatMap((a) => present.map((b) => score(a, b))));
  const unordered = (present: readonly string[], score: (a: string, b: string) => number) =>
    mean(present.flatMap((a, i) => present.slice(i + 1).map((b) => score(a, b))));

  async function expectTwin(
    options: object,
    slow: (present: readonly string[]) => number | Promise<number>,
    equal: number,
  ): Promise<void> {
    const law = asyncProperty(gaps, async (rows) => {
      const data = rows.map((row) => ({ tgt: Object.fromEntries(row.map((text, s) => [systems[s], text])) }));
      const named = [{ tgt: Object.fromEntries(systems.map((system) => [system, 'x'])) }, ...data];
      const found = await utilitiesOf(named, { ...options, missing: 'skip' });
      for (const [i, row] of rows.entries()) {
        const present = row.filter((text) => text !== undefined);
        expectClose(found[i + 1], -(present.length < 2 ? equal : await slow(present)), { absolute: 1e-9 });
      }
    });
    await assert(law, { numRuns: 60 });
  }

  test('chrf', () =>
    expectTwin({ similarity: 'chrf' }, (present) => ordered(present, (a, b) => sentenceChrf(a, b)), 100));

  test('bleu', () =>
    expectTwin({ similarity: 'bleu' }, (present) => ordered(present, (a, b) => sentenceBleu(a, b)), 100));

  test('unigram', () =>
    expectTwin({ similarity: 'unigram' }, (present) => unordered(present, unigramOverlap), 1));

  test('embedding', () =>
    expectTwin(
      { similarity: 'embedding', dimensions: 64 },
      async (present) => {
        const { dimensions, values } = await hashedEmbedder({ dimensions: 64, weighting: 'tf' }).embed(
          present,
        );
        const vectors = present.map((_, row) => [
          ...values.subarray(row * dimensions, (row + 1) * dimensions),
        ]);
        const products = vectors.flatMap((a, i) =>
          vectors.slice(i + 1).map((b) => a.reduce((sum, x, d) => sum + x * b[d], 0)),
        );
        return mean(products);
      },
      1,
    ));
});

test('more outputs than are embedded at a time give the same utilities, gaps or not', async () => {
  const rows = Array.from({ length: 4200 }, (_, i) => ({
    tgt: { A: `text ${i % 13}`, ...(i < 4100 && { B: `${i % 7} words` }) },
  }));
  const options = { similarity: 'embedding', dimensions: 8, missing: 'skip' };
  const found = await utilitiesOf(rows, options);
  for (const i of [0, 50, 4095, 4096, 4099]) {
    expect(found[i]).toBe((await utilitiesOf([rows[i]], options))[0]);
  }
  expect([...found.subarray(4100)]).toEqual(new Array(100).fill(-1));
});

test('one system is an error', async () => {
  await expect(utilitiesOf([{ tgt: { A: 'a' } }], {})).rejects.toMatchObject({ code: 'TOO_FEW_SYSTEMS' });
});

test('an unknown tokenizer is an error that lists the known ones', async () => {
  await expect(utilitiesOf(items, { tokenizer: 'ja' })).rejects.toThrow(/13a, zh, intl, char, none/);
});

test('an aborted signal ends the work', async () => {
  const run = runSelector(outputDiversity, datasetFromItems(items), { signal: AbortSignal.abort('stop') });
  await expect(run).rejects.toBe('stop');
});
