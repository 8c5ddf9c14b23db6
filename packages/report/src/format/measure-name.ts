const NAMES = new Map([
  ['spa', 'Soft pairwise accuracy (SPA)'],
  ['kendall', 'Kendall’s tau-b'],
  ['spearman', 'Spearman correlation'],
  ['pearson', 'Pearson correlation'],
  ['clusters', 'Clusters of systems'],
  ['clusters-top', 'Agreement on the top cluster'],
  ['top', 'Place of the best system'],
  ['pairwise-accuracy', 'Pairwise accuracy'],
  ['mae', 'Mean absolute error'],
  ['mse', 'Mean squared error'],
  ['rmse', 'Root mean squared error'],
]);

/** A measure as a heading has it; one that is not known keeps its name. */
export function measureTitle(measure: string): string {
  return NAMES.get(measure) ?? measure;
}

/** A measure as a sentence or a column has it: `SPA`. */
export function measureLabel(measure: string): string {
  return measure === 'spa' ? 'SPA' : measure;
}
