import {
  ESA_WEIGHTS,
  errorWeightOf,
  givenRows,
  isCopy,
  isErrorWeight,
  MQM_WEIGHTS,
  spanScores,
  type Dataset,
  type ErrorWeight,
  type Judgements,
  type MarkedErrors,
  type RecomputedScores,
  type SystemErrors,
} from '@goldpan/core';
import { pearson } from '@goldpan/stats';
import { unknownWeights } from './errors.js';
import { finiteOrNull } from './finite-or-null.js';

const NAMED: Readonly<Record<string, readonly ErrorWeight[]>> = { mqm: MQM_WEIGHTS, esa: ESA_WEIGHTS };

/** A score may differ by rounding in the file it came from. */
const EQUAL = 1e-6;

/**
 * The errors that raters marked by system and category, and whether the values of judgements are the sum of their weights: minus it, but
 * where lower is better. Copies of a judgement count for their systems alone; undefined where none are marked. O(judgements + spans).
 *
 * @param weights - `mqm`, `esa`, or weights before those of MQM: `critical=25,minor=2`
 * @throws UNKNOWN_WEIGHTS
 */
export function markedErrors(dataset: Dataset, weights = 'mqm'): MarkedErrors | undefined {
  const rules = weightsOf(weights);
  const { judgements } = dataset;
  if (judgements?.spans === undefined) return undefined;
  const { categories, severities, category, severity } = judgements.spans;
  const byCategory = counts(category, categories);
  const order = byCategory.map(({ name }) => categories.indexOf(name));
  return {
    errors: category.length,
    categories: byCategory,
    severities: counts(severity, severities),
    systems: systemErrors(dataset, judgements, order),
    weights,
    recomputed: recomputed(dataset, judgements, rules),
  };
}

function weightsOf(text: string): readonly ErrorWeight[] {
  if (Object.hasOwn(NAMED, text)) return NAMED[text];
  const parts = text.split(',').map((part) => part.trim());
  const wrong = parts.find((part) => !isErrorWeight(part));
  if (wrong !== undefined) throw unknownWeights(wrong);
  return [...parts.map(errorWeightOf), ...MQM_WEIGHTS];
}

/** How often each name occurs, most frequent first. */
function counts(positions: Uint16Array, names: readonly string[]) {
  const errors = new Uint32Array(names.length);
  for (const position of positions) errors[position]++;
  return names
    .map((name, at) => ({ name, errors: errors[at] }))
    .filter((each) => each.errors > 0)
    .sort((a, b) => b.errors - a.errors || (a.name < b.name ? -1 : 1));
}

/** Whether raters mark errors on a criterion. */
function markedCriteria({ criterion, criteria, spans, size }: Judgements): boolean[] {
  const marked = criteria.map(() => false);
  for (let j = 0; j < size; j++) if (spans!.starts[j + 1] > spans!.starts[j]) marked[criterion[j]] = true;
  return marked;
}

function systemErrors(
  { systems }: Dataset,
  judgements: Judgements,
  order: readonly number[],
): SystemErrors[] {
  const { starts, category } = judgements.spans!;
  const marked = markedCriteria(judgements);
  const place = new Map(order.map((position, at) => [position, at]));
  const found = systems.map((system) => ({
    system,
    judgements: 0,
    errors: 0,
    byCategory: order.map(() => 0),
  }));
  const rows = givenRows(judgements);
  for (let j = 0; j < judgements.size; j++) {
    if (!marked[judgements.criterion[j]]) continue;
    const of = found[judgements.systems[j]];
    const told = rows[j];
    of.judgements++;
    of.errors += starts[told + 1] - starts[told];
    for (let s = starts[told]; s < starts[told + 1]; s++) of.byCategory[place.get(category[s])!]++;
  }
  return found.filter((each) => each.judgements > 0);
}

/** The judgements of a criterion whose errors all have a weight. */
interface Recomputable {
  readonly rows: number[];
  /** Judgements with an error that has no weight. */
  unknown: number;
}

function recomputed(
  dataset: Dataset,
  judgements: Judgements,
  weights: readonly ErrorWeight[],
): RecomputedScores[] {
  const scores = spanScores(judgements, weights);
  const marked = markedCriteria(judgements);
  const found = judgements.criteria.map((): Recomputable => ({ rows: [], unknown: 0 }));
  for (let j = 0; j < judgements.size; j++) {
    if (isCopy(judgements.copyOf, j)) continue;
    const of = found[judgements.criterion[j]];
    if (Number.isNaN(scores[j])) of.unknown++;
    else of.rows.push(j);
  }
  return judgements.criteria.flatMap(({ name, scale }, at) => {
    if (!marked[at]) return [];
    const { rows, unknown } = found[at];
    const sign = 'better' in scale && scale.better === 'lower' ? -1 : 1;
    const given = Float64Array.from(rows, (j) => judgements.values[j]);
    const summed = Float64Array.from(rows, (j) => sign * scores[j]);
    const worst = largestDifference(given, summed);
    return {
      criterion: name,
      judgements: rows.length,
      equal: rows.filter((_, row) => Math.abs(given[row] - summed[row]) <= EQUAL).length,
      unknown,
      // Minus a sum of weights is never above 0.
      isOwn: rows.filter((_, row) => sign * given[row] > EQUAL).length * 2 > rows.length,
      correlation: rows.length < 2 ? null : finiteOrNull(pearson(given, summed)),
      largest:
        worst === undefined
          ? null
          : { ...cellOf(dataset, judgements, rows[worst]), given: given[worst], recomputed: summed[worst] },
    };
  });
}

/** Where two lists differ most, the first of several such; undefined where they are equal. */
function largestDifference(given: Float64Array, summed: Float64Array): number | undefined {
  let worst: number | undefined;
  let most = EQUAL;
  given.forEach((value, row) => {
    const difference = Math.abs(value - summed[row]);
    if (difference > most) [worst, most] = [row, difference];
  });
  return worst;
}

function cellOf({ ids, systems }: Dataset, judgements: Judgements, judgement: number) {
  const item = judgements.starts.findIndex((start, at) => at > 0 && start > judgement) - 1;
  return { id: ids[item], system: systems[judgements.systems[judgement]] };
}
