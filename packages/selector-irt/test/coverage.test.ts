import { spearman } from '@goldpan/stats';
import { describe, expect, test } from 'vitest';
import { fitIrt, simulateScores } from '../src/index.js';
import { stream } from '@goldpan/core';
import { dataOf, drawContinuous, drawTwoParameter } from './support.js';

/** Share of pairs (truth, estimate, standard error) that are within two standard errors. */
const coverage = (triples: readonly (readonly [number, number, number])[]) =>
  triples.filter(([truth, estimate, error]) => Math.abs(truth - estimate) <= 2 * error).length /
  triples.length;

/** The wide study is docs/irt-recovery.md; these are its small change. */
describe.each([
  { items: 150, systems: 8, sets: 8, bounds: { ability: 0.95, difficulty: 0.65, discrimination: 0.1 } },
  { items: 120, systems: 60, sets: 2, bounds: { ability: 0.95, difficulty: 0.9, discrimination: 0.55 } },
  { items: 30, systems: 120, sets: 4, bounds: { ability: 0.88, difficulty: 0.93, discrimination: 0.7 } },
])('2PL, $items × $systems', ({ items, systems, sets, bounds }) => {
  const fits = Array.from({ length: sets }, (_, set) => {
    const truth = drawTwoParameter(items, systems, 100 + set);
    return { truth, model: fitIrt(dataOf(truth.rows), { metric: 'm' }) };
  });
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  test('abilities, difficulties and discriminations are found', () => {
    const agreement = fits.map(({ truth, model }) => ({
      ability: spearman(
        truth.abilities,
        model.abilities.map(({ ability }) => ability),
      ),
      difficulty: spearman(
        truth.difficulties,
        model.items.map(({ difficulty }) => difficulty),
      ),
      discrimination: spearman(
        truth.discriminations,
        model.items.map(({ discrimination }) => discrimination),
      ),
    }));
    for (const name of ['ability', 'difficulty', 'discrimination'] as const) {
      expect(mean(agreement.map((of) => of[name])), name).toBeGreaterThan(bounds[name]);
    }
  });

  test('two standard errors cover about 95 % of them', () => {
    const abilities = fits.flatMap(({ truth, model }) =>
      model.abilities.map((a, s) => [truth.abilities[s], a.ability, a.standardError] as const),
    );
    const difficulties = fits.flatMap(({ truth, model }) =>
      model.items.map(
        (it, i) => [truth.difficulties[i], it.difficulty, it.standardErrors.difficulty] as const,
      ),
    );
    const slopes = fits.flatMap(({ truth, model }) =>
      model.items.map(
        (it, i) => [truth.discriminations[i], it.discrimination, it.standardErrors.discrimination] as const,
      ),
    );
    for (const share of [abilities, difficulties, slopes].map(coverage)) {
      expect(share).toBeGreaterThan(0.88);
      expect(share).toBeLessThan(0.995);
    }
  });
});

test('continuous scores of 8 systems tell much more than binary ones', () => {
  const truth = drawContinuous(120, 8, 9);
  const model = fitIrt(dataOf(truth.rows), { metric: 'm' });
  expect(
    spearman(
      truth.difficulties,
      model.items.map(({ difficulty }) => difficulty),
    ),
  ).toBeGreaterThan(0.97);
  expect(
    spearman(
      truth.discriminations,
      model.items.map(({ discrimination }) => discrimination),
    ),
  ).toBeGreaterThan(0.8);
  expect(model.noise!.deviation).toBeGreaterThan(0.04);
  expect(model.noise!.deviation).toBeLessThan(0.055);
});

test('a fit of scores drawn from a fit finds it again', () => {
  const scores = drawTwoParameter(200, 12, 10).rows.map((row, i) =>
    row.map((score, s) => score + ((i * s) % 3 === 0 ? 1 : 0)),
  );
  const model = fitIrt(dataOf(scores), { metric: 'm', model: 'graded' });
  const drawn = simulateScores(model, stream(3, 'irt/again'));
  const rows = Array.from({ length: 200 }, (_, i) => drawn.slice(12 * i, 12 * (i + 1)));
  const again = fitIrt(dataOf(rows), { metric: 'm', model: 'graded' });
  const abilities = [model, again].map((of) => of.abilities.map(({ ability }) => ability));
  expect(spearman(abilities[0], abilities[1])).toBeGreaterThan(0.9);
});
