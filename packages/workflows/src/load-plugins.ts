import { createRegistry, isGoldpanError, type LoadedPlugin, type Registry } from '@goldpan/core';
import { formatsOf, type Formats } from '@goldpan/formats';
import { resolve as resolveModule } from 'import-meta-resolve';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtInPlugins, builtInPluginUrl } from './built-in-plugins.js';
import { pluginFails, pluginNotFound } from './errors.js';
import { folderOf, type PluginName, type Surroundings } from './surroundings.js';

/**
 * The registry of the built-in plugins and those the caller named; nothing else is loaded.
 *
 * @remarks A name is a package or a path, as seen from the folder; a bare name `foo` also finds `goldpan-selector-foo`.
 * @throws PLUGIN_NOT_FOUND, PLUGIN_FAILS, INVALID_PLUGIN, WRONG_API_VERSION, DUPLICATE_NAME
 */
export async function loadRegistry(surroundings: Surroundings): Promise<Registry> {
  const builtIn = builtInPlugins.map((name) => load(builtInPluginUrl(name), name));
  const plugins = [...(await Promise.all(builtIn)), ...(await loadNamed(surroundings))];
  return createRegistry(plugins);
}

/** The formats that are built in and those of the plugins the caller named. @throws as `loadRegistry`, and INVALID_FORMAT */
export async function loadFormats(surroundings: Surroundings): Promise<Formats> {
  return formatsOf(await loadNamed(surroundings));
}

function loadNamed(surroundings: Surroundings): Promise<LoadedPlugin[]> {
  const { plugins = [] } = surroundings;
  const seenFrom = (plugin: PluginName) =>
    typeof plugin === 'string' ? { name: plugin, folder: folderOf(surroundings) } : plugin;
  return Promise.all(plugins.map(seenFrom).map(({ name, folder }) => load(locate(name, folder), name)));
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

/** A file, or a folder that holds a package: what others get who import it by its name. */
function moduleUrl(path: string, folder: string): string {
  const file = resolvePath(path, 'package.json');
  if (!existsSync(file)) return pathToFileURL(path).href;
  const { name, exports, main = 'index.js' } = createRequire(pathToFileURL(folder))(file);
  const own = exports === undefined ? undefined : tryResolve(name, path);
  return own ?? pathToFileURL(resolvePath(path, main)).href;
}

function tryResolve(name: string, folder: string): string | undefined {
  try {
    const url = resolveModule(name, pathToFileURL(resolvePath(folder, 'goldpan.js')).href);
    return existsSync(new URL(url)) ? url : undefined;
  } catch {
    return undefined;
  }
}
