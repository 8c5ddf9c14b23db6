import type { Dataset, Warning } from '@goldpan/core';
import { alikeNeighbours } from './warnings/order-matters.js';

/** What a simulation draws anew, and what to know of it. */
export interface ResampleUnit {
  readonly unit: 'items' | 'documents';
  readonly warnings: readonly Warning[];
}

/** Fewer documents than this cannot stand for all documents. */
const LEAST_DOCUMENTS = 5;

/**
 * What is to be drawn anew: what the caller says; else whole documents where items of one score alike, so that they are not
 * independent, and items where they do not. O(N·S + 999 · min(N, 20,000)).
 *
 * @param about - `columns`: the score columns that count as truth
 */
export function resampleUnit(
  dataset: Dataset,
  about: { columns: readonly string[]; resample?: 'items' | 'documents'; seed: number },
): ResampleUnit {
  const { columns, resample, seed } = about;
  if (resample === 'documents') return { unit: resample, warnings: [] };
  const alike = columns
    .map((column) => alikeNeighbours(dataset, column, seed))
    .find((text) => text !== undefined);
  if (alike === undefined) return { unit: 'items', warnings: [] };
  const documents = resample === undefined ? documentsOf(dataset) : 0;
  if (documents >= LEAST_DOCUMENTS)
    return { unit: 'documents', warnings: [{ code: 'DOCUMENTS_DRAWN', text: drawnText(alike, documents) }] };
  const way = dataset.documents ? 'use --resample documents' : 'add "doc" to the items';
  const text = `${alike}, but items were drawn as if they were independent: the intervals are too narrow; ${way}.`;
  return { unit: 'items', warnings: [{ code: 'ORDER_MATTERS', text }] };
}

function drawnText(alike: string, documents: number): string {
  return `${alike}: the ${documents} documents were drawn whole, as --resample documents does.`;
}

/** The number of documents; 0 where an item has none. */
function documentsOf({ documents }: Dataset): number {
  const names = new Set(documents);
  return names.has(undefined) ? 0 : names.size;
}
