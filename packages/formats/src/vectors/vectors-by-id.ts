import type { Dataset, Embeddings, VectorTable } from '@goldpan/core';
import { unusableInput } from '../errors.js';

/**
 * The vectors of one dataset for the items and systems of another, by id and name. What the other lacks is passed over.
 *
 * @param found - what was read from `path`: ids, systems and embeddings
 * @throws UNUSABLE_INPUT when an item or an output has no vector, or when nothing has one
 */
export function vectorsById(path: string, found: Dataset, dataset: Dataset): Embeddings {
  const { sources, outputs } = found.embeddings ?? {};
  if (!sources && !outputs) {
    throw unusableInput(
      path,
      'must have the vectors of all its sources or of all its outputs; it has neither',
      'write {"id": …, "embedding": {"src": […]}} per line, or {"tgt": {"system": […]}} in the place of "src"',
    );
  }
  const rowOf = new Map(found.ids.map((id, row) => [id, row]));
  const rows = dataset.ids.map((id) => rowOf.get(id) ?? -1);
  requireAll(path, 'item', dataset.ids, rows);
  if (!outputs) return { sources: taken(sources!, rows) };
  const columns = dataset.systems.map((system) => found.systems.indexOf(system));
  requireAll(path, 'system', dataset.systems, columns);
  const cells = rows.flatMap((row) => columns.map((column) => row * found.systems.length + column));
  return { ...(sources && { sources: taken(sources, rows) }), outputs: taken(outputs, cells) };
}

function requireAll(path: string, kind: string, names: readonly string[], places: readonly number[]): void {
  const first = places.indexOf(-1);
  if (first < 0) return;
  const missing = places.reduce((count, place) => count + (place < 0 ? 1 : 0), 0);
  const all = missing > 1 ? ` (${missing} of ${names.length} ${kind}s lack them)` : '';
  const problem = `must have vectors of every ${kind} of the data; it has none of ${JSON.stringify(names[first])}${all}`;
  throw unusableInput(path, problem, 'add them, or leave the item or system out of the data');
}

function taken({ dimensions, values }: VectorTable, rows: readonly number[]): VectorTable {
  const some = new Float64Array(rows.length * dimensions);
  rows.forEach((from, to) =>
    some.set(values.subarray(from * dimensions, (from + 1) * dimensions), to * dimensions),
  );
  return { dimensions, values: some };
}
