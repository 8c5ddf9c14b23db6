/** When something was, of the seconds of a computer's clock since 1970; nothing where they are of a clock that starts with the program. */
export function clockTime(seconds: unknown): { readonly time?: string } {
  const isDate = typeof seconds === 'number' && seconds > 1e9 && seconds < 1e11;
  return isDate ? { time: new Date(seconds * 1000).toISOString() } : {};
}
