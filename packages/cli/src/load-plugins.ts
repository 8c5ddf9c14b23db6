import { createRegistry, isGoldpanError, type LoadedPlugin, type Registry } from '@goldpan/core';
import { formatsOf, type Formats } from '@goldpan/formats';
import { resolve as resolveModule } from 'import-meta-resolve';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtInPlugins } from './built-in-plugins.js';
import type { Config } from './config.js';
import { pluginFails, pluginNotFound } from './errors.js';
import type { Terminal } from './terminal.js';

/** Where the user is, and what is configured there. */
export interface PluginContext {
  readonly terminal: Terminal;
  readonly config: Config;
}

/**
 * The registry of the built-in plugins and those the user named, on the command line or in the configuration; nothing else is
 * loaded.
 *
 * @param named - package names or paths, as seen from the folder of the call; a bare name `foo` also finds `goldpan-selector-foo`
 * @throws PLUGIN_NOT_FOUND, PLUGIN_FAILS, INVALID_PLUGIN, WRONG_API_VERSION, DUPLICATE_NAME
 */
export async function loadRegistry(
  named: readonly string[],
  { terminal, config }: PluginContext,
): Promise<Registry> {
  const builtIn = builtInPlugins.map((name) => load(import.meta.resolve(name), name));
  const plugins = [...(await Promise.all(builtIn)), ...(await loadNamed(named, { terminal, config }))];
  return createRegistry(plugins);
}

/** The formats that are built in and those of the plugins the user named. @throws as `loadRegistry`, and INVALID_FORMAT */
export async function loadFormats(named: readonly string[], context: PluginContext): Promise<Formats> {
  return formatsOf(await loadNamed(named, context));
}

/** The plugins of the configuration, then those of the command line. */
function loadNamed(named: readonly string[], { terminal, config }: PluginContext): Promise<LoadedPlugin[]> {
  const configured = config.plugins.map((name) => load(locate(name, config.folder ?? terminal.folder), name));
  const further = named.map((name) => load(locate(name, terminal.folder), name));
  return Promise.all([...configured, ...further]);
}

async function load(specifier: string, name: string): Promise<LoadedPlugin> {
  try {
    const module = await import(specifier);
    return { plugin: module.default, specifier };
  } catch (error) {
    throw isGoldpanError(error) ? error : pluginFails(name, error);
  }
}

/** The URL of a plugin: a path, or a package as seen from the user's folder. */
function locate(name: string, folder: string): string {
  const path = resolvePath(folder, name);
  if (/^[./\\]|\.[cm]?js$/.test(name) && existsSync(path)) return moduleUrl(path, folder);
  const candidates =
    name.startsWith('@') || name.startsWith('goldpan-') ? [name] : [`goldpan-selector-${name}`, name];
  for (const candidate of candidates) {
    const url = tryResolve(candidate, folder);
    if (url !== undefined) return url;
  }
  throw pluginNotFound(name, candidates, folder);
}

/** A file, or a folder that holds a package. */
function moduleUrl(path: string, folder: string): string {
  if (!existsSync(resolvePath(path, 'package.json'))) return pathToFileURL(path).href;
  const manifest = createRequire(pathToFileURL(folder))(resolvePath(path, 'package.json'));
  const entry =
    manifest.exports?.['.']?.import ?? manifest.exports?.['.'] ?? manifest.exports ?? manifest.main;
  return pathToFileURL(resolvePath(path, typeof entry === 'string' ? entry : 'index.js')).href;
}

function tryResolve(name: string, folder: string): string | undefined {
  try {
    const url = resolveModule(name, pathToFileURL(resolvePath(folder, 'goldpan.js')).href);
    return existsSync(new URL(url)) ? url : undefined;
  } catch {
    return undefined;
  }
}
