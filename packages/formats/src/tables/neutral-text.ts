/**
 * A text as a spreadsheet may open it: one that a spreadsheet would take for a formula (it begins with = + - @, tab or
 * carriage return) gets an apostrophe before it. So does a text that looks as if that had been done, so that
 * `plainText` can undo it.
 */
export function neutralText(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text that `neutralText` was given. */
export function plainText(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
