import { isGoldpanError, showThrown } from '@goldpan/core';

/** What was thrown, in one line. */
export function describeError(error: unknown): string {
  // The plugin's own error says more than the one that names the plugin.
  if (isGoldpanError(error) && error.code === 'PLUGIN_THREW') return describeError(error.cause);
  if (isGoldpanError(error)) return `${error.code} (${error.what})`;
  return error instanceof Error ? `${error.name} (${error.message})` : showThrown(error).text;
}
