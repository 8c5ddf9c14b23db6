import { showValue } from './show-value.js';

export { showValue };

/** A thrown value in words. */
export interface ThrownText {
  readonly text: string;
  /** File, line and column where an error came about, as far as it says. */
  readonly where?: string;
}

/** Names that say nothing beside the text. */
const COMMON_NAMES: readonly (string | undefined)[] = [undefined, 'Error', 'GoldpanError'];

/** What a thrown value says, whatever it is: an error, a text, nothing, or an object that throws when it is looked at. Never throws. */
export function showThrown(thrown: unknown): ThrownText {
  const text = member(thrown, 'message');
  if (text === undefined) return { text: typeof thrown === 'string' ? thrown : showValue(thrown) };
  const name = member(thrown, 'name');
  const where = /^ +at (?:.*\()?([^()\n]+:\d+:\d+)\)?$/m.exec(member(thrown, 'stack') ?? '')?.[1];
  return {
    text: COMMON_NAMES.includes(name) ? text || 'an error without a text' : `${name}: ${text}`,
    ...(where !== undefined && { where }),
  };
}

/** A text among the members of a thrown object. */
function member(thrown: unknown, name: 'message' | 'name' | 'stack'): string | undefined {
  if ((typeof thrown !== 'object' && typeof thrown !== 'function') || thrown === null) return undefined;
  try {
    const value = (thrown as { readonly [key: string]: unknown })[name];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
