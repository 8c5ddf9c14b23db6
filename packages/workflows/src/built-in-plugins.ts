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

/** Where a built-in plugin is found: as a package, or beside this file where all of them are bundled into a few. */
export function builtInPluginUrl(name: (typeof builtInPlugins)[number]): string {
  return import.meta.resolve(name);
}
