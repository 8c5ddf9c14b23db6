import { test } from 'vitest';
import { sharedPath } from './paths.js';

/**
 * A test that needs files of the shared folder (see `sharedPath`). Where one is absent the test is reported as skipped,
 * and its title says which file is missing.
 */
export function testWithShared(
  title: string,
  files: readonly string[],
  body: () => void | Promise<void>,
): void {
  const absent = files.filter((file) => sharedPath(file) === undefined);
  if (absent.length === 0) test(title, body);
  else test.skipIf(true)(`${title} (needs shared ${absent.join(', ')})`, body);
}
