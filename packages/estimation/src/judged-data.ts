import {
  automaticMetrics,
  DEFAULT_TARGET,
  type Dataset,
  type JudgedData,
  type TextColumn,
} from '@goldpan/core';

/** What of a dataset is used. */
export interface JudgedDataOptions {
  /** The column of judgements; default `human`. */
  readonly target?: string;
  /** Default: every score column that is not human. */
  readonly metrics?: readonly string[];
  /** Take documents as the units that were drawn; default false. Items without a document are documents of their own. */
  readonly documents?: boolean;
  /** Inclusion probabilities, shape (items); see `JudgedData`. */
  readonly inclusion?: Float64Array;
}

/**
 * The judged data of a dataset in which some items have the target: missing cells of the target are what is not judged. O(items).
 *
 * @throws UNKNOWN_METRIC
 */
export function judgedData(dataset: Dataset, options: JudgedDataOptions = {}): JudgedData {
  const {
    target = DEFAULT_TARGET,
    metrics = automaticMetrics(dataset).filter((metric) => metric !== target),
  } = options;
  return {
    systems: dataset.systems,
    ids: dataset.ids,
    judgements: dataset.scores(target),
    metrics: metrics.map((name) => ({ name, scores: dataset.scores(name) })),
    ...(options.documents && dataset.documents && { documents: groupsOf(dataset.documents) }),
    ...(dataset.domains && { domains: groupsOf(dataset.domains) }),
    ...(options.inclusion && { inclusion: options.inclusion }),
  };
}

/** Numbers labels in order of appearance; an item without a label is a group of its own. O(items). */
export function groupsOf(labels: TextColumn): Int32Array {
  const numbers = new Map<string, number>();
  let next = 0;
  return Int32Array.from(labels, (label) => {
    if (label === undefined) return next++;
    if (!numbers.has(label)) numbers.set(label, next++);
    return numbers.get(label)!;
  });
}

/**
 * Whether the judged items look as if whole documents had been drawn: every document with a judged item is judged in full, and some
 * have several items while others are not judged. O(N).
 */
export function drawnByDocument(documents: Int32Array, judged: Uint32Array): boolean {
  const sizes = new Map<number, number>();
  documents.forEach((document) => sizes.set(document, (sizes.get(document) ?? 0) + 1));
  const touched = new Map<number, number>();
  judged.forEach((item) => touched.set(documents[item], (touched.get(documents[item]) ?? 0) + 1));
  const whole = [...touched].every(([document, count]) => sizes.get(document) === count);
  return whole && judged.length < documents.length && [...touched.values()].some((count) => count > 1);
}
