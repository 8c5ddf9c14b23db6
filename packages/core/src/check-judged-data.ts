import { invalidJudgedData, missingScores } from './errors.js';
import type { JudgedData, MetricScores } from './estimator.js';
import type { ScoreMatrix } from './score-matrix.js';
import { showValue } from './show-value.js';

/**
 * Whether judged data has one shape throughout, finite judgements, complete metrics, and probabilities that a design can have.
 * O(N·S·K).
 *
 * @throws INVALID_JUDGED_DATA, MISSING_SCORES
 */
export function checkJudgedData(data: JudgedData): void {
  const { systems, judgements, metrics } = data;
  if (systems.length === 0) throw invalidJudgedData('must have at least one system; it has none');
  checkShape('the judgements', judgements, data);
  const infinite = judgements.values.findIndex((value) => value === Infinity || value === -Infinity);
  if (infinite >= 0)
    throw invalidJudgedData(
      `must have finite judgements; ${place(infinite, data)} has ${judgements.values[infinite]}`,
    );
  checkSize(data);
  checkIds(data);
  for (const metric of metrics) {
    checkShape(`metric ${JSON.stringify(metric.name)}`, metric.scores, data);
    checkMetric(metric, data);
  }
  for (const column of ['documents', 'domains'] as const) checkGroups(column, data);
  checkInclusion(data);
}

function checkShape(what: string, matrix: ScoreMatrix, { systems, judgements }: JudgedData): void {
  const items = judgements.items;
  const fits = matrix.items === items && matrix.systems === systems.length;
  if (fits && matrix.values.length === items * systems.length) return;
  throw invalidJudgedData(
    `must have one score per item and system; ${what} is ${matrix.items} × ${matrix.systems} with ${matrix.values.length} values, ` +
      `for ${items} items and ${systems.length} systems`,
  );
}

function checkIds({ ids, judgements: { items } }: JudgedData): void {
  if (ids !== undefined && ids.length !== items)
    throw invalidJudgedData(`must have one id per item; it has ${ids.length} for ${items} items`);
}

/** Judgements whose sixth powers are numbers: errors of estimates, and of these errors, are made of such. */
const SMALLEST = 1e-50;
const LARGEST = 1e50;

function checkSize(data: JudgedData): void {
  const { values } = data.judgements;
  let largest = -1;
  for (let cell = 0; cell < values.length; cell++)
    if (!Number.isNaN(values[cell]) && !(Math.abs(values[cell]) <= Math.abs(values[largest] ?? 0)))
      largest = cell;
  if (largest < 0) return;
  const size = Math.abs(values[largest]);
  if (size > LARGEST || size < SMALLEST)
    throw invalidJudgedData(
      `must have judgements of a size between ${SMALLEST} and ${LARGEST}, or all 0; the largest, of ${place(largest, data)}, is ${values[largest]}`,
    );
}

function checkMetric({ name, scores }: MetricScores, data: JudgedData): void {
  const { values } = scores;
  let first = 0;
  while (first < values.length && Number.isFinite(values[first])) first++;
  if (first === values.length) return;
  if (!Number.isNaN(scores.values[first]))
    throw invalidJudgedData(
      `must have finite metrics; metric ${JSON.stringify(name)} has ${scores.values[first]} in ${place(first, data)}`,
    );
  const items = new Set<number>();
  let cells = 0;
  scores.values.forEach((score, cell) => {
    if (!Number.isNaN(score)) return;
    cells++;
    items.add(Math.floor(cell / scores.systems));
  });
  throw missingScores({
    metric: name,
    cells,
    of: scores.values.length,
    items: items.size,
    where: `item ${Math.floor(first / scores.systems) + 1}`,
    system: data.systems[first % scores.systems],
  });
}

function checkGroups(column: 'documents' | 'domains', data: JudgedData): void {
  const groups = data[column];
  if (groups === undefined) return;
  const { items } = data.judgements;
  if (groups.length !== items)
    throw invalidJudgedData(
      `must have one number in ${column} per item; it has ${groups.length} for ${items} items`,
    );
  const at = groups.findIndex((group) => group < 0);
  if (at >= 0) throw invalidJudgedData(`must number its ${column} from 0; item ${at + 1} has ${groups[at]}`);
}

function checkInclusion({ inclusion, judgements }: JudgedData): void {
  if (inclusion === undefined) return;
  if (inclusion.length !== judgements.items)
    throw invalidJudgedData(
      `must have one inclusion probability per item; it has ${inclusion.length} for ${judgements.items} items`,
    );
  const at = inclusion.findIndex((probability) => !(probability > 0 && probability <= 1));
  if (at >= 0)
    throw invalidJudgedData(
      `must have inclusion probabilities above 0 and at most 1; item ${at + 1} has ${showValue(inclusion[at])}`,
    );
}

function place(cell: number, { systems }: JudgedData): string {
  return `item ${Math.floor(cell / systems.length) + 1}, system ${JSON.stringify(systems[cell % systems.length])}`;
}
