/** Control characters, characters that change the direction of text around them, and those that nobody sees. */
export const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g;
/** The same without white space, which pages keep. */
const HIDDEN_ON_PAGES = new RegExp(`(?![\\t\\n\\r])${HIDDEN.source}`, 'g');
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text of the data on one line, with nothing in it that a terminal or an XML parser would obey: white space becomes one
 * space, other control and direction characters are spelled out (`\u001b`).
 */
export function plainText(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029 ]+/g, ' ')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(HIDDEN, spelledOut);
}

/** A text of the data as a page shows it: its lines stay, what is hidden is spelled out as in `plainText`. */
export function visibleText(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd').replace(HIDDEN_ON_PAGES, spelledOut);
}

/** `\\u202e` for the character that it stands for, as in JSON. */
export function spelledOut(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
