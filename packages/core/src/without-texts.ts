import type { Dataset } from './dataset.js';

/** The dataset without sources, references, outputs and embeddings: what a selector that reads no texts needs of it. O(1). */
export function withoutTexts(dataset: Dataset): Dataset {
  const {
    sources: _sources,
    references: _references,
    outputs: _outputs,
    embeddings: _vectors,
    ...rest
  } = dataset;
  return rest;
}
