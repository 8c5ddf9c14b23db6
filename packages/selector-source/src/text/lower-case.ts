/** Lower case of the code points of the basic plane; 0 = not looked up yet. */
const known = new Uint16Array(0x10000);

/**
 * The lower case of a code point, as one code point: the first where the language rules give several. Code points
 * beyond the basic plane are looked up each time. O(1).
 */
export function lowerCase(codePoint: number): number {
  if (codePoint > 0xffff) return String.fromCodePoint(codePoint).toLowerCase().codePointAt(0)!;
  return (known[codePoint] ||= String.fromCharCode(codePoint).toLowerCase().charCodeAt(0));
}
