/**
 * Blocks whose characters sacreBLEU's `zh` tokeniser takes as Chinese, first and last code point. Two of its ranges
 * are meant for the supplementary planes but are spelt with four digits too few, so that in effect they cover
 * U+2001–2A6D (general punctuation, arrows, mathematics) and U+2F81–2FA1: kept, because the scores depend on it.
 */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x2001, 0x2a6d],
  [0x2e80, 0x2fdf],
  [0x2ff0, 0x303f],
  [0x3100, 0x312f],
  [0x31a0, 0x31ef],
  [0x3200, 0x33ff],
  [0x3400, 0x4db5],
  [0x4e00, 0x9fbb],
  [0xf900, 0xfa2d],
  [0xfa30, 0xfa6a],
  [0xfa70, 0xfad9],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
];

const CHINESE = new RegExp(
  `[${RANGES.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join('')}]`,
  'gu',
);

/** Puts spaces around every Chinese character. */
export function separateChinese(text: string): string {
  return text.replace(CHINESE, ' $& ');
}
