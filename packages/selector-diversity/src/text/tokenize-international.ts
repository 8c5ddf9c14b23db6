import { splitWhitespace } from './split-whitespace.js';

/** The rules of mteval-v14 for any script: punctuation apart unless digits stand on both sides, symbols apart always. */
export function tokenizeInternational(text: string): string[] {
  return splitWhitespace(
    text
      .replace(/(\P{N})(\p{P})/gu, '$1 $2 ')
      .replace(/(\p{P})(\P{N})/gu, ' $1 $2')
      .replace(/\p{S}/gu, ' $& '),
  );
}
