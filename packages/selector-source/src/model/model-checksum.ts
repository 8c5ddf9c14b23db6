import { canonicalJson } from './canonical-json.js';

/** SHA-256, as hexadecimal digits, of a model without its checksum. It finds damage and edits, not forgery. */
export async function modelChecksum(model: Readonly<Record<string, unknown>>): Promise<string> {
  const { checksum: _, ...rest } = model;
  const bytes = new TextEncoder().encode(canonicalJson(rest));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
