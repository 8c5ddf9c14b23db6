import type { CriterionAgreement, Dataset, DisputedCell, Judgements, RaterSummary } from '@goldpan/core';
import { cellDifferences } from './cell-differences.js';
import { criterionCoefficients, type IntervalSettings } from './criterion-coefficients.js';
import { disagreementCause } from './disagreement-cause.js';
import { disputedCells } from './disputed-cells.js';
import { raterSummaries } from './rater-summaries.js';
import { criterionRatings, sharedRatings } from './rating-tables.js';
import { severitiesOf } from './severities.js';
import type { AgreementUnits } from './units-of.js';
import { withoutRaters } from './without-raters.js';

/** What is said of one criterion. */
export interface CriterionFindings {
  readonly criterion: CriterionAgreement;
  readonly raters: readonly RaterSummary[];
  readonly disputes: readonly DisputedCell[];
}

/** How the findings of a criterion are made. */
export interface CriterionSettings extends Omit<IntervalSettings, 'clusters'> {
  readonly units: AgreementUnits;
  /** How many disputed cells are shown. */
  readonly disputes: number;
}

/** Agreement on one criterion, its raters, and its disputed cells. */
export function criterionAgreement(
  dataset: Dataset & { readonly judgements: Judgements },
  position: number,
  { units, disputes, ...rest }: CriterionSettings,
): CriterionFindings {
  const { judgements } = dataset;
  const criterion = judgements.criteria[position];
  const ratings = criterionRatings(judgements, position);
  const shared = sharedRatings(judgements, ratings);
  const { cells, rows } = shared;
  const clusters = Uint32Array.from(cells, ({ item }) => units.ofItem[item]);
  const settings = { ...rest, clusters };
  const coefficients = criterionCoefficients(rows, criterion, settings);
  const without = withoutRaters(shared, `alpha-${coefficients.measured}`, settings);
  const severities = severitiesOf(judgements, criterion, { shared, settings });
  const raters = raterSummaries(judgements, criterion, { ratings, severities }).map((summary, at) => {
    const left = without.get(ratings.raters[at]);
    return left === undefined ? summary : { ...summary, without: left };
  });
  const { relative } = cellDifferences(rows, coefficients.measured);
  const { value: alpha } = coefficients.alpha;
  const items = cells.map(({ item }) => item);
  const cause =
    alpha === null
      ? undefined
      : disagreementCause({ items, differences: relative, raters, alpha, seed: rest.seed });
  return {
    criterion: {
      name: criterion.name,
      scale: criterion.scale,
      raters: ratings.raters.length,
      sharing: shared.raters.length,
      judgements: ratings.cells.reduce((sum, cell) => sum + cell.judgements.length, 0),
      cells: ratings.cells.length,
      sharedCells: cells.length,
      units: new Set(clusters).size,
      ...coefficients,
      ...(cause && { disagreement: cause }),
    },
    raters,
    disputes: disputedCells(dataset, criterion, { cells, differences: relative, most: disputes }),
  };
}
