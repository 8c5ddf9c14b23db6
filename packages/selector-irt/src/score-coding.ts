import { constantMetric, type ScoreMatrix } from '@goldpan/core';
import { quantile } from '@goldpan/stats';
import { badThreshold, noScores, notBinary, notGraded, outsideRange, unusedOption } from './errors.js';
import type { IrtModelName, ScoreCoding } from './irt-model.js';

/** What decides how scores are mapped. */
export interface CodingOptions {
  readonly model: IrtModelName;
  readonly metric: string;
  readonly binarise?: 'median' | 'mean' | number;
  /** The lowest and the highest score there can be. */
  readonly range?: readonly [number, number];
}

/** A score may have at most so many levels to count as graded. */
export const MOST_LEVELS = 12;

/** A score in the coding of a model: 0 and 1, a number in [0, 1], or the index of a level. NaN stays NaN. */
export function encodeScore(coding: ScoreCoding, score: number): number {
  if (Number.isNaN(score) || coding.kind === 'as-is') return score;
  if (coding.kind === 'linear') return (score - coding.low) / (coding.high - coding.low);
  if (coding.kind === 'binary') return score >= coding.threshold ? 1 : 0;
  return coding.levels.indexOf(score);
}

/**
 * A coded value, such as a point of an item's curve, back on the scale of the scores. The inverse of `encodeScore`, except
 * that a binary coding cannot be undone: its values stay chances. Between levels it is linear.
 */
export function decodeScore(coding: ScoreCoding, value: number): number {
  if (coding.kind === 'linear') return coding.low + value * (coding.high - coding.low);
  if (coding.kind !== 'levels') return value;
  const below = Math.min(Math.max(Math.floor(value), 0), coding.levels.length - 2);
  return coding.levels[below] + (value - below) * (coding.levels[below + 1] - coding.levels[below]);
}

/**
 * How the scores of a metric are mapped for a model.
 *
 * Binary models take 0 and 1, or scores split at a threshold where that is asked for (at or above it = 1). Graded response
 * takes the sorted levels. Continuous models take scores within [0, 1] as they are, others by a line from the lowest and
 * highest score (or the given range) to 0 and 1.
 *
 * @throws IRT_NO_SCORES, CONSTANT_METRIC, IRT_NOT_BINARY, IRT_BAD_THRESHOLD, IRT_UNUSED_OPTION, IRT_NOT_GRADED, IRT_OUTSIDE_RANGE
 */
export function chooseCoding({ values }: ScoreMatrix, options: CodingOptions): ScoreCoding {
  const { model, metric, binarise, range } = options;
  const binary = /^[1-4]pl$/.test(model);
  const continuous = model.startsWith('continuous');
  if (binarise !== undefined && !binary)
    throw unusedOption('binarise', 'a binary model (1pl, 2pl, 3pl, 4pl)', model);
  if (range !== undefined && !continuous) throw unusedOption('range', 'a continuous model', model);
  const scores = values.filter((score) => !Number.isNaN(score));
  if (scores.length === 0) throw noScores(metric);
  const low = scores.reduce((least, score) => Math.min(least, score), Infinity);
  const high = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  if (low === high) throw constantMetric(metric, low);
  if (binary) return binaryCoding(scores, [low, high], options);
  if (model === 'graded') return levelCoding(scores, metric);
  if (range && !(range[0] <= low && high <= range[1] && range[0] < range[1])) {
    throw outsideRange(metric, low < range[0] ? low : high, range);
  }
  if (range) return { kind: 'linear', low: range[0], high: range[1] };
  return low >= 0 && high <= 1 ? { kind: 'as-is' } : { kind: 'linear', low, high };
}

function binaryCoding(
  scores: Float64Array,
  [low, high]: readonly [number, number],
  { model, metric, binarise }: CodingOptions,
): ScoreCoding {
  if (binarise === undefined) {
    const other = scores.find((score) => score !== 0 && score !== 1);
    if (other !== undefined) throw notBinary(model, metric, other);
    return { kind: 'as-is' };
  }
  const mean = () => scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const threshold = binarise === 'median' ? quantile(scores, 0.5) : binarise === 'mean' ? mean() : binarise;
  if (!(low < threshold && threshold <= high)) throw badThreshold(metric, threshold, [low, high]);
  return { kind: 'binary', threshold };
}

function levelCoding(scores: Float64Array, metric: string): ScoreCoding {
  const levels = new Set<number>();
  for (const score of scores) {
    levels.add(score);
    if (levels.size > 1000) break;
  }
  if (levels.size < 3 || levels.size > MOST_LEVELS) throw notGraded(metric, levels.size, MOST_LEVELS);
  return { kind: 'levels', levels: [...levels].sort((a, b) => a - b) };
}
