import { describePlugin, type PluginDescription } from './describe-plugin.js';
import { loadFormats, loadRegistry } from './load-plugins.js';
import type { Surroundings } from './surroundings.js';
import { version } from './version.js';

/** What there is to work with. */
export interface PluginsDocument {
  readonly goldpan: string;
  readonly command: 'plugins';
  readonly plugins: readonly PluginDescription[];
}

/**
 * The built-in plugins and those the caller named, with all they bring. @throws what loading plugins throws
 *
 * @example
 * ```ts
 * import { plugins } from '@goldpan/workflows';
 *
 * const found = await plugins();
 * found.plugins.some(({ name }) => name === '@goldpan/selector-variance'); // → true
 * ```
 */
export async function plugins(surroundings: Surroundings = {}): Promise<PluginsDocument> {
  const registry = await loadRegistry(surroundings);
  await loadFormats(surroundings);
  return { goldpan: version, command: 'plugins', plugins: registry.plugins.map(describePlugin) };
}
