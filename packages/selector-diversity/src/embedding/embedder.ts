import type { VectorTable } from '@goldpan/core';

/** What long work is told to stop by and tells its progress to. */
export interface Work {
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}

/** Turns texts into vectors: the one interface that every source of embeddings has. */
export interface Embedder {
  /** What made the vectors, model and version included: two embedders of the same name give the same vectors. */
  readonly name: string;
  /**
   * One vector per text, in the same order. The vector of a text without content may be all zeros.
   *
   * @param texts - at least one
   */
  embed(texts: readonly string[], work?: Work): Promise<VectorTable>;
}
