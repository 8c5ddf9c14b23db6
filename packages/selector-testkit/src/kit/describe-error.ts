import { isGoldpanError } from '@goldpan/core';

/** What was thrown, in one line. */
export function describeError(error: unknown): string {
  if (isGoldpanError(error)) return `${error.code} (${error.what})`;
  return error instanceof Error ? `${error.name} (${error.message})` : String(error);
}
