import { stream } from '@goldpan/core';
import type { Examples } from './examples.js';

/** Which items are held out together. */
export interface Folds {
  /** What is never split: whole data sets where there are several without shared texts, otherwise documents. */
  readonly grouping: 'data set' | 'document';
  readonly count: number;
  /** Fold of each item, from 0. */
  readonly folds: Uint32Array;
}

/**
 * Assigns items to folds. Data sets that share a document or a source text are one block; with two blocks or more whole
 * blocks are held out, so that validation asks what matters: does the model carry over to data of another origin? With one block
 * documents are held out. Larger units are placed first, each in the smallest fold so far; units of one size in random order.
 * O(items log items).
 *
 * @param most - the number of folds, unless there are fewer units
 */
export function assignFolds(examples: Examples, { most, seed }: { most: number; seed: number }): Folds {
  const { groups, sets } = examples;
  const blocks = blocksOf(examples);
  const grouping = new Set(blocks).size > 1 ? 'data set' : 'document';
  const unitOf =
    grouping === 'data set' ? (item: number) => blocks[sets[item]] : (item: number) => groups[item];
  const sizes = new Map<number, number>();
  for (let item = 0; item < sets.length; item++) {
    const unit = unitOf(item);
    sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  }
  const order = stream(seed, 'source-model/folds').shuffle([...sizes.keys()]);
  order.sort((a, b) => sizes.get(b)! - sizes.get(a)!);
  const count = Math.min(most, sizes.size);
  const loads = new Array<number>(count).fill(0);
  const foldOf = new Map<number, number>();
  for (const unit of order) {
    const fold = loads.indexOf(Math.min(...loads));
    loads[fold] += sizes.get(unit)!;
    foldOf.set(unit, fold);
  }
  return { grouping, count, folds: sets.map((_, item) => foldOf.get(unitOf(item))!) };
}

/** The block of each data set: the lowest set that it shares a group with, directly or through others. */
function blocksOf({ groups, sets }: Examples): number[] {
  const blocks = Array.from({ length: sets.reduce((top, set) => Math.max(top, set), 0) + 1 }, (_, s) => s);
  const firstSet = new Map<number, number>();
  groups.forEach((group, item) => {
    const first = firstSet.get(group);
    if (first === undefined) return firstSet.set(group, sets[item]);
    const [kept, merged] = [blocks[first], blocks[sets[item]]].sort((a, b) => a - b);
    if (kept !== merged) blocks.forEach((block, s) => block === merged && (blocks[s] = kept));
    return undefined;
  });
  return blocks;
}
