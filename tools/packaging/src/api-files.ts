import { join } from 'node:path';
import { workspace } from './workspace.js';

/** Where the committed lists of exports are. */
export const apiFolder = join(workspace, 'tools/packaging/api');

/** The list of a package. */
export function apiFile(packageName: string): string {
  return join(apiFolder, `${packageName.replace('@goldpan/', '')}.txt`);
}
