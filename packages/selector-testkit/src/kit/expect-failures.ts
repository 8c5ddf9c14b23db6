import type { Check } from '../check.js';
import { invalidExpectation, unexpectedPass } from '../errors.js';

/**
 * The checks, those that are expected to fail turned round.
 *
 * @throws INVALID_EXPECTATION for an expected failure that names no check or has no reason
 */
export function expectFailures(
  who: string,
  checks: readonly Check[],
  expected: { readonly [check: string]: string },
): Check[] {
  const names = checks.map(({ name }) => name);
  for (const [name, reason] of Object.entries(expected)) {
    const hasReason = typeof reason === 'string' && reason.trim() !== '';
    if (!names.includes(name) || !hasReason) throw invalidExpectation(who, name, names);
  }
  return checks.map((check) =>
    Object.hasOwn(expected, check.name) ? turnedRound(who, check, expected[check.name]) : check,
  );
}

function turnedRound(who: string, { name, run }: Check, reason: string): Check {
  return {
    name: `${name} (expected to fail: ${reason})`,
    run: async () => {
      try {
        await run();
      } catch {
        return;
      }
      throw unexpectedPass(who, name, reason);
    },
  };
}
