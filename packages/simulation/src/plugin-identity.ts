import type { LoadedPlugin } from '@goldpan/core';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Which plugin it is, to the letter of its module. */
export interface PluginIdentity {
  readonly name: string;
  /** Of itself or of its package; null where neither has one. */
  readonly version: string | null;
  /** SHA-256 of the module it is loaded from; null where that is no file. */
  readonly module: string | null;
}

/** Loads a plugin and tells what it is. @param specifier - what `import()` takes */
export async function pluginIdentity(specifier: string): Promise<PluginIdentity> {
  const { default: plugin } = await import(specifier);
  const url = specifier.startsWith('file:') ? specifier : import.meta.resolve(specifier);
  const isFile = url.startsWith('file:');
  return {
    name: plugin.name,
    version: pluginVersion({ plugin, specifier: url }) ?? null,
    module: isFile
      ? createHash('sha256')
          .update(readFileSync(fileURLToPath(url)))
          .digest('hex')
      : null,
  };
}

/** The version a plugin gives itself, or that of the package its module is in; undefined where neither has one. */
export function pluginVersion({ plugin, specifier }: LoadedPlugin): string | undefined {
  if (plugin.version !== undefined) return plugin.version;
  if (!specifier.startsWith('file:')) return undefined;
  for (let folder = dirname(fileURLToPath(specifier)); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')).version;
    if (folder === dirname(folder)) return undefined;
  }
}
