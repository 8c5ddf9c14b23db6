/** The plugins that come with the command. They are loaded and checked exactly as others are. */
export const builtInPlugins = [
  '@goldpan/selector-random',
  '@goldpan/selector-sampling',
  '@goldpan/selector-variance',
  '@goldpan/selector-diversity',
  '@goldpan/selector-irt',
  '@goldpan/selector-source',
  '@goldpan/selector-combine',
  '@goldpan/costs',
  '@goldpan/evaluation',
  '@goldpan/estimation',
] as const;
