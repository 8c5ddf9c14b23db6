import {
  completeScores,
  defineSelector,
  metricOption,
  resolveMetric,
  z,
  type Dataset,
  type Selector,
  type SelectorDefinition,
} from '@goldpan/core';

/** Every promise a selector can make. */
export const allTraits = { itemwise: true, deterministic: true, nested: true };

/** Something to score items by: one number per item from its row of scores. */
export function byRow(dataset: Dataset, rate: (row: Float64Array) => number): Float64Array {
  const { items, systems, values } = dataset.scores(resolveMetric(dataset));
  return Float64Array.from({ length: items }, (_, i) =>
    rate(values.subarray(i * systems, (i + 1) * systems)),
  );
}

/** A sound selector: range of the scores. Broken ones differ from it in one thing. */
export const sound = defineSelector({
  name: 'sound',
  summary: 'Range of the scores.',
  needs: ['scores'],
  traits: allTraits,
  options: z.object({
    metric: metricOption().optional().describe('score column'),
    power: z.number().min(1).max(3).default(1).describe('what the range is raised to'),
  }),
  select(dataset, { metric, power }) {
    const { items, systems, values } = completeScores(dataset, resolveMetric(dataset, metric));
    return {
      utilities: Float64Array.from({ length: items }, (_, i) => {
        const row = values.subarray(i * systems, (i + 1) * systems);
        return (Math.max(...row) - Math.min(...row)) ** power;
      }),
    };
  },
});

/** The sound selector with something changed. */
export function variant(change: Partial<SelectorDefinition<any>> & Record<string, unknown>): Selector {
  return { ...sound, ...change, traits: { ...sound.traits, ...change.traits } } as Selector;
}

/** The sound selector with other utilities. */
export function rating(rate: (dataset: Dataset) => Float64Array, traits = {}): Selector {
  return variant({ needs: [], traits, select: (dataset) => ({ utilities: rate(dataset) }) });
}

/** How many sources of a pool have none of the words of a source. */
export function countedWords() {
  const counts = new Map<string, number>();
  const wordsOf = (source: string) => new Set(source.split(' '));
  return {
    observe(source: string) {
      for (const word of wordsOf(source)) counts.set(word, (counts.get(word) ?? 0) + 1);
    },
    score: (source: string) =>
      [...wordsOf(source)].reduce((sum, word) => sum - (counts.get(word) ?? 0), 0) / wordsOf(source).size,
  };
}

/** A sound selector that can score a pool. */
export const rarestSource = defineSelector({
  name: 'rarest-source',
  summary: 'Sources of rare words.',
  needs: ['sources'],
  traits: { deterministic: true, nested: true },
  options: z.object({}),
  select: ({ sources }) => {
    const texts = Array.from(sources!, (text) => text ?? '');
    const counted = countedWords();
    texts.forEach(counted.observe);
    return { utilities: Float64Array.from(texts, (text) => counted.score(text)) };
  },
  poolScorer: countedWords,
});
