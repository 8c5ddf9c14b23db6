import type { Embedder, Work } from './embedder.js';
import type { Rows } from '../kernels/dot-products.js';

/**
 * Vectors of some texts, one row each; of a missing text zeros. A text that occurs more than once is embedded, and counted,
 * once.
 *
 * @param texts - at least one is there
 */
export async function embedTexts(
  embedder: Embedder,
  texts: readonly (string | undefined)[],
  work: Work = {},
): Promise<Rows> {
  const rows = new Map<string, number>();
  for (const text of texts) if (text !== undefined && !rows.has(text)) rows.set(text, rows.size);
  const { dimensions, values } = await embedder.embed([...rows.keys()], work);
  const spread = new Float64Array(texts.length * dimensions);
  texts.forEach((text, to) => {
    if (text === undefined) return;
    const from = rows.get(text)! * dimensions;
    spread.set(values.subarray(from, from + dimensions), to * dimensions);
  });
  return { dimensions, values: spread };
}
