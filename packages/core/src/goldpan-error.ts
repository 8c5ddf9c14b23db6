/** What a Goldpan error says beside its text: plain JSON values, so that it survives a worker boundary. */
export type ErrorFields = Readonly<Record<string, unknown>>;

/**
 * An error with a stable code. Test `error.code`, never `instanceof`: that holds across two copies of this package
 * and across workers.
 *
 * The message reads *subject, requirement, what came; what to do*.
 */
export class GoldpanError extends Error {
  override readonly name = 'GoldpanError';
  /** Stable, upper-case identifier; its meaning never changes. */
  readonly code: string;
  /** The values behind the text. */
  readonly fields: ErrorFields;
  /** What is wrong: subject, requirement, what came. */
  readonly what: string;
  /** What the reader can do about it. */
  readonly advice: string;

  constructor(description: { code: string; fields: ErrorFields; what: string; advice: string }) {
    super(`${description.what}; ${description.advice}`);
    this.code = description.code;
    this.fields = description.fields;
    this.what = description.what;
    this.advice = description.advice;
  }
}

/** Whether a thrown value is a Goldpan error, from this copy of the package or another. */
export function isGoldpanError(error: unknown): error is GoldpanError {
  try {
    return error instanceof Error && error.name === 'GoldpanError' && 'code' in error;
  } catch {
    return false; // A thrown value may be anything, also an object that throws when it is looked at.
  }
}
