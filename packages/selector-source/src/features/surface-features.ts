import {
  CAPITAL,
  DIGIT,
  JOINER,
  LETTER,
  LONE_LETTER,
  MARK,
  PUNCTUATION,
  scripts,
  SPACE,
  SYMBOL,
  TERMINATOR,
} from '../text/character-class.js';
import type { SourceReading } from '../text/source-reading.js';

/** The features of a text that are no n-grams, in the order in which `surfaceFeatures` gives them. */
export const surfaceNames: readonly string[] = [
  'log-characters',
  'log-words',
  'characters-per-word',
  'log-sentences',
  'log-words-per-sentence',
  'rare-word-share',
  'type-token-ratio',
  'digit-share',
  'punctuation-share',
  'symbol-share',
  'capital-share',
  'capitalised-word-share',
  'script-mix',
  ...scripts.map(([name]) => `${name}-share`),
];

/**
 * The surface of a text in numbers: lengths as logarithms of 1 + count; shares of digits, punctuation and symbols among the
 * characters that are not space; of capitals and of each script among the letters; of rare words (as `isRare` says), of distinct
 * words and of words that begin with a capital without opening a sentence (as names do) among the words. The mix of scripts is
 * the entropy of their shares. A share of nothing is 0, so an empty text is all zeros. O(length).
 *
 * @param isRare - whether the word of this hash is rare
 * @returns shape (surfaceNames)
 */
export function surfaceFeatures(reading: SourceReading, isRare: (wordHash: number) => boolean): Float64Array {
  const { kinds, letters, perScript } = countCharacters(reading);
  const { sentences, capitalised } = countSentences(reading);
  const { words } = reading;
  const visible = reading.length - kinds[SPACE];
  const scriptShares = Array.from(perScript, (count) => share(count, letters));
  const values = [
    Math.log1p(reading.length),
    Math.log1p(words),
    share(visible, words),
    Math.log1p(sentences),
    Math.log1p(share(words, sentences)),
    share(countRare(reading, isRare), words),
    share(new Set(reading.wordHashes.subarray(0, words)).size, words),
    share(kinds[DIGIT], visible),
    share(kinds[PUNCTUATION] + kinds[TERMINATOR] + kinds[JOINER], visible),
    share(kinds[SYMBOL], visible),
    share(kinds[CAPITAL], letters),
    share(capitalised, words),
    entropy(scriptShares),
    ...scriptShares,
  ];
  return Float64Array.from(values);
}

function countCharacters({ classes, length }: SourceReading) {
  const kinds = new Uint32Array(16);
  const perScript = new Uint32Array(scripts.length);
  for (let i = 0; i < length; i++) {
    const kind = classes[i] & 15;
    kinds[kind]++;
    if (kind === LETTER || kind === CAPITAL || kind === LONE_LETTER) perScript[classes[i] >> 4]++;
  }
  return { kinds, perScript, letters: kinds[LETTER] + kinds[CAPITAL] + kinds[LONE_LETTER] };
}

/**
 * A sentence is a stretch with a word in it, up to a line break, the end, or a terminator; a full stop before a letter or
 * digit, as in 3.14, ends nothing.
 */
function countSentences({ classes, points, length, words, wordStarts }: SourceReading) {
  let [sentences, capitalised, word] = [0, 0, 0];
  let open = false;
  for (let i = 0; i < length; i++) {
    const kind = classes[i] & 15;
    if (word < words && wordStarts[word] === i) {
      if (open && kind === CAPITAL) capitalised++;
      if (!open) sentences++;
      open = true;
      word++;
    } else if (isLineBreak(points[i])) open = false;
    else if (kind === TERMINATOR && !joins(i + 1 < length ? classes[i + 1] & 15 : SPACE)) open = false;
  }
  return { sentences, capitalised };
}

function isLineBreak(point: number): boolean {
  return point === 10 || point === 13 || point === 0x2028 || point === 0x2029;
}

function joins(kind: number): boolean {
  return kind === LETTER || kind === CAPITAL || kind === DIGIT || kind === MARK;
}

function countRare({ words, wordHashes }: SourceReading, isRare: (wordHash: number) => boolean): number {
  let rare = 0;
  for (let word = 0; word < words; word++) if (isRare(wordHashes[word])) rare++;
  return rare;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function entropy(shares: readonly number[]): number {
  return shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
}
