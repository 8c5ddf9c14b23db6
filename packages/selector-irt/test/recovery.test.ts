import { datasetFromColumns, stream, takeItems, takeSystems, type Dataset } from '@goldpan/core';
import { pearson, spearman } from '@goldpan/stats';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { fitIrt, itemUtilities, simulateScores, type IrtModel } from '../src/index.js';

/** A 2PL with abilities spread evenly, difficulties around them and discriminations from 0.5 to 2.5. */
function truth(items: number, systems: number, noise?: IrtModel['noise']): IrtModel {
  const rng = stream(7, 'test/irt');
  const none = { discrimination: 0, difficulty: 0 };
  return {
    format: 'goldpan-irt-1',
    model: noise ? 'continuous-2pl' : '2pl',
    noise,
    metric: 'm',
    coding: noise ? { kind: 'linear', low: 0, high: 1 } : { kind: 'as-is' },
    abilities: Array.from({ length: systems }, (_, s) => ({
      system: `s${s}`,
      ability: (3.4 * s) / (systems - 1) - 1.7,
      standardError: 0,
    })),
    items: Array.from({ length: items }, (_, i) => ({
      id: String(i),
      discrimination: 0.5 + 2 * rng.next(),
      difficulty: 3 * rng.next() - 1.5,
      standardErrors: none,
    })),
    fit: {
      integrated: 'items',
      converged: true,
      passes: 0,
      change: 0,
      logLikelihood: 0,
      rmse: 0,
      scores: 0,
      missing: 0,
    },
    notes: [],
  };
}

function drawn(model: IrtModel): Dataset {
  return datasetFromColumns({
    ids: model.items.map(({ id }) => id),
    systems: model.abilities.map(({ system }) => system),
    metrics: ['m'],
    // Scores of people end where the scale ends.
    scores: [simulateScores(model, stream(8, 'test/irt')).map((score) => Math.min(1, Math.max(0, score)))],
  });
}

const of = <Key extends 'difficulty' | 'discrimination'>(model: IrtModel, key: Key) =>
  model.items.map((item) => item[key]);
const abilities = (model: IrtModel) => model.abilities.map(({ ability }) => ability);

describe('parameters that made the scores are found again', () => {
  test('binary scores, 400 items × 40 systems', () => {
    const model = truth(400, 40);
    const fitted = fitIrt(drawn(model), { metric: 'm', model: '2pl' });
    expect(fitted.fit.converged).toBe(true);
    expect(pearson(abilities(fitted), abilities(model))).toBeGreaterThan(0.99);
    expect(spearman(of(fitted, 'difficulty'), of(model, 'difficulty'))).toBeGreaterThan(0.9);
    expect(spearman(of(fitted, 'discrimination'), of(model, 'discrimination'))).toBeGreaterThan(0.6);
  });

  test('continuous scores, 150 items × 9 systems', () => {
    const model = truth(150, 9, { form: 'constant', deviation: 0.06 });
    const fitted = fitIrt(drawn(model), { metric: 'm', model: 'continuous-2pl', range: [0, 1] });
    expect(pearson(abilities(fitted), abilities(model))).toBeGreaterThan(0.995);
    expect(spearman(of(fitted, 'difficulty'), of(model, 'difficulty'))).toBeGreaterThan(0.95);
    expect(spearman(of(fitted, 'discrimination'), of(model, 'discrimination'))).toBeGreaterThan(0.85);
    expect(fitted.noise!.deviation).toBeGreaterThan(0.045);
    expect(fitted.noise!.deviation).toBeLessThan(0.065);
  });
});

describe('the fit does not depend on', () => {
  const dataset = drawn(truth(90, 14));
  const fit = (data: Dataset) => fitIrt(data, { metric: 'm', model: '2pl', tolerance: 1e-8 });
  const whole = fit(dataset);

  test('the order of the items', () => {
    const order = stream(9, 'test/order').shuffle(Array.from({ length: 90 }, (_, item) => item));
    const shuffled = fit(takeItems(dataset, order));
    expectClose(
      of(shuffled, 'difficulty'),
      order.map((item) => whole.items[item].difficulty),
      { absolute: 1e-4 },
    );
    expectClose(abilities(shuffled), abilities(whole), { absolute: 1e-4 });
  });

  test('the order of the systems', () => {
    const order = Array.from({ length: 14 }, (_, s) => (s * 5) % 14);
    const shuffled = fit(takeSystems(dataset, order));
    expectClose(
      abilities(shuffled),
      order.map((s) => whole.abilities[s].ability),
      { absolute: 1e-4 },
    );
    expectClose(of(shuffled, 'difficulty'), of(whole, 'difficulty'), { absolute: 1e-4 });
  });

  test('when it is run', () => expect(fit(dataset)).toEqual(whole));
});

test('an item that appears twice has the same parameters both times', () => {
  const dataset = drawn(truth(60, 11));
  const fitted = fitIrt(takeItems(dataset, [...Array(60).keys(), 5]), { metric: 'm', model: '2pl' });
  expect(fitted.items[60].difficulty).toBeCloseTo(fitted.items[5].difficulty, 3);
});

test('abilities follow mean scores where all items discriminate alike', () => {
  const dataset = drawn(truth(200, 12));
  const fitted = fitIrt(dataset, { metric: 'm', model: '1pl' });
  const { values } = dataset.scores('m');
  const means = dataset.systems.map((_, s) =>
    dataset.ids.reduce((sum, _id, item) => sum + values[item * 12 + s], 0),
  );
  expect(spearman(abilities(fitted), means)).toBeGreaterThan(0.999);
});

test('information is what the definition says', () => {
  const model = truth(5, 3);
  const utilities = itemUtilities(model, 'information');
  const expected = model.items.map(({ discrimination: a, difficulty: b }) =>
    model.abilities.reduce((sum, { ability }) => {
      const p = 1 / (1 + Math.exp(-a * (ability - b)));
      return sum + a * a * p * (1 - p);
    }, 0),
  );
  expectClose(utilities, expected, { relative: 1e-9 });
});

test('missing scores, constant items and systems that get everything right are no obstacle', () => {
  const dataset = drawn(truth(50, 8));
  const values = dataset.scores('m').values.slice();
  for (let cell = 0; cell < values.length; cell += 7) values[cell] = NaN;
  values.fill(1, 0, 8);
  for (let item = 0; item < 50; item++) values[item * 8 + 7] = 1;
  const { ids, systems, metrics } = dataset;
  const fitted = fitIrt(datasetFromColumns({ ids, systems, metrics, scores: [values] }), {
    metric: 'm',
    model: '2pl',
  });
  const numbers = [...abilities(fitted), ...of(fitted, 'difficulty'), ...of(fitted, 'discrimination')];
  expect(numbers.every(Number.isFinite)).toBe(true);
  expect(Math.max(...abilities(fitted))).toBe(fitted.abilities[7].ability);
  expect(fitted.fit.missing).toBeGreaterThan(30);
});
