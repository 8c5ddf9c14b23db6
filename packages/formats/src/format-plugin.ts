import { duplicateName, type LoadedPlugin, type Plugin } from '@goldpan/core';
import { invalidFormat } from './errors.js';
import { builtInExporters } from './exporters/built-in-exporters.js';
import type { Exporter } from './exporters/exporter.js';
import { builtInLoaders } from './loaders/built-in-loaders.js';
import { checkFormat } from './loaders/check-format.js';
import type { Loader } from './loaders/loader.js';

/** The default export of a plugin package that brings formats, beside selectors and cost models or alone. */
export interface FormatPlugin extends Plugin {
  readonly loaders?: readonly Loader[];
  readonly exporters?: readonly Exporter[];
}

/** The formats of a run: a value that is passed along, not a global. */
export interface Formats {
  readonly loaders: readonly Loader[];
  readonly exporters: readonly Exporter[];
}

const builtIn: FormatPlugin = {
  name: '@goldpan/formats',
  loaders: builtInLoaders,
  exporters: builtInExporters,
};

/**
 * The built-in formats, then those of the plugins in their order, checked.
 *
 * @throws INVALID_FORMAT, DUPLICATE_NAME (naming both plugins)
 */
export function formatsOf(plugins: readonly LoadedPlugin[]): Formats {
  const all = [builtIn, ...plugins.map(({ plugin }): FormatPlugin => plugin)];
  return {
    loaders: gather(all, 'loader', 'load', ({ loaders }) => loaders),
    exporters: gather(all, 'exporter', 'export', ({ exporters }) => exporters),
  };
}

/** What the plugins bring of one kind; every name may be there once. */
function gather<Format extends Loader | Exporter>(
  plugins: readonly FormatPlugin[],
  kind: 'loader' | 'exporter',
  method: 'load' | 'export',
  formatsIn: (plugin: FormatPlugin) => readonly Format[] | undefined,
): Format[] {
  const owners = new Map<string, string>();
  return plugins.flatMap((plugin) => {
    const formats = formatsIn(plugin) ?? [];
    if (!Array.isArray(formats))
      throw invalidFormat(`plugin ${plugin.name}`, `must have a list as "${kind}s"`);
    for (const format of formats) {
      checkFormat(kind, format, method);
      const earlier = owners.get(format.name);
      if (earlier !== undefined) throw duplicateName(kind, format.name, [earlier, plugin.name]);
      owners.set(format.name, plugin.name);
    }
    return formats as Format[];
  });
}
