const known = new WeakMap<readonly string[], Uint32Array>();

/**
 * The place that each text has when they are sorted by code units, the same on every machine; equal ones keep their order. What is drawn by
 * these places is drawn by names: the same in whatever order a file has them. Sorted once per list.
 *
 * @returns shape (texts)
 * @remarks O(texts · log texts).
 * @example
 * ```ts
 * import { textPlaces } from '@goldpan/core';
 *
 * Array.from(textPlaces(['c', 'a', 'b'])); // → [2, 0, 1]
 * ```
 */
export function textPlaces(texts: readonly string[]): Uint32Array {
  const found = known.get(texts) ?? sorted(texts);
  known.set(texts, found);
  return found;
}

function sorted(texts: readonly string[]): Uint32Array {
  const order = Uint32Array.from(texts.keys()).sort((a, b) => {
    if (texts[a] === texts[b]) return a - b;
    return texts[a] < texts[b] ? -1 : 1;
  });
  const places = new Uint32Array(texts.length);
  order.forEach((text, place) => (places[text] = place));
  return places;
}
