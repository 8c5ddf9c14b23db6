/** One named check, for any test runner: `for (const { name, run } of checks) test(name, run)`. */
export interface Check {
  readonly name: string;
  /** Resolves when the check holds; rejects with what must be, what came and on which data. Needs no `this`. */
  readonly run: () => Promise<void>;
}
