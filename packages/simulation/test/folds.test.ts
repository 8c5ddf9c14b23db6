import { columnsOfDataset, datasetFromColumns } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { compareSettings } from '../src/compare-settings.js';
import { holdOutSystems } from '../src/hold-out-systems.js';
import type { CompareRequest } from '../src/index.js';
import { makeFolds } from '../src/make-folds.js';
import { defined, meansOverFolds } from '../src/means-over-folds.js';
import { documentNumbers, resampler } from '../src/resample.js';
import { pilot, registry } from './setting.js';

const range = (metric: string) => ({ selector: 'range', options: { metric } });
const settings = (given: Partial<CompareRequest>) =>
  compareSettings({ dataset: pilot(), registry, contestants: [range('m')], truths: ['human'], ...given });

describe('folds', () => {
  test('are one per truth, with the choices of contestants that do not use it', async () => {
    const contestants = [range('m'), { selector: 'random', options: {} }, range('human')];
    const { folds, skipped } = await makeFolds(settings({ truths: ['human', 'm'], contestants }));
    expect(folds.map(({ choices }) => choices.map((choice) => choice !== null))).toEqual([
      [true, true, false],
      [false, true, true],
    ]);
    expect(folds.map(({ truth }) => truth)).toEqual([pilot().scores('human'), pilot().scores('m')]);
    expect(skipped).toEqual([]);
  });

  test('are one per truth and split where systems are held out; the truth has the measured systems alone', async () => {
    const dataset = pilot(37, 6);
    const { folds } = await makeFolds(settings({ dataset, holdout: 2, truths: ['human', 'm'] }));
    expect(folds).toHaveLength(40);
    const splits = holdOutSystems(dataset, { holdout: 2, splits: 20, seed: 0 });
    splits.forEach(({ measured }, split) => {
      const { systems, values } = folds[2 * split].truth;
      expect(systems).toBe(2);
      const whole = dataset.scores('human').values;
      expect([...values.slice(0, 4)]).toEqual(
        [0, 1].flatMap((item) => measured.map((system) => whole[item * 6 + system])),
      );
    });
  });

  test('a choice does not see the systems it is measured on', async () => {
    const dataset = pilot(37, 6);
    const { folds } = await makeFolds(settings({ dataset, holdout: 2 }));
    const [{ measured }] = holdOutSystems(dataset, { holdout: 2, splits: 20, seed: 0 });
    const columns = columnsOfDataset(dataset);
    const spoilt = datasetFromColumns({
      ...columns,
      scores: columns.scores.map((values) =>
        values.map((score, cell) => (measured.includes(cell % 6) ? 1e6 * score : score)),
      ),
    });
    const { folds: again } = await makeFolds(settings({ dataset: spoilt, holdout: 2 }));
    expect(again[0].choices).toEqual(folds[0].choices);
    expect(again[0].truth).not.toEqual(folds[0].truth);
  });

  test('a metric that only a learned model was made from is no use of the truth', async () => {
    const contestant = { selector: 'random', options: {} };
    const { skipped } = await makeFolds(
      settings({
        contestants: [contestant, { selector: 'range', options: { metric: 'm', model: { truth: 'human' } } }],
      }),
    );
    // The selector has no such option: it is set aside for that, not for using the truth.
    expect(skipped.map(({ why }) => why)).toEqual([expect.stringContaining('"model"')]);
  });
});

describe('systems are held out', () => {
  test('in seeded splits of all systems into two groups, each in rising order', () => {
    const dataset = pilot(5, 7);
    const splits = holdOutSystems(dataset, { holdout: 3, splits: 30, seed: 1 });
    for (const { seen, measured } of splits) {
      expect(measured).toHaveLength(3);
      expect([...seen, ...measured].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      for (const group of [seen, measured]) expect(group).toEqual(group.toSorted((a, b) => a - b));
    }
    expect(new Set(splits.map(({ measured }) => measured.join())).size).toBeGreaterThan(10);
    expect(holdOutSystems(dataset, { holdout: 3, splits: 30, seed: 1 })).toEqual(splits);
    expect(holdOutSystems(dataset, { holdout: 3, splits: 30, seed: 2 })).not.toEqual(splits);
  });

  test('only where two are measured and two are left', () => {
    const hold = (holdout: number, systems: number) => () =>
      holdOutSystems(pilot(5, systems), { holdout, splits: 2, seed: 0 });
    expect(hold(2, 4)()).toHaveLength(2);
    expect(hold(2, 3)).toThrow('at least 4');
    expect(hold(1, 9)).toThrow('holding out 1 systems');
    expect(hold(5, 6)).toThrow('at least 7');
  });
});

describe('means over folds', () => {
  const curve = (...values: number[]) => Float64Array.from(values);
  test('are over the folds a contestant takes part in, each against the random selection of that fold', () => {
    const means = meansOverFolds([
      { curves: [curve(0.5, 0.7), null, null], random: 0.4, randomCurve: [0.3, 0.5] },
      { curves: [curve(0.9, 0.9), curve(0.2, 0.4), null], random: 0.8, randomCurve: [0.7, 0.9] },
    ]);
    expect(means[0]!.curve[0]).toBeCloseTo(0.7, 12);
    expect(means[0]!.curve[1]).toBeCloseTo(0.8, 12);
    expect(means[0]!.gain).toBeCloseTo((0.2 + 0.1) / 2, 12);
    expect(means[0]!.gains[0]).toBeCloseTo((0.2 + 0.2) / 2, 12);
    expect(means[0]!.gains[1]).toBeCloseTo((0.2 + 0) / 2, 12);
    expect(means[1]!.gain).toBeCloseTo(-0.5, 12);
    expect(means[2]).toBeNull();
  });

  test('take a measure that is not defined as 0', () => {
    expect([...defined(curve(0.5, NaN, -0.25))]).toEqual([0.5, 0, -0.25]);
  });
});

describe('documents', () => {
  test('are numbered in the order of their first items, and drawn whole', () => {
    const dataset = { ...pilot(7), documents: ['x', 'y', 'x', 'z', 'y', '__proto__', 'x'] };
    const documents = documentNumbers(dataset, { unit: 'documents', method: 'bootstrap' })!;
    expect([...documents]).toEqual([0, 1, 0, 2, 1, 3, 0]);
    const draw = resampler({ unit: 'documents', method: 'bootstrap' }, 7, documents);
    const groups = ['0,2,6', '1,4', '3', '5'];
    for (let replicate = 0; replicate < 20; replicate++) {
      let rest = draw(0, replicate).join();
      let count = 0;
      while (rest !== '') {
        const group = groups.find((items) => rest === items || rest.startsWith(`${items},`));
        expect(group, rest).toBeDefined();
        rest = rest.slice(group!.length + 1);
        count++;
      }
      expect(count).toBe(4);
    }
  });

  test('must be known of every item', () => {
    const dataset = { ...pilot(3), documents: ['x', undefined, 'y'] };
    expect(() => documentNumbers(dataset, { unit: 'documents', method: 'subsample' })).toThrow('"item 1"');
    expect(documentNumbers(dataset, { unit: 'items', method: 'subsample' })).toBeUndefined();
  });
});
