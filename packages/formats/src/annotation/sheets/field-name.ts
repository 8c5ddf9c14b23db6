/** What tells outputs apart that are shown side by side. */
const SIDES = new Set([...'abcdefxy', ...'123456', 'left', 'right', 'first', 'second']);

/** A name without the part that tells one side from the others. */
export interface SidedName {
  readonly stem: string;
  readonly side: string;
}

/** The words of a name in small letters: `model_a`, `modelA` and `Model A` are all `model`, `a`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(?=\p{Lu})|(\p{L})(?=\d)/gu, '$& ')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

/** The words of a name in one, for comparing: `item_id` and `itemID` are the same. */
export function plainName(name: string): string {
  return wordsOf(name).join('');
}

/** The side that a name is of, where one of its words says one and others are left; undefined where none does. */
export function sidedName(name: string): SidedName | undefined {
  const words = wordsOf(name);
  const at = words.findLastIndex((word) => SIDES.has(word));
  if (at < 0 || words.length < 2) return undefined;
  return { stem: words.filter((_, position) => position !== at).join(''), side: words[at] };
}
