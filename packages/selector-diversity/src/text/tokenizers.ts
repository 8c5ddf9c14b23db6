import { splitWhitespace, trim } from './split-whitespace.js';
import { tokenizeInternational } from './tokenize-international.js';
import { separateChinese } from './separate-chinese.js';
import { tokenizeWestern } from './tokenize-western.js';

/**
 * How a text is cut into tokens for BLEU, under the names of sacreBLEU 2.6.0 and with its results.
 *
 * - `13a`: the tokeniser of WMT; punctuation apart, except in numbers
 * - `zh`: every Chinese character is a token, the rest as in `13a`
 * - `intl`: Unicode punctuation apart, except between digits; symbols always
 * - `char`: every character but whitespace
 * - `none`: only at whitespace
 */
export const tokenizers = {
  '13a': (text) => tokenizeWestern(` ${unescape(text)} `),
  zh: (text) => tokenizeWestern(separateChinese(trim(text))),
  intl: tokenizeInternational,
  char: (text) => splitWhitespace(Array.from(text).join(' ')),
  none: splitWhitespace,
} satisfies Record<string, (text: string) => string[]>;

export type TokenizerName = keyof typeof tokenizers;

export const tokenizerNames = Object.keys(tokenizers) as [TokenizerName, ...TokenizerName[]];

/** What `13a` does before it looks for punctuation: line ends and the four escapes of SGML. */
function unescape(text: string): string {
  const joined = text.replaceAll('<skipped>', '').replaceAll('-\n', '').replaceAll('\n', ' ');
  if (!joined.includes('&')) return joined;
  return joined
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}
