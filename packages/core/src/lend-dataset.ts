import type { Dataset, Embeddings, TextColumn } from './dataset.js';
import type { JudgedData } from './estimator.js';
import type { Judgements } from './judgements/judgements.js';
import type { Loan } from './loan.js';
import type { ScoreMatrix } from './score-matrix.js';
import type { Standing } from './standing.js';

/** A dataset as a plugin may have it: texts and names are frozen, numbers are noted in the loan when they are asked for. */
export function lendDataset(dataset: Dataset, loan: Loan): Dataset {
  for (const column of [dataset.ids, dataset.systems, dataset.metrics]) Object.freeze(column);
  for (const column of ['sources', 'references', 'documents', 'domains'] as const)
    Object.freeze(dataset[column]);
  loan.lend('the costs of items', dataset.costs);
  return Object.freeze({
    ...dataset,
    scores: (metric: string) => lendMatrix(`the scores of ${metric}`, dataset.scores(metric), loan),
    ...(dataset.columns && { columns: lendColumns(dataset.columns) }),
    ...(dataset.views && { views: new Map(dataset.views) }),
    ...(dataset.embeddings && { embeddings: lendEmbeddings(dataset.embeddings, loan) }),
    ...(dataset.judgements && { judgements: lendJudgements(dataset.judgements, loan) }),
  });
}

/** Judged data as an estimator may have it. The lists stay the same objects, by which estimators know data again. */
export function lendJudgedData(data: JudgedData, loan: Loan): JudgedData {
  Object.freeze(data.systems);
  Object.freeze(data.ids);
  for (const metric of Object.freeze(data.metrics))
    lendMatrix(`the scores of ${Object.freeze(metric).name}`, metric.scores, loan);
  lendMatrix('the judgements', data.judgements, loan);
  loan.lend('the documents', data.documents);
  loan.lend('the domains', data.domains);
  loan.lend('the inclusion probabilities', data.inclusion);
  return Object.freeze(data);
}

/** A standing as a measure may have it: what it reads is noted. */
export function lendStanding(standing: Standing, loan: Loan): Standing {
  return {
    size: standing.size,
    permutations: standing.permutations,
    get means() {
      return loan.lend('the means of systems', standing.means);
    },
    get order() {
      return loan.lend('the order of systems', standing.order);
    },
    get clusters() {
      const { clusters } = standing;
      loan.lend('the order of systems in clusters', clusters.order);
      loan.lend('the clusters of systems', clusters.clusterOf);
      loan.lend('the p-values of clusters', clusters.pValues);
      return Object.freeze(clusters);
    },
    get flipCounts() {
      return loan.lend('the sign flips', standing.flipCounts);
    },
  };
}

function lendMatrix(what: string, matrix: ScoreMatrix, loan: Loan): ScoreMatrix {
  loan.lend(what, matrix.values);
  return Object.freeze(matrix);
}

function lendColumns(columns: ReadonlyMap<string, TextColumn>): ReadonlyMap<string, TextColumn> {
  return new Map(Array.from(columns, ([name, values]) => [name, Object.freeze(values)]));
}

function lendEmbeddings(embeddings: Embeddings, loan: Loan): Embeddings {
  for (const table of ['sources', 'outputs'] as const) {
    loan.lend(`the embeddings of ${table}`, embeddings[table]?.values);
    Object.freeze(embeddings[table]);
  }
  return Object.freeze(embeddings);
}

function lendJudgements(judgements: Judgements, loan: Loan): Judgements {
  lendMembers('judgements', judgements, loan);
  if (judgements.spans) lendMembers('spans', judgements.spans, loan);
  return judgements;
}

/** Notes the arrays of numbers of a table and freezes its lists, and the table. */
function lendMembers(table: string, members: object, loan: Loan): void {
  for (const [name, member] of Object.entries(members)) {
    if (ArrayBuffer.isView(member)) loan.lend(`the ${name} of ${table}`, member);
    else freezeValues(member);
  }
  Object.freeze(members);
}

/** Freezes plain objects and lists, however deep; others, such as functions, stay as they are. */
export function freezeValues<T>(value: T): T {
  // So are texts, numbers and nothing.
  if (Object.isFrozen(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return value;
  Object.freeze(value);
  for (const member of Object.values(value as object)) freezeValues(member);
  return value;
}
