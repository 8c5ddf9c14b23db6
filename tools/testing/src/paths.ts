import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packageRoot = new URL('..', import.meta.url);
const workspaceRoot = new URL('../../', packageRoot);

/** A file of the small fixtures that are committed beside this package. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, packageRoot));
}

/** A file of the data that ships in `examples/data`. */
export function exampleDataPath(name: string): string {
  return fileURLToPath(new URL(`examples/data/${name}`, workspaceRoot));
}

/**
 * A file of the shared folder beside the checkout: golden numbers and data whose licence keeps them out of the repository.
 *
 * @returns the path, or undefined when the folder is not there; see `testWithShared`
 */
export function sharedPath(name: string): string | undefined {
  const path = fileURLToPath(new URL(`../shared/${name}`, workspaceRoot));
  return existsSync(path) ? path : undefined;
}

/** The root of the workspace, for tests that run built programs. */
export const workspacePath = fileURLToPath(workspaceRoot);
