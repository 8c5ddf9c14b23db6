import type { Dataset, VectorTable } from '@goldpan/core';
import { noVectors } from '../errors.js';
import { outputsOf, sourcesOf } from '../text/texts-of.js';
import { embedTexts } from './embed-texts.js';
import { embedderFor } from './embedder-for.js';
import { knownVectors } from './known-vectors.js';
import type { Work } from './embedder.js';
import type { EmbeddingOptions } from './embedding-options.js';
import type { Rows } from '../kernels/dot-products.js';

/** Vectors in rows, and where they come from in words. */
export interface ItemVectors {
  readonly rows: Rows;
  readonly from: string;
}

/** One vector per source. @throws NO_VECTORS, MISSING_SOURCE, and what the embedder throws */
export function sourceVectors(dataset: Dataset, options: EmbeddingOptions, work: Work): Promise<ItemVectors> {
  const given = dataset.embeddings?.sources;
  return givenOrEmbedded(
    { what: 'sources', given, of: dataset.sources, texts: () => sourcesOf(dataset) },
    options,
    work,
  );
}

/** One vector per cell, `item * systems + system`. @throws NO_VECTORS, MISSING_OUTPUT, and what the embedder throws */
export function outputVectors(dataset: Dataset, options: EmbeddingOptions, work: Work): Promise<ItemVectors> {
  const given = dataset.embeddings?.outputs;
  return givenOrEmbedded(
    { what: 'outputs', given, of: dataset.outputs, texts: () => outputsOf(dataset) },
    options,
    work,
  );
}

interface Column {
  readonly what: string;
  readonly given?: VectorTable;
  /** What holds the texts. */
  readonly of: object | undefined;
  readonly texts: () => readonly string[];
}

async function givenOrEmbedded(column: Column, options: EmbeddingOptions, work: Work): Promise<ItemVectors> {
  const { what, given, of, texts } = column;
  if (options.embedding === 'data' || (options.embedding === 'auto' && given !== undefined)) {
    if (given === undefined) throw noVectors(what);
    const { dimensions, values } = given;
    return { rows: { dimensions, values: new Float64Array(values) }, from: `${what}, vectors of the data` };
  }
  const embedder = await embedderFor(options);
  const rows = await knownVectors(of, embedder.name, () => embedTexts(embedder, texts(), work));
  return { rows, from: `${what}, ${embedder.name}` };
}
