import { splitWhitespace } from './split-whitespace.js';

/** ASCII punctuation and symbols, but not the apostrophe, comma, hyphen and full stop. */
const SYMBOL = /[{-~[-` -&(-+:-@/]/gu;
const POINT_AFTER_NON_DIGIT = /([^0-9])([.,])/gu;
const POINT_BEFORE_NON_DIGIT = /([.,])([^0-9])/gu;
const DASH_AFTER_DIGIT = /([0-9])(-)/gu;

/** The rules of mteval-v13a for Western scripts: four passes, each left to right without overlaps. */
export function tokenizeWestern(text: string): string[] {
  return splitWhitespace(
    text
      .replace(SYMBOL, ' $& ')
      .replace(POINT_AFTER_NON_DIGIT, '$1 $2 ')
      .replace(POINT_BEFORE_NON_DIGIT, ' $1 $2')
      .replace(DASH_AFTER_DIGIT, '$1 $2 '),
  );
}
