/**
 * A text as it is written to a table that a spreadsheet may open. One that a spreadsheet would take for a formula (it
 * begins with = + - @, tab or carriage return) gets an apostrophe before it, and so does an empty one, which would
 * otherwise look like one that is not there. A text that looks as if that had been done gets one more, so that `plainText`
 * undoes it without loss.
 */
export function neutralText(text: string): string {
  return /^'*(?:[=+\-@\t\r]|$)/.test(text) ? `'${text}` : text;
}

/** The text that `neutralText` was given. */
export function plainText(text: string): string {
  return /^'+(?:[=+\-@\t\r]|$)/.test(text) ? text.slice(1) : text;
}
