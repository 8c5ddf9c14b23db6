import { isGoldpanError, showThrown } from '@goldpan/core';

/** What tells an error from others, here and in a worker: its code, or, of an error of the plugin's own, its name and text. */
export function errorSign(error: unknown): string {
  if (!isGoldpanError(error)) return showThrown(error).text;
  return error.code === 'PLUGIN_THREW' ? showThrown(error.cause).text : error.code;
}
