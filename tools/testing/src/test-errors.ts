import { expect, test } from 'vitest';

/** A kind of error, as packages define them. */
interface ErrorKind {
  (...values: any[]): Error & { code: string; fields: object; what: string; advice: string };
  readonly code: string;
}

/**
 * Holds every error of a package to the form of errors: its code, fields behind the text, what is wrong with all that it was told, and what to
 * do.
 *
 * @param errors - all that `errors.ts` exports
 * @param samples - arguments for every error, by its code; texts and numbers among them must be told to the reader
 */
export function testErrors(
  errors: Readonly<Record<string, unknown>>,
  samples: Readonly<Record<string, readonly unknown[]>>,
): void {
  const kinds = Object.values(errors) as ErrorKind[];

  test('every error has a sample', () => {
    expect(Object.keys(samples).sort()).toEqual(kinds.map(({ code }) => code).sort());
  });

  test.each(kinds.map((kind) => [kind.code, kind] as const))(
    '%s says what is wrong and what to do',
    (code, kind) => {
      const given = samples[code];
      const error = kind(...given);
      const told = JSON.stringify(error.fields) + error.message.replaceAll('"', '\\"');
      expect(error.code).toBe(code);
      expect(error.message).toBe(`${error.what}; ${error.advice}`);
      expect(Object.keys(error.fields).length > 0).toBe(given.length > 0);
      expect(error.what).toMatch(/\w+ .+\w+ /);
      expect(error.advice).toMatch(/^\w+ .*\w/);
      for (const part of parts(given)) expect(told).toContain(String(part));
    },
  );
}

/** The texts and numbers in some arguments. */
function parts(given: unknown): unknown[] {
  if (typeof given === 'object' && given !== null) return Object.values(given).flatMap(parts);
  return typeof given === 'string' || typeof given === 'number' ? [given] : [];
}
