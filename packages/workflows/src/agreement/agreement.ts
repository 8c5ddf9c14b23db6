import type { AgreementDocument, Dataset, Judgements } from '@goldpan/core';
import { invalidLevel, noJudgements, unknownCriterion } from '../errors.js';
import { OVERALL } from '../criterion.js';
import { givenData, type ItemsInput } from '../given-data.js';
import type { DataOptions } from '../question.js';
import { version } from '../version.js';
import { agreementWarnings } from './agreement-warnings.js';
import { criterionAgreement } from './criterion-agreement.js';
import { overallJudgements } from './overall-judgements.js';
import { unitsOf } from './units-of.js';

/** What can be said when raters are held against each other. */
export interface AgreementQuestion extends Omit<DataOptions, 'criterion'> {
  /** The name of a criterion; default: all. `overall` = the mean of several, standardised, rater by rater. */
  readonly criterion?: string;
  /** Replicates behind intervals, fewer (at least 100) where there are more than 20,000 judgements in shared cells; default 1000. */
  readonly replicates?: number;
  /** Share of repetitions in which intervals hold, in (0, 1); default 0.95. */
  readonly level?: number;
  /** How many disputed outputs are shown of each criterion; default 10. */
  readonly disputes?: number;
  /** Default 0. */
  readonly seed?: number;
}

/**
 * How far raters agree, criterion by criterion: coefficients with intervals, what each rater does, the outputs in dispute, and what
 * carries the disagreement. Only judgements of one cell are compared, never means with their parts.
 *
 * @throws NO_JUDGEMENTS, UNKNOWN_CRITERION, INVALID_LEVEL, and what loading throws
 * @remarks Intervals are over documents where items have them, else over items; raters are not drawn. O(replicates · judgements ·
 * raters), the last factor at most 30.
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { agreement } from '@goldpan/workflows';
 *
 * const judged = [[1, 1], [2, 3], [3, 3], [5, 4], [4, 4]].map(([ann, bob], i) => ({
 *   id: `item ${i}`,
 *   judgements: [
 *     { system: 'A', rater: 'ann', value: ann },
 *     { system: 'A', rater: 'bob', value: bob },
 *   ],
 * }));
 * const { criteria, raters } = await agreement(datasetFromItems(judged));
 * criteria[0].alpha.value?.toFixed(2); // → '0.89'
 * raters.map(({ name, severity }) => [name, severity]); // → [['rater 1', 0], ['rater 2', 0]]
 * ```
 */
export async function agreement(
  input: ItemsInput,
  options: AgreementQuestion = {},
): Promise<AgreementDocument> {
  const { replicates = 1000, level = 0.95, disputes = 10, seed = 0 } = options;
  if (!(level > 0 && level < 1)) throw invalidLevel(level);
  const { dataset: given, info } = await givenData(input, options);
  requireJudgements(given, info.name);
  const dataset = isOverall(given, options.criterion) ? overallJudgements(given) : given;
  const units = unitsOf(dataset);
  const findings = criteriaAsked(dataset.judgements, options.criterion).map((position) =>
    criterionAgreement(dataset, position, { units, disputes, replicates, level, seed }),
  );
  const criteria = findings.map(({ criterion }) => criterion);
  const raters = findings.flatMap((found) => found.raters);
  return {
    goldpan: version,
    command: 'agreement',
    seed,
    data: info,
    level,
    resampled: units.resampled,
    criteria,
    raters,
    disputes: findings.flatMap((found) => found.disputes),
    warnings: agreementWarnings(criteria, raters, { resampled: units.resampled, replicates }),
  };
}

function requireJudgements(
  dataset: Dataset,
  name: string,
): asserts dataset is Dataset & { readonly judgements: Judgements } {
  // Repeated runs are no raters.
  if (!dataset.judgements?.criteria.some(({ repeats }) => !repeats))
    throw noJudgements(name, dataset.metrics);
}

/** Whether the mean of all criteria is asked about, and there are several. */
function isOverall({ judgements }: { readonly judgements: Judgements }, asked: string | undefined): boolean {
  const judged = judgements.criteria.filter(({ repeats }) => !repeats);
  return asked === OVERALL && judged.length > 1 && judged.every(({ name }) => name !== OVERALL);
}

/** Positions of the criteria. @throws UNKNOWN_CRITERION */
function criteriaAsked({ criteria }: Judgements, asked: string | undefined): number[] {
  const judged = criteria.flatMap(({ repeats }, at) => (repeats ? [] : [at]));
  if (asked === undefined) return judged;
  const position = judged.find((at) => criteria[at].name === asked);
  if (position !== undefined) return [position];
  throw unknownCriterion(
    asked,
    judged.map((at) => criteria[at].name),
  );
}
