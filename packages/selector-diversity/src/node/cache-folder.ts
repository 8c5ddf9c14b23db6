import { homedir } from 'node:os';
import { join } from 'node:path';

/** A folder of this program within the user's cache folder: `$XDG_CACHE_HOME/goldpan`, or `~/.cache/goldpan`. */
export function cacheFolder(name: string): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'goldpan', name);
}
