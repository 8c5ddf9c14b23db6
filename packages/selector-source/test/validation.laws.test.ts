import { stream } from '@goldpan/core';
import { ranksWithin, spearman, weightedRankCorrelation } from '@goldpan/stats';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignFolds } from '../src/training/assign-folds.js';
import { choosePenalty } from '../src/training/choose-penalty.js';
import { joinExamples, type Examples } from '../src/training/examples.js';
import type { TrainingSet } from '../src/index.js';
import { sha256 } from './training-data.js';

/** Small data sets in which documents and texts recur. */
const trainingSets = fc
  .array(
    fc.array(
      fc.record({
        source: fc.constantFrom('a', 'A!', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', ''),
        document: fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined }),
        utility: fc.integer({ min: 0, max: 4 }),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((sets) =>
    sets.map((items, s): TrainingSet => ({
      name: `set ${s}`,
      sha256,
      sources: items.map(({ source }) => source),
      documents: items.map(({ document }) => document),
      utilities: items.map(({ utility }) => utility),
    })),
  );

const pairs = (count: number) =>
  Array.from({ length: count }, (_, i) => Array.from({ length: i }, (_, j) => [i, j] as const)).flat();
const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');

test('items share a group exactly when a chain of documents and texts joins them', () => {
  fc.assert(
    fc.property(trainingSets, (sets) => {
      const { groups, groupCount, sources, sets: setOf } = joinExamples(sets, 'rank');
      const documents = sets.flatMap((set) => set.documents!);
      const joined = sources.map((_, i) => sources.map((_, j) => i === j));
      for (const [i, j] of pairs(sources.length)) {
        const sameDocument =
          documents[i] !== undefined && documents[i] === documents[j] && setOf[i] === setOf[j];
        joined[i][j] = joined[j][i] = sameDocument || letters(sources[i]) === letters(sources[j]);
      }
      for (const k of sources.keys())
        for (const i of sources.keys())
          for (const j of sources.keys()) joined[i][j] ||= joined[i][k] && joined[k][j];
      for (const [i, j] of pairs(sources.length)) expect(groups[i] === groups[j]).toBe(joined[i][j]);
      expect(new Set(groups).size).toBe(groupCount);
    }),
  );
});

test('targets have mean 0 within each set, and are ordered as the utilities', () => {
  fc.assert(
    fc.property(trainingSets, fc.constantFrom('rank' as const, 'zscore' as const), (sets, scale) => {
      const { targets, sets: setOf } = joinExamples(sets, scale);
      const utilities = sets.flatMap((set) => Array.from(set.utilities));
      sets.forEach((_, s) => {
        const own = Array.from(targets).filter((_, i) => setOf[i] === s);
        expectClose(
          own.reduce((sum, target) => sum + target, 0),
          0,
          { absolute: 1e-12 },
        );
      });
      for (const [i, j] of pairs(targets.length))
        if (setOf[i] === setOf[j])
          expect(Math.sign(targets[i] - targets[j])).toBe(Math.sign(utilities[i] - utilities[j]));
    }),
  );
});

test('folds never split a group, nor a data set where data sets are held out, and none is empty', () => {
  fc.assert(
    fc.property(trainingSets, fc.integer({ min: 2, max: 5 }), fc.nat(9), (sets, most, seed) => {
      const examples = joinExamples(sets, 'rank');
      const { folds, count, grouping } = assignFolds(examples, { most, seed });
      for (const [i, j] of pairs(folds.length)) {
        if (examples.groups[i] === examples.groups[j]) expect(folds[i]).toBe(folds[j]);
        if (grouping === 'data set' && examples.sets[i] === examples.sets[j]) expect(folds[i]).toBe(folds[j]);
      }
      expect(new Set(folds)).toEqual(new Set(Array.from({ length: count }, (_, f) => f)));
      expect(count).toBeLessThanOrEqual(most);
    }),
  );
});

test('data sets are held out when two of them share nothing, documents when all hang together', () => {
  const set = (name: string, ...sources: string[]): TrainingSet => ({
    name,
    sha256,
    sources,
    utilities: sources.map((_, i) => i),
  });
  const grouping = (...sets: TrainingSet[]) => assignFolds(joinExamples(sets, 'rank'), { most: 5, seed: 0 });
  expect(grouping(set('1', 'a', 'b'), set('2', 'c', 'd'))).toMatchObject({ grouping: 'data set', count: 2 });
  expect(grouping(set('1', 'a', 'b'), set('2', 'A.', 'd'))).toMatchObject({ grouping: 'document', count: 3 });
  const chain = [set('1', 'a', 'b'), set('2', 'b', 'c'), set('3', 'c', 'd')];
  expect(grouping(...chain)).toMatchObject({ grouping: 'document', count: 4 });
  const { folds, count } = grouping(...chain, set('4', 'e', 'f', 'g'));
  expect(count).toBe(2);
  expect(Array.from(folds)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
});

test("with equal weights the rank correlation is Spearman's, averaged over the sets by their size", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.double({ noNaN: true, min: 0, max: 1 })), {
        minLength: 7,
        maxLength: 30,
      }),
      (rows) => {
        const sets = Uint32Array.from(rows, (_, i) => Number(i >= 4));
        const [a, b] = [0, 1].map((k) => Float64Array.from(rows, (row) => row[k]));
        const expected = [0, 1].reduce((sum, s) => {
          const own = (values: Float64Array) => values.filter((_, i) => sets[i] === s);
          const r = spearman(own(a), own(b));
          return sum + ((Number.isNaN(r) ? 0 : r) * own(a).length) / rows.length;
        }, 0);
        const ranks = { a: ranksWithin(sets, a), b: ranksWithin(sets, b), sets, setCount: 2 };
        expectClose(weightedRankCorrelation(ranks, new Float64Array(rows.length).fill(1)), expected, {
          absolute: 1e-9,
        });
      },
    ),
  );
});

test('an item of weight 3 counts as three items of that rank', () => {
  const [a, b] = [
    [1, 2, 3, 4, 5],
    [2, 1, 5, 3, 4],
  ].map((values) => Float64Array.from(values));
  const sets = new Uint32Array(5);
  const repeated = [0, 1, 1, 1, 3, 4, 4];
  const take = (values: Float64Array) => Float64Array.from(repeated, (i) => values[i]);
  const weighted = weightedRankCorrelation({ a, b, sets, setCount: 1 }, Float64Array.from([1, 3, 0, 1, 2]));
  const plain = weightedRankCorrelation(
    { a: take(a), b: take(b), sets: new Uint32Array(7), setCount: 1 },
    new Float64Array(7).fill(1),
  );
  expectClose(weighted, plain, { absolute: 1e-12 });
});

describePenalties();

function describePenalties(): void {
  const rng = stream(0, 'penalties');
  const targets = Float64Array.from({ length: 120 }, () => rng.next());
  const noise = () => targets.map(() => rng.next());
  const examples: Examples = {
    sources: Array.from(targets, String),
    targets,
    sets: new Uint32Array(120),
    groups: Uint32Array.from(targets, (_, i) => i >> 1),
    groupCount: 60,
  };

  test('the penalty that predicts best is chosen, the larger of equals', () => {
    const good = targets.map((target) => target + 0.3 * rng.next());
    const choice = choosePenalty(
      examples,
      { folds: 5, penalties: [100, 10, 1], predictions: [noise(), good, good] },
      0,
    );
    expect(choice.penalty).toBe(10);
    expect(choice.rankCorrelation).toBeGreaterThan(0.9);
    expect(choice.low).toBeGreaterThan(0.85);
    expect(choice.byPenalty.map(({ penalty }) => penalty)).toEqual([100, 10, 1]);
  });

  test('the best of many useless ones is not taken for useful: its correlation is corrected downwards', () => {
    const penalties = Array.from({ length: 20 }, (_, p) => 20 - p);
    const predictions = penalties.map(noise);
    const choice = choosePenalty(examples, { folds: 5, penalties, predictions }, 0);
    const best = Math.max(...choice.byPenalty.map(({ rankCorrelation }) => rankCorrelation));
    expect(best).toBeGreaterThan(0.1);
    expect(choice.rankCorrelation).toBeLessThan(best - 0.05);
    expect(choice.low).toBeLessThan(0);
  });

  test('more folds overlap less, so that the interval is narrower', () => {
    const predictions = [targets.map((target) => target + 2 * rng.next())];
    const width = (folds: number) => {
      const { low, high } = choosePenalty(examples, { folds, penalties: [1], predictions }, 0);
      return high - low;
    };
    expectClose(width(2) / width(5), Math.sqrt(3 / 2.25), { relative: 1e-9 });
  });
}
