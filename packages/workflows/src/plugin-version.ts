import type { LoadedPlugin } from '@goldpan/core';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
