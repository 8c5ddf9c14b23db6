import type { VectorTable } from '@goldpan/core';
import { invalidTrainingSet } from '../errors.js';

/** One past evaluation to learn from: source texts and how useful each item turned out to be. */
export interface TrainingSet {
  /** Unique among the sets, such as the name of the file. */
  readonly name: string;
  /** SHA-256 of the data it was read from, as 64 hexadecimal digits; it goes into the model. */
  readonly sha256: string;
  /** One text per item; an empty text is a text. */
  readonly sources: readonly (string | undefined)[];
  /** Document of each item; an item without one counts as its own document. */
  readonly documents?: readonly (string | undefined)[];
  /** What to learn, one finite number per item, higher = judge it sooner: the utilities of a selector, or a variance of human scores. */
  readonly utilities: ArrayLike<number>;
  /** One vector per source; all sets have them, of one length, or none has. */
  readonly embeddings?: VectorTable;
}

/**
 * @param embedder - what made the embeddings, where there are any
 * @throws INVALID_TRAINING_SET naming the first set that is not complete or does not fit the others
 */
export function checkTrainingSets(sets: readonly TrainingSet[], embedder?: string): void {
  if (sets.length === 0)
    throw invalidTrainingSet('(none)', 'is missing', 'give at least one past evaluation');
  const names = new Set<string>();
  for (const set of sets) {
    checkSet(set);
    const fail = (problem: string, advice: string) => invalidTrainingSet(set.name, problem, advice);
    if (names.has(set.name)) throw fail('occurs twice', 'give each past evaluation once, under its own name');
    names.add(set.name);
    const [length, first] = [set.embeddings?.dimensions, sets[0].embeddings?.dimensions];
    if (length !== first) {
      const problem = `has embeddings of length ${length ?? 'none'}, but ${JSON.stringify(sets[0].name)} of ${first ?? 'none'}`;
      throw fail(problem, 'give all sets embeddings of one model, or none');
    }
    if (length === undefined && embedder !== undefined)
      throw fail('lacks an embedding of some or all sources', 'add "embedding": {"src": […]} to every item');
    if (length !== undefined && !embedder)
      throw fail('has embeddings of an unknown origin', 'name what made them, with its version');
  }
}

function checkSet({ name, sha256, sources, documents, utilities, embeddings }: TrainingSet): void {
  const fail = (problem: string, advice: string) => {
    throw invalidTrainingSet(name, problem, advice);
  };
  const items = sources.length;
  if (!/^[0-9a-f]{64}$/.test(sha256))
    fail(
      `must have a SHA-256 of 64 hexadecimal digits; got ${JSON.stringify(sha256)}`,
      'hash the file it comes from',
    );
  if (items === 0) fail('has no item with a source', 'leave it out');
  const lengths = { utilities: utilities.length, documents: documents?.length ?? items };
  for (const [what, length] of Object.entries(lengths)) {
    if (length !== items)
      fail(`must have as many ${what} as sources; got ${length} for ${items}`, 'pair them by item');
  }
  if (embeddings !== undefined && embeddings.values.length !== items * embeddings.dimensions)
    fail(
      `must have one embedding per source; got ${embeddings.values.length / embeddings.dimensions}`,
      'pair them by item',
    );
  if (embeddings !== undefined && !embeddings.values.every(Number.isFinite))
    fail('has an embedding with a number that is not finite', 'embed these sources again');
  for (let item = 0; item < items; item++) {
    if (typeof sources[item] !== 'string')
      fail(`has no source for item ${item}`, 'add the text, or leave the item out');
    if (!Number.isFinite(utilities[item]))
      fail(`has utility ${utilities[item]} for item ${item}`, 'leave out items without a utility');
  }
}
