import { defineError, didYouMean, quoteList } from '@goldpan/core';

export const checkFailed = defineError(
  'CHECK_FAILED',
  'A selector or cost model does not keep a law of the contract.',
  (who: string, failure: { must: string; got: string; data?: unknown }) => ({
    fields: { who, ...failure },
    what:
      `${who} must ${failure.must}; ${failure.got}` +
      (failure.data === undefined ? '' : `, on ${JSON.stringify(failure.data)}`),
    advice: 'mend it, or name the check in expectedFailures with the reason',
  }),
);

export const unexpectedPass = defineError(
  'UNEXPECTED_PASS',
  'A check that is expected to fail holds.',
  (who: string, check: string, reason: string) => ({
    fields: { who, check, reason },
    what: `${who} is expected to fail "${check}" (${reason}), but the check holds`,
    advice: 'remove the check from expectedFailures',
  }),
);

export const invalidExpectation = defineError(
  'INVALID_EXPECTATION',
  'An expected failure names no check, or gives no reason.',
  (who: string, check: string, checks: readonly string[]) => ({
    fields: { who, check, checks },
    what: checks.includes(check)
      ? `the expected failure of "${check}" for ${who} must have a reason`
      : `expectedFailures of ${who} must name checks; there is none called ${JSON.stringify(check)}${didYouMean(check, checks)}`,
    advice: checks.includes(check) ? 'say why it fails' : `choose among ${quoteList(checks, 40)}`,
  }),
);
