import { showThrown } from '@goldpan/core';
import type * as Package from '@goldpan/executor-bullmq';
import { executorMissing } from './errors.js';
import { version } from './version.js';

/** The package for work on other machines, which is installed by those who need it. @throws EXECUTOR_MISSING */
export async function executorBullmq(): Promise<typeof Package> {
  const loaded = await import('@goldpan/executor-bullmq').catch((error: unknown) => {
    throw executorMissing(`it cannot be loaded (${showThrown(error).text.split('\n')[0]})`, version);
  });
  if (loaded.version !== version)
    throw executorMissing(`it is there in version ${loaded.version}, and goldpan in ${version}`, version);
  return loaded;
}
