import type { Rows } from '../kernels/dot-products.js';

/** Numbers of the largest vectors that are kept: 64 MB. */
const MOST = 2 ** 23;

/** By the texts that the vectors are of, for as long as somebody has these; then by the name of the embedder. */
const known = new WeakMap<object, Map<string, Rows>>();

/**
 * Vectors of texts that were asked for before need not be made again: a set selector is run once for every size of a comparison, and for
 * every group of systems, on the same texts.
 *
 * @param texts - the object that stands for the texts: the same one, the same texts
 * @returns a copy, which may be changed
 */
export async function knownVectors(
  texts: object | undefined,
  embedder: string,
  make: () => Promise<Rows>,
): Promise<Rows> {
  const before = texts && known.get(texts)?.get(embedder);
  if (before) return copyOf(before);
  const made = await make();
  if (texts === undefined || made.values.length > MOST) return made;
  known.set(texts, (known.get(texts) ?? new Map<string, Rows>()).set(embedder, copyOf(made)));
  return made;
}

function copyOf({ dimensions, values }: Rows): Rows {
  return { dimensions, values: values.slice() };
}
