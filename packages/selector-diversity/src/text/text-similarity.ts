/**
 * How alike the outputs of one item are: a mean over pairs of them, higher = more alike. Made by `unigramSimilarity`,
 * `bleuSimilarity` and `chrfSimilarity`; keeps scratch memory between calls, never results.
 */
export type TextSimilarity = (outputs: readonly string[]) => number;
