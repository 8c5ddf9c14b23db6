import type { CriterionAgreement, RaterSummary, Warning } from '@goldpan/core';
import { fewReplicates } from '@goldpan/simulation';

/** Below that, intervals from resampling are too short. */
const FEW_UNITS = 20;

/** Raters who hardly ever change their answer, where the others do. */
const STRAIGHT = 0.9;

/** What to beware of in figures of agreement. */
export function agreementWarnings(
  criteria: readonly CriterionAgreement[],
  raters: readonly RaterSummary[],
  { resampled, replicates }: { resampled: string; replicates: number },
): Warning[] {
  const alone = criteria
    .filter(({ sharedCells }) => sharedCells === 0)
    .map(({ name }) => JSON.stringify(name));
  const few = criteria.filter(({ units, alpha }) => alpha.value !== null && units < FEW_UNITS);
  const straight = raters.filter((rater) => isStraight(rater, raters));
  return [
    ...(alone.length > 0
      ? [
          {
            code: 'NO_SHARED_CELLS',
            text: `No two raters judged the same output on ${alone.join(', ')}: nothing can be said of their agreement. Let at least two raters judge some outputs both.`,
          },
        ]
      : []),
    ...fewUnits(few, resampled),
    ...fewReplicates(replicates),
    ...straight.map(({ name, criterion, repeated }) => ({
      code: 'STRAIGHT_LINING',
      text: `${name} gave the same answer as the one before in ${Math.round(repeated! * 100)} % of the judgements on ${JSON.stringify(criterion)}, where the others do so far less: look whether they were read.`,
    })),
  ];
}

/** One warning for all criteria, which mostly have the same items. */
function fewUnits(few: readonly CriterionAgreement[], resampled: string): Warning[] {
  if (few.length === 0) return [];
  const counts = few.map(({ units }) => units);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const range = least === most ? `${most}` : `${least} to ${most}`;
  const names = few.map(({ name }) => JSON.stringify(name)).join(', ');
  return [
    {
      code: 'FEW_UNITS',
      text: `Intervals on ${names} rest on ${range} ${most === 1 ? resampled.slice(0, -1) : resampled}: below ${FEW_UNITS} they are too short, and with one there is none.`,
    },
  ];
}

function isStraight(
  { name, criterion, repeated, judgements }: RaterSummary,
  raters: readonly RaterSummary[],
) {
  if (repeated === null || repeated < STRAIGHT || judgements < 10) return false;
  const others = raters.filter((other) => other.criterion === criterion && other.name !== name);
  const known = others.flatMap((other) => (other.repeated === null ? [] : [other.repeated]));
  if (known.length === 0) return false;
  return known.reduce((sum, share) => sum + share, 0) / known.length < STRAIGHT - 0.2;
}
