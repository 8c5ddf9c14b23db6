import { stream, type JudgedData, type Rng, type ScoreMatrix } from '@goldpan/core';

/** A number from the standard normal distribution. */
export function normal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
}

/** What a synthetic population is like; its full table is the truth. */
export interface Shape {
  readonly items: number;
  readonly systems: number;
  readonly metrics: number;
  /** How well metrics follow the judgements: 0 = not at all, 1 = closely. */
  readonly signal: number;
}

export const ordinary: Shape = { items: 140, systems: 7, metrics: 3, signal: 0.7 };

export interface Truth {
  readonly data: JudgedData;
  /** Means over all items, shape (systems). */
  readonly means: Float64Array;
}

export function matrix(
  items: number,
  systems: number,
  score: (item: number, system: number) => number,
): ScoreMatrix {
  const values = Float64Array.from({ length: items * systems }, (_, cell) =>
    score(Math.floor(cell / systems), cell % systems),
  );
  return { items, systems, values };
}

/** A fully judged population: quality of the system + difficulty of the item + noise, put through `scale`. */
export function population(
  shape: Shape,
  seed: number,
  scale: (exact: number, rng: Rng) => number = (exact) => exact,
): Truth {
  const rng = stream(seed, 'test/population');
  const difficulty = Float64Array.from({ length: shape.items }, () => 0.8 * normal(rng));
  const exact = matrix(
    shape.items,
    shape.systems,
    (item, system) => 0.15 * system + difficulty[item] + normal(rng),
  );
  const judgements = { ...exact, values: exact.values.map((value) => scale(value, rng)) };
  const noise = Math.sqrt(1 - shape.signal ** 2);
  const metrics = Array.from({ length: shape.metrics }, (_, k) => ({
    name: `metric ${k}`,
    scores: {
      ...exact,
      values: exact.values.map((value) => shape.signal * value + noise * 1.3 * normal(rng)),
    },
  }));
  const systems = Array.from({ length: shape.systems }, (_, s) => `system ${s}`);
  return { data: { systems, judgements, metrics }, means: columnMeans(judgements) };
}

export function columnMeans({ items, systems, values }: ScoreMatrix): Float64Array {
  return Float64Array.from({ length: systems }, (_, s) => {
    let sum = 0;
    for (let item = 0; item < items; item++) sum += values[item * systems + s];
    return sum / items;
  });
}

/** A simple random sample of n items, ascending. */
export function sample(items: number, n: number, seed: number): number[] {
  const order = stream(seed, 'test/sample').shuffle(Array.from({ length: items }, (_, i) => i));
  return order.slice(0, n).sort((a, b) => a - b);
}

/** The data with only the given items judged. */
export function judgedOnly(data: JudgedData, items: Iterable<number>): JudgedData {
  const { judgements } = data;
  const kept = new Set(items);
  const values = judgements.values.map((value, cell) =>
    kept.has(Math.floor(cell / judgements.systems)) ? value : NaN,
  );
  return { ...data, judgements: { ...judgements, values } };
}

/** The data with judgements changed cell by cell. */
export function withJudgements(
  data: JudgedData,
  change: (value: number, item: number, system: number) => number,
): JudgedData {
  const { systems } = data.judgements;
  const values = data.judgements.values.map((value, cell) =>
    change(value, Math.floor(cell / systems), cell % systems),
  );
  return { ...data, judgements: { ...data.judgements, values } };
}
