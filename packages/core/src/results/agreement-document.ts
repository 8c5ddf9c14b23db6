import type { JudgementScale } from '../judgements/judgement-scale.js';
import type { DocumentBase, WithIntervals } from './document-base.js';

/** A coefficient of agreement between raters, with an interval over items or documents. */
export interface AgreementCoefficientResult {
  /** 1 = full agreement, 0 = as by chance; null where it is not defined. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Share of repetitions in which the interval holds. */
  readonly level: number;
  /** Why there is no value. */
  readonly reason?: string;
}

/** How far raters agree on one criterion, from the cells that several of them judged. */
export interface CriterionAgreement {
  readonly name: string;
  readonly scale: JudgementScale;
  /** The level of measurement at which differences on the scale count. */
  readonly measured: 'nominal' | 'ordinal' | 'interval';
  /** Raters who judged it, and those of them who share a cell with another one. */
  readonly raters: number;
  readonly sharing: number;
  readonly judgements: number;
  /** Cells (items and systems) that were judged, and those that several raters judged. */
  readonly cells: number;
  readonly sharedCells: number;
  /** Items, or documents, of the shared cells: what is drawn anew for intervals. */
  readonly units: number;
  /** Krippendorff's alpha at the level of the scale. */
  readonly alpha: AgreementCoefficientResult;
  readonly alphas: Readonly<Record<'nominal' | 'ordinal' | 'interval' | 'ratio', AgreementCoefficientResult>>;
  /** Intraclass correlations of Shrout and Fleiss. */
  readonly icc: Readonly<Record<'1,1' | '2,1' | '3,k', AgreementCoefficientResult>>;
  /** Cohen's, of more than two raters the mean over pairs; `quadratic` counts disagreements by their squared distance. */
  readonly kappa: Readonly<Record<'cohen' | 'quadratic' | 'fleiss', AgreementCoefficientResult>>;
  /** Kendall's coefficient of concordance. */
  readonly kendallW: AgreementCoefficientResult;
  /** What carries the disagreement; absent where there is none to speak of. */
  readonly disagreement?: DisagreementCause;
}

/** Whether one rater or few items carry the disagreement, or neither: then it is the guideline. */
export interface DisagreementCause {
  readonly by: 'rater' | 'items' | 'guideline';
  /** The rater without whom the others agree surely better. */
  readonly rater?: string;
  /** The share of the disagreement that the worst tenth of the items has, and what it would have if cells were dealt to items by chance. */
  readonly worstTenth: { readonly share: number; readonly byChance: number };
  readonly text: string;
}

/** What a rater did on one criterion. */
export interface RaterSummary {
  /** `rater 1`, by order, unless names are asked for. */
  readonly name: string;
  readonly criterion: string;
  readonly judgements: number;
  /** Of these, on cells that others judged too: what severity and agreement are from. */
  readonly shared: number;
  /** How much worse than the others this rater judges the same cells, on average, on the scale; below 0 = milder. Null for categories. */
  readonly severity: number | null;
  /** Ends of the interval of severity, over items or documents as those of coefficients; null with fewer than two of them, and for categories. */
  readonly severityInterval: { readonly low: number; readonly high: number } | null;
  /** Sample standard deviation of the rater's judgements, on the scale; null for categories. */
  readonly spread: number | null;
  /** Correlation with the mean of the others on the same cells (of ranks where only the order counts); for categories the share of equal ones. */
  readonly agreement: number | null;
  /** Alpha of the others without this rater, and whether they surely agree better so; absent where it was not asked. */
  readonly without?: { readonly alpha: number; readonly gain: number; readonly surely: boolean };
  /** Median time of a judgement; null where no times are known. */
  readonly seconds: number | null;
  /** Share of judgements equal to the rater's one before; null with fewer than two. */
  readonly repeated: number | null;
}

/** A cell on which raters are far apart. */
export interface DisputedCell {
  readonly criterion: string;
  readonly id: string;
  readonly system: string;
  /** Differences between raters over those between any two judgements: 1 = as far apart as by chance. */
  readonly disagreement: number;
  readonly ratings: readonly { readonly rater: string; readonly value: number | string }[];
  readonly source?: string;
  readonly output?: string;
}

/** `goldpan agreement`: how far raters agree, who differs, and on what. */
export interface AgreementDocument extends DocumentBase<'agreement'>, WithIntervals {
  readonly level: number;
  /** What is drawn anew for intervals. */
  readonly resampled: 'items' | 'documents';
  readonly criteria: readonly CriterionAgreement[];
  /** One per rater and criterion. */
  readonly raters: readonly RaterSummary[];
  /** The most disputed cells of each criterion, worst first. */
  readonly disputes: readonly DisputedCell[];
}
