/**
 * A text as people see it: two outputs of which this is the same need one judgement. Unicode in composed form (NFC), and one kind of line
 * end. Spaces and case stay: they may be what is judged.
 */
export function distinctText(text: string): string {
  // Most texts have nothing that could be written otherwise.
  return isPlain(text) ? text : text.normalize('NFC').replaceAll(/\r\n?/g, '\n');
}

/** Whether a text has no carriage return, and nothing from the first combining character (U+0300) on: below it every text is in composed form. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x300 || code === 0x0d) return false;
  }
  return true;
}
