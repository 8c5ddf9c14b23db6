import type { TableRow } from './table.js';

/** The first rows of a table, and all its rows, these included. */
export interface PeekedRows {
  readonly first: readonly TableRow[];
  readonly rows: AsyncIterable<readonly TableRow[]>;
}

/** Looks at the first rows of a table (fewer where it has no more). */
export async function peekRows(
  batches: AsyncIterable<readonly TableRow[]>,
  count: number,
): Promise<PeekedRows> {
  const rest = batches[Symbol.asyncIterator]();
  const held: TableRow[] = [];
  let next = await rest.next();
  while (!next.done) {
    held.push(...next.value);
    if (held.length >= count) break;
    next = await rest.next();
  }
  const rows = async function* () {
    yield held;
    yield* { [Symbol.asyncIterator]: () => rest };
  };
  return { first: held.slice(0, count), rows: rows() };
}
