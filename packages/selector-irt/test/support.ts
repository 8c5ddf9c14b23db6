import { datasetFromColumns, stream, type Dataset, type Rng } from '@goldpan/core';

/** A dataset of one metric, `m`, from rows of scores; NaN = missing. */
export function dataOf(
  rows: readonly ArrayLike<number>[],
  names: { ids?: string[]; systems?: string[] } = {},
): Dataset {
  const systems = rows[0].length;
  return datasetFromColumns({
    ids: names.ids ?? rows.map((_, item) => `item ${item}`),
    systems: names.systems ?? Array.from({ length: systems }, (_, system) => `system ${system}`),
    metrics: ['m'],
    scores: [Float64Array.from(rows.flatMap((row) => Array.from(row)))],
  });
}

export function normal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
}

/** Parameters of a 2PL model and scores drawn from it; abilities are standardised. */
export function drawTwoParameter(items: number, systems: number, seed: number) {
  const rng = stream(seed, 'irt/test');
  const free = Array.from({ length: systems }, () => normal(rng));
  const mean = free.reduce((sum, value) => sum + value, 0) / systems;
  const spread = Math.sqrt(free.reduce((sum, value) => sum + (value - mean) ** 2, 0) / systems);
  const abilities = free.map((value) => (value - mean) / spread);
  const discriminations = Array.from({ length: items }, () => Math.exp(0.4 * normal(rng)));
  const difficulties = Array.from({ length: items }, () => normal(rng));
  const chance = (i: number, s: number) =>
    1 / (1 + Math.exp(-discriminations[i] * (abilities[s] - difficulties[i])));
  const rows = discriminations.map((_, i) => abilities.map((_, s) => (rng.next() < chance(i, s) ? 1 : 0)));
  return { abilities, discriminations, difficulties, rows };
}

/** The same with scores between 0 and 1: the chance and a little noise. */
export function drawContinuous(items: number, systems: number, seed: number) {
  const drawn = drawTwoParameter(items, systems, seed);
  const rng = stream(seed, 'irt/test/noise');
  const rows = drawn.discriminations.map((slope, i) =>
    drawn.abilities.map((ability) => {
      const mean = 1 / (1 + Math.exp(-slope * (ability - drawn.difficulties[i])));
      return Math.min(1, Math.max(0, mean + 0.05 * normal(rng)));
    }),
  );
  return { ...drawn, rows };
}
