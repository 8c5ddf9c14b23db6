import { defineError } from '@goldpan/core';

export const missingCells = defineError(
  'MISSING_CELLS',
  'Scores that a subset is measured with are missing, and no policy for that was stated.',
  (at: { what: string; cells: number; of: number; items: number; item: number; system: number }) => ({
    fields: at,
    what:
      `the ${at.what} scores must be complete, but ${at.cells} of ${at.of} cells are missing in ${at.items} ` +
      `${at.items === 1 ? 'item' : 'items'}, first item ${at.item}, system ${at.system} (counted from 0)`,
    advice: 'add the scores, or state a policy: missing "drop-items" or "pairwise"',
  }),
);

export const systemWithoutScores = defineError(
  'SYSTEM_WITHOUT_SCORES',
  'Under the policy "pairwise", a system has no score at all among the items of a subset.',
  (system: number, size: number) => ({
    fields: { system, size },
    what: `system ${system} (counted from 0) needs a score on at least one item; it has none on the ${size} given`,
    advice: 'start at a larger size, leave the system out, or use the policy "drop-items"',
  }),
);

export const differentShapes = defineError(
  'DIFFERENT_SHAPES',
  'Two score matrices that should describe the same items and systems have different shapes.',
  (target: readonly [number, number], measured: readonly [number, number]) => ({
    fields: { target, measured },
    what: `target and measured scores must have the same shape; got ${target.join('×')} and ${measured.join('×')}`,
    advice: 'take both from the same data',
  }),
);

export const invalidMatrix = defineError(
  'INVALID_MATRIX',
  'A score matrix does not have items × systems cells, or a cell is infinite.',
  (
    problem: string,
    at: { items: number; systems: number; cells: number; item?: number; system?: number },
  ) => ({
    fields: { problem, ...at },
    what: `a matrix of ${at.items} items × ${at.systems} systems must have a finite score or NaN in each cell; it ${problem}`,
    advice: 'mend the scores; NaN stands for a missing one',
  }),
);

export const invalidSample = defineError(
  'INVALID_SAMPLE',
  'A sample with repetition holds something that is not an item of the full data, or is too long.',
  (problem: string, fields: { length: number; place?: number; value?: number }) => ({
    fields: { problem, ...fields },
    what: `a sample must hold items of the full data, with repetition; ${problem}`,
    advice: 'give positions in the full data',
  }),
);

export const invalidRanking = defineError(
  'INVALID_RANKING',
  'A ranking or subset holds something that is not an item of the full data, or an item twice.',
  (problem: string, place: number, value: number) => ({
    fields: { problem, place, value },
    what: `a ranking must hold items of the full data, each at most once; ${value} at place ${place} ${problem}`,
    advice: 'give positions in the full data; take a sample with repetition through replicate()',
  }),
);

export const invalidSizes = defineError(
  'INVALID_SIZES',
  'The sizes of a curve are not rising whole numbers from 1 to the length of the ranking.',
  (size: number, place: number, most: number) => ({
    fields: { size, place, most },
    what: `sizes must be whole numbers that rise from 1 to ${most}; got ${size} at place ${place}`,
    advice: 'see sizesAt() for sizes from shares',
  }),
);

export const invalidSetting = defineError(
  'INVALID_SETTING',
  'A number that an evaluation is configured with lies outside its range.',
  (name: string, requirement: string, got: unknown) => ({
    fields: { name, requirement, got },
    what: `${name} must be ${requirement}; got ${String(got)}`,
    advice: 'leave it out for the default',
  }),
);

export const valueTooLarge = defineError(
  'VALUE_TOO_LARGE',
  'A measure has a value that no double can hold.',
  (measure: string, difference: number) => ({
    fields: { measure, difference },
    what: `${measure} must have a value that a double can hold; the means differ by up to ${difference}`,
    advice: 'take root-mean-squared-error or mean-absolute-error, or count scores in larger units',
  }),
);
