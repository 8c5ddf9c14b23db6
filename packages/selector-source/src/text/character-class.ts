/** What a character does in a text: its kind. A class is a kind plus sixteen times the position of its script in `scripts`. */
export const SPACE = 1;
export const LETTER = 2;
export const CAPITAL = 3;
/** A letter of a script that puts no spaces between words: a word of its own. */
export const LONE_LETTER = 4;
export const DIGIT = 5;
export const MARK = 6;
/** An apostrophe or an invisible joiner: part of a word when between two of its letters. */
export const JOINER = 7;
export const TERMINATOR = 8;
export const PUNCTUATION = 9;
export const SYMBOL = 10;

/** Scripts told apart, each with the letters it owns; a letter of none of them counts as `other`. */
export const scripts = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  [
    'indic',
    /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]/u,
  ],
  ['han', /\p{Script=Han}/u],
  ['kana', /[\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['southeast-asian', /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u],
  ['other', /\p{L}/u],
] as const satisfies readonly (readonly [string, RegExp])[];

const withoutSpaces = new Set<string>(['han', 'kana', 'southeast-asian']);

/** Classes found so far, by code point; 0 = not looked up yet. */
const known = new Uint8Array(0x110000);

/** The class of a code point. A surrogate without its partner counts as a space. O(1) after the first time. */
export function characterClass(codePoint: number): number {
  return known[codePoint] || (known[codePoint] = classify(String.fromCodePoint(codePoint)));
}

function classify(character: string): number {
  if (/\p{L}/u.test(character)) return letter(character);
  if (/\p{M}/u.test(character)) return MARK;
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/['’\u200c\u200d]/u.test(character)) return JOINER;
  if (/[.!?…。！？｡؟۔।॥։።፧]/u.test(character)) return TERMINATOR;
  if (/\p{P}/u.test(character)) return PUNCTUATION;
  return /\p{S}/u.test(character) ? SYMBOL : SPACE;
}

function letter(character: string): number {
  const script = scripts.findIndex(([, letters]) => letters.test(character));
  const kind = withoutSpaces.has(scripts[script][0])
    ? LONE_LETTER
    : /[\p{Lu}\p{Lt}]/u.test(character)
      ? CAPITAL
      : LETTER;
  return kind + 16 * script;
}
