import type { IrtModelName } from '@goldpan/selector-irt';

/** What must be reached: least correlations of ability, difficulty and discrimination, and least coverage of each. */
interface Bounds {
  readonly agreement: readonly [ability: number, difficulty: number, discrimination?: number];
  readonly coverage: readonly [ability: number, difficulty: number, discrimination?: number];
}

/** A model, how much data is drawn from it, and what must be reached. */
export interface Setting {
  readonly model: IrtModelName;
  readonly noise?: 'constant' | 'scaled';
  readonly integrate?: 'items' | 'abilities';
  readonly size: readonly [items: number, systems: number];
  /** How many simulated data sets. */
  readonly sets: number;
  readonly bounds: Bounds;
}

const nominal = [0.9, 0.92, 0.88] as const;
const setting = (
  model: IrtModelName,
  size: Setting['size'],
  rest: { sets: number; agreement: Bounds['agreement']; coverage?: Bounds['coverage'] },
): Setting => ({
  model,
  noise: model.startsWith('continuous') ? 'constant' : undefined,
  size,
  sets: rest.sets,
  bounds: { agreement: rest.agreement, coverage: rest.coverage ?? nominal },
});
const scaled = (base: Setting): Setting => ({ ...base, noise: 'scaled' });
/** The side that would not be chosen, to see what is gained by the choice: no bounds. */
const byItems = (base: Setting): Setting => ({
  ...base,
  integrate: 'items',
  bounds: { agreement: [0, 0, 0], coverage: [0, 0, 0] },
});

/** All that is studied. */
export const settings: readonly Setting[] = [
  setting('2pl', [100, 5], { sets: 60, agreement: [0.95, 0.6, 0.1] }),
  setting('2pl', [100, 10], { sets: 60, agreement: [0.95, 0.7, 0.2] }),
  setting('2pl', [460, 12], { sets: 20, agreement: [0.98, 0.75, 0.3] }),
  setting('2pl', [864, 84], { sets: 8, agreement: [0.99, 0.94, 0.7] }),
  setting('2pl', [2000, 200], { sets: 3, agreement: [0.995, 0.97, 0.83] }),
  setting('2pl', [100, 200], { sets: 20, agreement: [0.96, 0.96, 0.83] }),
  setting('2pl', [40, 500], { sets: 20, agreement: [0.92, 0.97, 0.89] }),
  byItems(setting('2pl', [40, 500], { sets: 20, agreement: [0, 0] })),
  setting('1pl', [100, 10], { sets: 60, agreement: [0.95, 0.75] }),
  setting('1pl', [460, 12], { sets: 20, agreement: [0.98, 0.8] }),
  setting('1pl', [864, 84], { sets: 8, agreement: [0.99, 0.95] }),
  setting('3pl', [460, 12], { sets: 20, agreement: [0.98, 0.72, 0.25] }),
  setting('3pl', [864, 84], { sets: 6, agreement: [0.99, 0.9, 0.6] }),
  setting('4pl', [460, 12], { sets: 20, agreement: [0.98, 0.68, 0.2], coverage: [0.85, 0.92, 0.88] }),
  setting('4pl', [864, 84], { sets: 4, agreement: [0.99, 0.88, 0.5], coverage: [0.85, 0.92, 0.86] }),
  setting('continuous-2pl', [100, 10], {
    sets: 60,
    agreement: [0.99, 0.95, 0.7],
    coverage: [0.88, 0.92, 0.86],
  }),
  setting('continuous-2pl', [460, 12], {
    sets: 20,
    agreement: [0.99, 0.96, 0.75],
    coverage: [0.82, 0.92, 0.86],
  }),
  scaled(
    setting('continuous-2pl', [460, 12], {
      sets: 20,
      agreement: [0.99, 0.93, 0.88],
      coverage: [0.82, 0.92, 0.9],
    }),
  ),
  setting('continuous-2pl', [864, 84], {
    sets: 6,
    agreement: [0.99, 0.98, 0.93],
    coverage: [0.88, 0.92, 0.86],
  }),
  setting('continuous-4pl', [460, 12], {
    sets: 20,
    agreement: [0.99, 0.88, 0.65],
    coverage: [0.72, 0.9, 0.84],
  }),
  scaled(
    setting('continuous-4pl', [460, 12], {
      sets: 20,
      agreement: [0.99, 0.85, 0.85],
      coverage: [0.7, 0.9, 0.86],
    }),
  ),
  setting('graded', [100, 16], { sets: 20, agreement: [0.97, 0.83, 0.5] }),
  setting('graded', [460, 12], { sets: 8, agreement: [0.99, 0.82, 0.55] }),
];
