/** What a call throws, as `CODE: what is wrong`; `no error` where it throws nothing. */
export function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'what' in error) return `${error.code}: ${error.what}`;
    return String(error);
  }
  return 'no error';
}
