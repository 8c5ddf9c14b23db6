import { stream, type Item } from '@goldpan/core';
import { answer } from '../kit/answer.js';
import { difference } from '../kit/difference.js';
import { forAll } from '../kit/for-all.js';
import { mapValues } from '../kit/map-values.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

const MUST = 'give a selection of data with missing scores, or refuse it with an error that has a code';

/** Missing is not 0: by a policy of its own or by an error, but never by mistake. */
export const copesWithMissingScores: SelectorCheck = {
  name: 'copes with missing scores',
  hold: async (subject) => {
    let selections = 0;
    let likeZero = 0;
    await forAll(subject, MUST, async (shape) => {
      const items = aroundZero(subject.setup.items(shape));
      const filled = (hole: null | 0) =>
        answer(subject, MUST, () => select(subject, withHoles(items, shape.seed, hole)));
      const missing = await filled(null);
      const zero = missing && (await filled(0));
      if (!zero) return;
      selections++;
      if (!difference(missing, zero)) likeZero++;
    });
    const readsScores = subject.selector.needs.includes('scores');
    if (!readsScores || selections === 0 || likeZero < selections) return;
    fail(
      subject,
      'not take a missing score for 0',
      `on ${selections} datasets it gave what scores of 0 give`,
    );
  },
};

/**
 * The items with their scores moved, per metric, so that 0 is in the middle of them. Otherwise a policy such as "missing
 * ranks last" could not be told from a missing score that is taken for 0.
 */
function aroundZero(items: readonly Item[]): Item[] {
  const values = new Map<string, number[]>();
  const cellsOf = (item: Item) =>
    Object.values(item.scores ?? {}).flatMap((scores) => Object.entries(scores));
  for (const [metric, score] of items.flatMap(cellsOf)) {
    if (!values.has(metric)) values.set(metric, []);
    if (score !== null) values.get(metric)!.push(score);
  }
  const middle = (metric: string) => {
    const sorted = values.get(metric)!.sort((a, b) => a - b);
    return sorted[sorted.length >> 1];
  };
  const middles = new Map([...values.keys()].map((metric) => [metric, middle(metric)]));
  const moved = (scores: Readonly<Record<string, number | null>>) =>
    mapValues(scores, (score, metric) => (score === null ? null : score - middles.get(metric)!));
  return items.map((item) => ({ ...item, scores: item.scores && mapValues(item.scores, moved) }));
}

/** About one cell in four, all cells of one item, and one of the last item are replaced, in all metrics. */
function withHoles(items: readonly Item[], seed: number, hole: null | 0): Item[] {
  const rng = stream(seed, 'testkit/holes');
  const emptyItem = rng.integer(items.length);
  return items.map((item, i) => {
    const isLast = i === items.length - 1;
    const scores =
      item.scores &&
      mapValues(item.scores, (cells, _system, s) => {
        const isHole = rng.integer(4) === 0 || i === emptyItem || (isLast && s === 0);
        return isHole ? mapValues(cells, () => hole) : cells;
      });
    return { ...item, scores };
  });
}
