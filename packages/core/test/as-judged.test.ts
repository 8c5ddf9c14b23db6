import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asJudged, datasetFromItems, sameOutputs, type Item } from '../src/index.js';

const items: Item[] = [
  {
    id: 'a',
    tgt: { A: 'Cafe\u0301', B: 'tea', C: 'Caf\u00e9', D: 'Caf\u00e9' },
    scores: {
      A: { m: 1, k: 7, human: 5 },
      B: { m: 4, k: 2, human: 4 },
      C: { m: 2, k: 7, human: 1 },
      D: { m: 6, k: 7, human: 2 },
    },
  },
  {
    id: 'b',
    tgt: { A: 'x', C: 'x', D: 'y' },
    scores: { A: { m: null, k: 1 }, B: { m: 9, k: 1 }, C: { m: 3, k: 1 }, D: { m: 8, k: 1 } },
  },
];

test('the first system with an output stands for those that gave the same to the eye', () => {
  const dataset = datasetFromItems(items);
  expect([...sameOutputs(dataset, 0)]).toEqual([0, 1, 0, 0]);
  expect([...sameOutputs(dataset, 1)]).toEqual([0, -1, 0, 3]);
  expect(sameOutputs({ ...dataset, outputs: undefined }, 0).length).toBe(0);
});

test('identical outputs share the mean of what a metric gave them; people, gaps and the rest stay', () => {
  const dataset = datasetFromItems(items);
  const judged = asJudged(dataset);
  expect([...judged.scores('m').values]).toEqual([3, 4, 3, 3, NaN, 9, 3, 8]);
  expect(judged.scores('human').values).toBe(dataset.scores('human').values);
  expect(judged.scores('k').values).toBe(dataset.scores('k').values);
  expect([...dataset.scores('m').values]).toEqual([1, 4, 2, 6, NaN, 9, 3, 8]);
  expect([judged.outputs!(0, 0), judged.ids]).toEqual(['Cafe\u0301', dataset.ids]);
});

test('data of which identical outputs score alike is the data itself', () => {
  const alike = datasetFromItems([{ tgt: { A: 'x', B: 'x' }, scores: { A: { m: 0.1 }, B: { m: 0.1 } } }]);
  expect(asJudged(alike)).toBe(alike);
  const silent = datasetFromItems([{ scores: { A: { m: 0.1 }, B: { m: 0.2 } } }]);
  expect(asJudged(silent)).toBe(silent);
});

test('nothing is left to see between identical outputs, and looking twice changes nothing', () => {
  const item = fc.record({
    texts: fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 5, maxLength: 5 }),
    scores: fc.array(fc.double({ noNaN: true, min: -9, max: 9 }), { minLength: 5, maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 7 }), (rows) => {
      const dataset = datasetFromItems(
        rows.map(({ texts, scores }) => ({
          tgt: Object.fromEntries(texts.map((text, s) => [`S${s}`, text])),
          scores: Object.fromEntries(scores.map((m, s) => [`S${s}`, { m }])),
        })),
      );
      const judged = asJudged(dataset);
      const { values } = judged.scores('m');
      rows.forEach(({ texts, scores }, i) =>
        texts.forEach((text, s) => {
          const same = scores.filter((_, other) => texts[other] === text);
          const mean = same.reduce((sum, score) => sum + score, 0) / same.length;
          expect(values[i * 5 + s]).toBeCloseTo(mean, 12);
          expect(values[i * 5 + s]).toBe(values[i * 5 + texts.indexOf(text)]);
        }),
      );
      expect(asJudged(judged)).toBe(judged);
    }),
  );
});
