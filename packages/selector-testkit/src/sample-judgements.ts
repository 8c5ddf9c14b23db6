import { stream, type JudgedData } from '@goldpan/core';

/** What judged data to make. */
export interface JudgedShape {
  readonly items: number;
  readonly systems: number;
  /** Judged items; all where it is at least `items`. */
  readonly judged: number;
  readonly metrics: number;
  readonly documents: boolean;
  readonly inclusion: boolean;
  readonly seed: number;
}

/** Judged data for checks: the same for the same shape. Judgements follow the metrics in part; documents hold three items. */
export function sampleJudgements(shape: JudgedShape): JudgedData {
  const { items, systems, metrics, seed } = shape;
  const rng = stream(seed, 'testkit/judgements');
  const exact = Float64Array.from(
    { length: items * systems },
    (_, cell) => 2 * rng.next() + 0.1 * (cell % systems),
  );
  const matrix = (values: Float64Array) => ({ items, systems, values });
  const order = rng.shuffle(Array.from({ length: items }, (_, item) => item));
  const taken = new Set(order.slice(0, shape.judged));
  const judgements = exact.map((value, cell) =>
    taken.has(Math.floor(cell / systems)) ? value + rng.next() : NaN,
  );
  return {
    systems: Array.from({ length: systems }, (_, system) => `system ${system}`),
    judgements: matrix(judgements),
    metrics: Array.from({ length: metrics }, (_, k) => ({
      name: `metric ${k}`,
      scores: matrix(exact.map((value) => value + 1.5 * rng.next())),
    })),
    ...(shape.documents && {
      documents: Int32Array.from({ length: items }, (_, item) => Math.floor(item / 3)),
    }),
    ...(shape.inclusion && { inclusion: Float64Array.from({ length: items }, () => 0.2 + 0.7 * rng.next()) }),
  };
}
