/**
 * The anchor of a heading as GitHub makes it: lower case, punctuation dropped, white space to hyphens.
 *
 * @param seen - how often each anchor has occurred in the document; a repeated one gets a number
 */
export function slug(heading: string, seen: Map<string, number>): string {
  const base = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
  const count = seen.get(base) ?? 0;
  seen.set(base, count + 1);
  return count === 0 ? base : `${base}-${count}`;
}
