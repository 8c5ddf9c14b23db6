import fc from 'fast-check';
import { expect } from 'vitest';
import { datasetFromItems, isGoldpanError, type Dataset, type Item, type JudgedData } from '../src/index.js';

/** Asserts that a call throws, or a promise rejects with, a Goldpan error of a code whose message holds all the texts. */
export async function expectError(call: () => unknown, code: string, ...texts: string[]): Promise<void> {
  let error: unknown;
  try {
    await call();
  } catch (thrown) {
    error = thrown;
  }
  if (!isGoldpanError(error)) throw new Error(`expected ${code}, got ${String(error)}`, { cause: error });
  expect(error.code).toBe(code);
  for (const text of texts) expect(error.message).toContain(text);
  expect(error.message).not.toMatch(/undefined|\[object|invalid input/i);
}

/** What a dataset says of every cell, under its names: for comparing datasets. */
export function contents(dataset: Dataset) {
  const { ids, systems, metrics, sources, references, documents, domains, embeddings } = dataset;
  return {
    ...{ ids, systems, metrics, sources, references, documents, domains },
    costs: dataset.costs && [...dataset.costs],
    scores: metrics.map((metric) => [...dataset.scores(metric).values]),
    outputs:
      dataset.outputs &&
      ids.map((_, item) => systems.map((_system, system) => dataset.outputs!(item, system))),
    origins: dataset.origin && ids.map((_, item) => dataset.origin!(item)),
    embeddings: embeddings && {
      sources: embeddings.sources && [...embeddings.sources.values],
      outputs: embeddings.outputs && [...embeddings.outputs.values],
    },
  };
}

/** The names that break programs which keep names in plain objects. */
export const hostileNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '<script>',
  '日本',
];

/** Any text as a name, the hostile ones often. */
export const name = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: 'binary', maxLength: 6 }));

const score = fc.oneof(fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true }));
const text = fc.option(fc.string({ maxLength: 8 }), { nil: null });
const perSystem = <T>(value: fc.Arbitrary<T>) => fc.dictionary(name, value, { maxKeys: 4 });

/** Items with any names, holes everywhere, and systems and metrics that come and go. */
export const items: fc.Arbitrary<Item[]> = fc
  .array(
    fc.record(
      {
        src: text,
        ref: text,
        doc: text,
        domain: text,
        cost: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }),
        tgt: perSystem(text),
        scores: perSystem(fc.dictionary(name, score, { maxKeys: 3 })),
      },
      { requiredKeys: [] },
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((list) => list.map((item, i) => ({ id: `i${i}`, ...item })));

/** Seven items of three systems with two metrics, complete; the last source, output and cost are missing. */
export function sample(): Dataset {
  const systems = ['a', 'b', 'c'];
  return datasetFromItems(
    Array.from({ length: 7 }, (_, i) => ({
      id: `item-${i}`,
      src: i === 6 ? null : `source ${i}`,
      ref: `reference ${i}`,
      doc: `doc ${i >> 1}`,
      domain: i % 2 ? 'news' : 'chat',
      cost: i === 6 ? null : i + 1,
      tgt: Object.fromEntries(systems.map((system) => [system, i === 6 ? null : `${system} says ${i}`])),
      scores: Object.fromEntries(
        systems.map((system, s) => [system, { human: (i * 5 + s * 3) % 11, comet: ((i * 7 + s) % 13) / 4 }]),
      ),
      embedding: {
        src: [i, i + 0.5],
        tgt: Object.fromEntries(systems.map((system, s) => [system, [i, s, i * s]])),
      },
    })),
  );
}

/** A matrix of scores, item by item. */
export const cells = (systems: number, values: number[]) => ({
  items: values.length / systems,
  systems,
  values: Float64Array.from(values),
});

/** Four items, three systems, a metric; item 3 is not judged, and nobody judged system c. */
export const judgedFour: JudgedData = {
  systems: ['a', 'b', 'c'],
  judgements: cells(3, [1, 2, NaN, 3, NaN, NaN, NaN, NaN, NaN, 5, 4, NaN]),
  metrics: [{ name: 'm', scores: cells(3, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) }],
};
