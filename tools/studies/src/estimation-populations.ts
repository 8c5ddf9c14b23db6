import { stream, type JudgedData, type Rng } from '@goldpan/core';
import { normal } from './normal.js';

/** A fully judged synthetic test set. */
export interface JudgedPopulation {
  readonly name: string;
  /** Documents are what is drawn. */
  readonly byDocument: boolean;
  /** @param items - default 300 */
  make(index: number, items?: number): JudgedData;
}

const ITEMS = 300;
const SYSTEMS = 7;

interface Recipe {
  readonly quality?: (system: number) => number;
  /** From an exact score to what people write down. */
  readonly scale?: (exact: number, rng: Rng) => number;
  /** What metrics see beside the exact score. */
  readonly favour?: (system: number) => number;
  readonly documents?: boolean;
}

function population(name: string, recipe: Recipe): JudgedPopulation {
  const { quality = (system) => 0.12 * system, scale = (exact) => exact, favour = () => 0 } = recipe;
  return {
    name,
    byDocument: recipe.documents ?? false,
    make(index, items = ITEMS) {
      const rng = stream(index, `study/estimation/${name}`);
      const documents = Int32Array.from({ length: items }, (_, item) => Math.floor(item / 5));
      const effects = Float64Array.from({ length: items * SYSTEMS }, () => normal(rng));
      const judgements = new Float64Array(items * SYSTEMS);
      const metrics = [0, 1, 2].map(() => new Float64Array(items * SYSTEMS));
      for (let item = 0; item < items; item++) {
        const difficulty = 0.7 * normal(rng);
        for (let system = 0; system < SYSTEMS; system++) {
          const cell = item * SYSTEMS + system;
          const shared = recipe.documents ? 0.7 * effects[documents[item] * SYSTEMS + system] : 0;
          const noise = name === 'twins' && system === 6 ? effects[cell - 1] : effects[cell];
          const exact = quality(system) + difficulty + shared + noise;
          judgements[cell] = scale(exact, rng);
          for (const metric of metrics) metric[cell] = 0.6 * exact + favour(system) + normal(rng);
          if (name !== 'twins' || system !== 6) continue;
          judgements[cell] = judgements[cell - 1];
          for (const metric of metrics) metric[cell] = metric[cell - 1];
        }
      }
      const matrix = (values: Float64Array) => ({ items, systems: SYSTEMS, values });
      return {
        systems: Array.from({ length: SYSTEMS }, (_, system) => `system ${system}`),
        judgements: matrix(judgements),
        metrics: metrics.map((values, k) => ({ name: `metric ${k}`, scores: matrix(values) })),
        ...(recipe.documents && { documents }),
      };
    },
  };
}

/** Judgements of many kinds; the same hidden scores, put on the scales that people use. */
export const populations: readonly JudgedPopulation[] = [
  population('normal', {}),
  population('zero-inflated', { scale: (exact) => -Math.max(0, Math.round(4 * (0.3 - exact))) }),
  population('binary', { scale: (exact) => (exact > 0.4 ? 1 : 0) }),
  population('five-star', { scale: (exact) => Math.min(5, Math.max(1, Math.round(3 + exact))) }),
  population('skewed', { scale: (exact) => -Math.exp(-exact) }),
  population('near ties', { quality: (system) => 0.01 * system }),
  population('twins', { quality: (system) => 0.12 * Math.min(5, system) }),
  population('metric favours one', { favour: (system) => (system === 0 ? 1.5 : 0) }),
  population('documents', { documents: true }),
];

/** Populations in which more judgements are needed, for plans. */
export const planPopulations: readonly JudgedPopulation[] = [
  ...populations,
  // Most outputs are without error, a few have a grave one, and systems are close.
  population('mqm', {
    quality: (system) => 0.06 * system,
    scale: (exact) => -(exact < -2 ? 5 : 0) - Math.max(0, Math.round(3 * (-0.4 - exact))),
  }),
];
