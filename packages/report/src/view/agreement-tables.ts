import type {
  AgreementCoefficientResult,
  AgreementDocument,
  CriterionAgreement,
  RaterSummary,
} from '@goldpan/core';
import {
  formatCount,
  formatInterval,
  formatMeasure,
  formatShare,
  measureFormat,
  withMinus,
} from '../format/numbers.js';
import { alphaTone } from './agreement-word.js';
import { ratingsText } from './disputed-texts.js';
import { intervalName } from './facts.js';
import { numberCell, textCell, type Cell, type Table } from './table.js';

/** Severities and spreads, in units of the judgements. */
type Amount = (value: number | null) => string;
/** Raters of large data are shown by their first. */
const MOST_RATERS = 60;

/** One row per criterion: how many judgements, how far they agree. */
export function criterionTable(result: AgreementDocument): Table {
  return {
    kind: 'table',
    name: 'criteria',
    title: 'Criteria',
    columns: [
      { title: 'criterion' },
      { title: 'alpha', align: 'right' },
      { title: intervalName(result), align: 'right' },
      { title: 'counted as', minor: true },
      { title: 'raters', align: 'right' },
      { title: 'judgements', align: 'right', minor: true },
      { title: 'judged by several', align: 'right' },
    ],
    rows: result.criteria.map(({ name, alpha, measured, raters, judgements, sharedCells, cells }) => [
      textCell(name),
      alpha.value === null ? textCell(alpha.reason ?? '') : signed(alpha.value, alphaTone(alpha.value)),
      textCell(formatInterval(alpha, shown)),
      textCell(MEASURED[measured]),
      numberCell(raters, formatCount),
      numberCell(judgements, formatCount),
      textCell(`${formatCount(sharedCells)} of ${formatCount(cells)}`),
    ]),
  };
}

const MEASURED = { nominal: 'categories', ordinal: 'an order', interval: 'distances' } as const;

/** What each rater did. */
export function raterTable({ raters, criteria }: AgreementDocument): Table {
  const several = criteria.length > 1;
  const timed = raters.some(({ seconds }) => seconds !== null);
  const left = raters.some(({ without }) => without !== undefined);
  const sure = raters.some(({ severityInterval }) => severityInterval !== null);
  const amounts = new Map(criteria.map(({ name }) => [name, amountOf(raters, name)]));
  const hidden = raters.length - MOST_RATERS;
  return {
    kind: 'table',
    name: 'raters',
    title: 'Raters',
    note:
      'Severity: how much worse than the others a rater judges the same outputs. Agreement: correlation with the mean of the others (categories: share of equal judgements). ' +
      'Repeated: share of answers equal to the one before.' +
      (hidden > 0 ? ` The first ${MOST_RATERS}; ${formatCount(hidden)} more are in the JSON document.` : ''),
    columns: [
      { title: 'rater' },
      ...(several ? [{ title: 'criterion' }] : []),
      { title: 'judgements', align: 'right' },
      { title: 'severity', align: 'right' },
      ...(sure ? [{ title: 'its interval', align: 'right' as const, minor: true }] : []),
      { title: 'spread', align: 'right', minor: true },
      { title: 'agreement', align: 'right' },
      ...(left ? [{ title: 'alpha without', align: 'right' as const, minor: true }] : []),
      { title: 'repeated', align: 'right' },
      ...(timed ? [{ title: 'median seconds', align: 'right' as const }] : []),
    ],
    rows: raters
      .slice(0, MOST_RATERS)
      .map((rater) =>
        raterRow(rater, { several, timed, left, sure, amount: amounts.get(rater.criterion) ?? shown }),
      ),
  };
}

function amountOf(raters: readonly RaterSummary[], criterion: string): Amount {
  const among = raters.filter((rater) => rater.criterion === criterion);
  const format = measureFormat(among.flatMap(({ severity, spread }) => [severity, spread]));
  return (value) => withMinus(format(value));
}

function raterRow(
  rater: RaterSummary,
  has: Readonly<Record<'several' | 'timed' | 'left' | 'sure', boolean>> & { readonly amount: Amount },
): Cell[] {
  const { without, seconds, severityInterval } = rater;
  return [
    textCell(rater.name),
    ...(has.several ? [textCell(rater.criterion)] : []),
    numberCell(rater.judgements, formatCount),
    numberCell(rater.severity, has.amount),
    ...(has.sure ? [textCell(formatInterval(severityInterval ?? {}, has.amount))] : []),
    numberCell(rater.spread, has.amount),
    signed(rater.agreement),
    ...(has.left ? [signed(without?.alpha ?? null, without?.surely ? 'bad' : undefined)] : []),
    numberCell(rater.repeated, formatShare),
    ...(has.timed ? [numberCell(seconds, (value) => (value === null ? '–' : value.toFixed(1)))] : []),
  ];
}

/** The outputs on which raters are furthest apart, with what each said. */
export function disputeTable({ disputes, criteria }: AgreementDocument): readonly Table[] {
  if (disputes.length === 0) return [];
  const several = criteria.length > 1;
  return [
    {
      kind: 'table',
      name: 'disputes',
      title: 'Outputs in dispute',
      note: 'The worst of each criterion. Apart: differences between the raters as a multiple of those between any two judgements.',
      columns: [
        { title: 'item' },
        { title: 'system' },
        ...(several ? [{ title: 'criterion' }] : []),
        { title: 'apart', align: 'right' },
        { title: 'judgements' },
      ],
      rows: disputes.map(({ id, system, criterion, disagreement, ratings }) => [
        textCell(id),
        textCell(system),
        ...(several ? [textCell(criterion)] : []),
        numberCell(disagreement, (value) => `${value!.toFixed(1)}×`),
        textCell(ratingsText(ratings)),
      ]),
    },
  ];
}

/** Every coefficient of a criterion, or why it is not defined. */
export function coefficientTable(criterion: CriterionAgreement, at: number): Table {
  const { alphas, icc, kappa, kendallW } = criterion;
  const rows: readonly (readonly [string, AgreementCoefficientResult, string])[] = [
    ['Krippendorff’s alpha, nominal', alphas.nominal, 'the same judgement or not'],
    ['Krippendorff’s alpha, ordinal', alphas.ordinal, 'distances of ranks'],
    ['Krippendorff’s alpha, interval', alphas.interval, 'distances'],
    ['Krippendorff’s alpha, ratio', alphas.ratio, 'proportions'],
    ['ICC(1,1)', icc['1,1'], 'one judgement, any raters'],
    ['ICC(2,1)', icc['2,1'], 'one judgement of raters who stand for others'],
    ['ICC(3,k)', icc['3,k'], 'the mean of these raters'],
    ['Cohen’s kappa', kappa.cohen, 'pairs of raters, the same judgement or not'],
    ['Cohen’s kappa, quadratic', kappa.quadratic, 'pairs of raters, squared distances'],
    ['Fleiss’ kappa', kappa.fleiss, 'the same judgement or not'],
    ['Kendall’s W', kendallW, 'the order of the outputs'],
  ];
  return {
    kind: 'table',
    name: `coefficients-${at + 1}`,
    title: `All coefficients on ${criterion.name}`,
    note: 'ICC(2,1), ICC(3,k) and Kendall’s W use outputs that all raters judged.',
    columns: [
      { title: 'coefficient' },
      { title: 'value', align: 'right' },
      { title: 'interval', align: 'right' },
      { title: 'what it counts', minor: true },
    ],
    rows: rows.map(([name, result, what]) => [
      textCell(name),
      result.value === null ? textCell('–') : signed(result.value),
      textCell(result.reason ?? formatInterval(result, shown)),
      textCell(what),
    ]),
    folded: true,
  };
}

function signed(value: number | null, tone?: 'good' | 'neutral' | 'bad'): Cell {
  return numberCell(value, shown, tone);
}

function shown(value: number | null): string {
  return withMinus(formatMeasure(value));
}
