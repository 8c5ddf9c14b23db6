import type { AgreementDocument, RaterSummary } from '@goldpan/core';
import { formatMeasure, measureFormat } from '../format/numbers.js';
import { alphaTone } from './agreement-word.js';
import type { Chart } from './chart.js';
import { intervalName } from './facts.js';

/** Rows of a chart that can still be read. */
const MOST_ROWS = 20;

/** Alpha of each criterion, and how severe raters are. */
export function agreementCharts(result: AgreementDocument): readonly Chart[] {
  const alphas = result.criteria.flatMap(({ name, alpha: { value, low, high } }) =>
    value === null ? [] : [{ name, value, low, high, tone: alphaTone(value), text: formatMeasure(value) }],
  );
  const severities = result.criteria.flatMap(({ name }, at) => severityChart(result, name, at));
  return [
    ...(alphas.length === 0
      ? []
      : [
          {
            kind: 'intervals' as const,
            name: 'alpha',
            title: 'Agreement on each criterion',
            note: `Krippendorff’s alpha with its ${intervalName(result)}. Full dots: 0.8 and above; squares: below 0.667, too little to conclude from single judgements.`,
            xLabel: 'alpha, 1 = all alike',
            zero: { value: 0, label: 'by chance' },
            rows: alphas,
          },
        ]),
    ...severities,
  ];
}

function severityChart({ raters, criteria }: AgreementDocument, criterion: string, at: number): Chart[] {
  const known = raters.filter(
    (rater): rater is RaterSummary & { severity: number } =>
      rater.criterion === criterion && rater.severity !== null,
  );
  if (known.length < 2) return [];
  const amount = measureFormat(known.map(({ severity }) => severity));
  const rows = known
    .toSorted((a, b) => b.severity - a.severity)
    .filter((_, place) => place < MOST_ROWS / 2 || place >= known.length - MOST_ROWS / 2)
    .map(({ name, severity, severityInterval }) => ({
      name,
      value: severity,
      low: severityInterval?.low ?? null,
      high: severityInterval?.high ?? null,
      tone: 'neutral' as const,
      text: amount(severity),
    }));
  return [
    {
      kind: 'intervals',
      name: `severity-${at + 1}`,
      title: criteria.length > 1 ? `Severity of the raters on ${criterion}` : 'Severity of the raters',
      note: 'How much worse than the others each judges the same outputs, on the scale. To the right: severe; to the left: mild.',
      xLabel: 'worse than the others by',
      zero: { value: 0, label: 'as the others' },
      rows,
      folded: at > 0,
    },
  ];
}
