import type { AgreementDocument, CriterionAgreement } from '@goldpan/core';
import { formatMeasure, withMinus } from '../format/numbers.js';
import { agreementCharts } from './agreement-charts.js';
import { coefficientTable, criterionTable, disputeTable, raterTable } from './agreement-tables.js';
import { agreementWord, alphaTone } from './agreement-word.js';
import { disputedTexts } from './disputed-texts.js';
import { factsOf, frameOf } from './facts.js';
import type { Points } from './points.js';
import type { Tone } from './tone.js';
import type { KeyNumber, View } from './view.js';

/** Criteria whose coefficients have a table each. */
const MOST_TABLES = 8;

/** How far raters agree, who differs, and on what. */
export function agreementView(result: AgreementDocument): View {
  const { criteria, level, resampled } = result;
  const units = [...new Set(criteria.map(({ units }) => units))].filter((count) => count > 0);
  const over =
    units.length === 0
      ? 'none: nobody judged what somebody else judged'
      : `${Math.round(level * 100)} %, bootstrap over ${resampled} (${units.join(', ')})`;
  return {
    ...frameOf(result),
    title: 'Do the raters agree?',
    answer: answerOf(result),
    tone: toneOf(criteria),
    numbers: numbersOf(result),
    blocks: [
      causesOf(result),
      criterionTable(result),
      ...agreementCharts(result),
      raterTable(result),
      ...disputeTable(result),
      ...disputedTexts(result),
      ...criteria.slice(0, MOST_TABLES).map((criterion, at) => coefficientTable(criterion, at)),
    ],
    facts: factsOf(result, [
      {
        name: 'Intervals',
        value: `${over}; raters are not drawn, so they say nothing of other raters`,
        brief: over,
      },
    ]),
  };
}

function answerOf({ criteria }: AgreementDocument): string {
  const sentences = criteria.slice(0, 4).map((criterion) => {
    const { name, alpha } = criterion;
    if (alpha.value === null) return `On ${name}, agreement is not defined: ${alpha.reason}.`;
    const ends = alpha.low === null ? '' : `, ${numberText(alpha.low)} to ${numberText(alpha.high)}`;
    return `On ${name}, raters ${agreementWord(alpha.value)} (alpha ${numberText(alpha.value)}${ends}).`;
  });
  const rest = criteria.length > 4 ? [`${criteria.length - 4} more below.`] : [];
  return [
    ...sentences,
    ...rest,
    'Alpha is 1 where all judge alike and 0 where they agree as by chance.',
  ].join(' ');
}

function numberText(value: number | null): string {
  return value === null ? formatMeasure(value) : withMinus(value.toFixed(2));
}

function toneOf(criteria: readonly CriterionAgreement[]): Tone {
  const tones = criteria.map(({ alpha }) => alphaTone(alpha.value));
  return tones.includes('bad') ? 'bad' : tones.includes('neutral') ? 'neutral' : 'good';
}

function numbersOf({ criteria, raters }: AgreementDocument): readonly KeyNumber[] {
  const names = new Set(raters.map(({ name }) => name));
  const cells = criteria.reduce((sum, { cells }) => sum + cells, 0);
  const shared = criteria.reduce((sum, { sharedCells }) => sum + sharedCells, 0);
  return [
    { label: 'raters', value: String(names.size) },
    { label: 'criteria', value: String(criteria.length) },
    {
      label: 'judged by several',
      value: `${cells === 0 ? 0 : Math.round((100 * shared) / cells)} %`,
      note: 'of the judged outputs: only these say anything of agreement',
    },
  ];
}

/** What to do first, criterion by criterion. */
function causesOf({ criteria }: AgreementDocument): Points {
  return {
    kind: 'points',
    name: 'causes',
    title: 'What carries the disagreement',
    points: criteria.flatMap(({ name, disagreement }) =>
      disagreement === undefined
        ? []
        : [criteria.length > 1 ? `${name}: ${disagreement.text}` : disagreement.text],
    ),
  };
}
