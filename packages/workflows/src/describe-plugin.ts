import { describeMeasure, describeOptions, type LoadedPlugin, type OptionsSchema } from '@goldpan/core';
import type { FormatPlugin } from '@goldpan/formats';
import { pluginVersion } from '@goldpan/simulation';

/** What a plugin brings, as JSON. */
export type PluginDescription = ReturnType<typeof describePlugin>;

/** Name, version and origin of a plugin, and all it brings with options and needs. */
export function describePlugin(loaded: LoadedPlugin) {
  const {
    name,
    selectors = [],
    costModels = [],
    measures = [],
    estimators = [],
    loaders = [],
    exporters = [],
  }: FormatPlugin = loaded.plugin;
  return {
    name,
    version: pluginVersion(loaded) ?? null,
    origin: loaded.specifier,
    selectors: selectors.map(({ needs, traits, ...part }) => ({ ...described(part), needs, traits })),
    costModels: costModels.map(described),
    measures: measures.map((measure) => ({
      ...describeMeasure(measure),
      summary: measure.summary,
      range: measure.range,
    })),
    estimators: estimators.map(described),
    loaders: loaders.map(described),
    exporters: exporters.map(described),
  };
}

interface Part {
  readonly name: string;
  readonly summary: string;
  readonly options: unknown;
}

function described({ name, summary, options }: Part) {
  return { name, summary, options: describeOptions(options as OptionsSchema<any>) };
}
