/** Control characters, and the characters that change the direction of text around them. */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text of the data on one line, with nothing in it that a terminal or an XML parser would obey: white space becomes one
 * space, other control and direction characters are spelled out (`\u001b`).
 */
export function plainText(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029 ]+/g, ' ')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(HIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
