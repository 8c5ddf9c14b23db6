import type { Dataset } from '@goldpan/core';
import { missingOutput, missingSource } from '../errors.js';

/**
 * The outputs of every item: shape (items, systems), row-major. Empty texts are outputs.
 *
 * @throws MISSING_OUTPUT naming the first item and system that lack one
 */
export function outputsOf(dataset: Dataset): string[] {
  const systems = dataset.systems.length;
  const cells = outputCells(dataset);
  const first = cells.indexOf(undefined);
  if (first < 0) return cells as string[];
  throw missingOutput(
    placeOf(dataset, Math.floor(first / systems)),
    dataset.systems[first % systems],
    countMissing(cells),
  );
}

/** The outputs of every item, undefined where one is missing: shape (items, systems), row-major. */
export function outputCells(dataset: Dataset): (string | undefined)[] {
  const systems = dataset.systems.length;
  return Array.from({ length: dataset.size * systems }, (_, cell) =>
    dataset.outputs?.(Math.floor(cell / systems), cell % systems),
  );
}

/**
 * The source of every item. Empty texts are sources.
 *
 * @throws MISSING_SOURCE naming the first item that lacks one
 */
export function sourcesOf(dataset: Dataset): string[] {
  const sources = Array.from({ length: dataset.size }, (_, item) => dataset.sources?.[item]);
  const first = sources.indexOf(undefined);
  if (first < 0) return sources as string[];
  throw missingSource(placeOf(dataset, first), countMissing(sources));
}

/** An item for an error text: its id and, where known, the line it came from. */
export function placeOf(dataset: Dataset, item: number): string {
  const origin = dataset.origin?.(item);
  return `item ${JSON.stringify(dataset.ids[item])}${origin === undefined ? '' : ` (${origin})`}`;
}

function countMissing(texts: readonly (string | undefined)[]): number {
  return texts.reduce((count, text) => count + (text === undefined ? 1 : 0), 0);
}
