import { remainingCopies } from './copies.js';
import type { ErrorSpans, Judgements } from './judgements.js';
import { sharedArray, type NumberArrayType } from '../shared-array.js';

/** The judgements of some of the items, in the given order; an item may occur more than once. O(judgements taken). */
export function takeJudgedItems(judgements: Judgements, items: ArrayLike<number>): Judgements {
  const { starts } = judgements;
  const taken = sharedArray(Uint32Array, items.length + 1);
  for (let i = 0; i < items.length; i++) taken[i + 1] = taken[i] + starts[items[i] + 1] - starts[items[i]];
  const rows = new Uint32Array(taken[items.length]);
  for (let i = 0; i < items.length; i++)
    for (let j = starts[items[i]], to = taken[i]; j < starts[items[i] + 1]; j++) rows[to++] = j;
  return takeJudgementRows(judgements, rows, taken);
}

/**
 * The judgements of some of the systems, which are numbered in the given order. O(judgements).
 *
 * @param outputOf - the output of a system of an item, where it is known: it tells which copies of a judgement that goes belong together
 */
export function takeJudgementsOf(
  judgements: Judgements,
  systems: readonly number[],
  outputOf: (item: number, system: number) => string | undefined = () => undefined,
): Judgements {
  const positions = new Map(systems.map((system, at) => [system, at]));
  const { starts, rows } = rowsWhere(judgements, (j) => positions.has(judgements.systems[j]));
  const found = takeJudgementRows(judgements, rows, starts);
  const copies = remainingCopies(judgements, positions, outputOf);
  return {
    ...found,
    systems: found.systems.map((system) => positions.get(system)!),
    ...(copies && {
      copyOf: take(Int32Array, copies.copyOf, rows),
      ...takeDetails(
        judgements,
        rows.map((row) => copies.told[row]),
        rows.map((row) => copies.marked[row]),
      ),
    }),
  };
}

/** Those of the judgements, told by their positions, that are to be taken; of all items, in the same order. O(judgements). */
export function takeJudgementsWhere(
  judgements: Judgements,
  isTaken: (judgement: number) => boolean,
): Judgements {
  const { starts, rows } = rowsWhere(judgements, isTaken);
  return takeJudgementRows(judgements, rows, starts);
}

function rowsWhere({ starts }: Judgements, isTaken: (judgement: number) => boolean) {
  const taken = sharedArray(Uint32Array, starts.length);
  const rows: number[] = [];
  for (let item = 0; item + 1 < starts.length; item++) {
    for (let j = starts[item]; j < starts[item + 1]; j++) if (isTaken(j)) rows.push(j);
    taken[item + 1] = rows.length;
  }
  return { starts: taken, rows: Uint32Array.from(rows) };
}

/**
 * Some of the judgements, in the given order, with everything that is known of each. O(judgements taken).
 *
 * @param rows - positions of the judgements that are taken
 * @param starts - where among these those of each item start, and their number at the end
 */
export function takeJudgementRows(
  judgements: Judgements,
  rows: Uint32Array,
  starts: Uint32Array,
): Judgements {
  const { copyOf } = judgements;
  return {
    ...judgements,
    size: rows.length,
    starts,
    systems: take(Uint32Array, judgements.systems, rows),
    rater: take(Uint16Array, judgements.rater, rows),
    criterion: take(Uint16Array, judgements.criterion, rows),
    values: take(Float64Array, judgements.values, rows),
    ...(copyOf && { copyOf: take(Int32Array, copyOf, rows) }),
    ...takeDetails(judgements, rows),
  };
}

/** What judging took, when it was, and what was marked. */
function takeDetails({ seconds, times, spans }: Judgements, rows: Uint32Array, marked = rows) {
  return {
    ...(seconds && { seconds: take(Float64Array, seconds, rows) }),
    ...(times && { times: take(Float64Array, times, rows) }),
    ...(spans && { spans: takeSpans(spans, marked) }),
  };
}

function takeSpans(spans: ErrorSpans, rows: Uint32Array): ErrorSpans {
  const starts = sharedArray(Uint32Array, rows.length + 1);
  const found: number[] = [];
  rows.forEach((row, at) => {
    for (let span = spans.starts[row]; span < spans.starts[row + 1]; span++) found.push(span);
    starts[at + 1] = found.length;
  });
  return {
    ...spans,
    starts,
    from: take(Int32Array, spans.from, found),
    to: take(Int32Array, spans.to, found),
    inSource: take(Uint8Array, spans.inSource, found),
    category: take(Uint16Array, spans.category, found),
    severity: take(Uint16Array, spans.severity, found),
  };
}

function take<T extends { [index: number]: number }>(
  type: NumberArrayType<T>,
  values: T,
  rows: ArrayLike<number>,
): T {
  const taken: { [index: number]: number } = sharedArray(type, rows.length);
  for (let at = 0; at < rows.length; at++) taken[at] = values[rows[at]];
  return taken as T;
}
