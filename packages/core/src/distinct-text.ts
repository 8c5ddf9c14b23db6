/**
 * A text as people see it: two outputs of which this is the same need one judgement. Unicode in composed form (NFC), and one kind of line
 * end. Spaces and case stay: they may be what is judged.
 */
export function distinctText(text: string): string {
  // Most texts have nothing that could be written otherwise.
  return PLAIN.test(text) ? text : text.normalize('NFC').replaceAll(/\r\n?/g, '\n');
}

/** No carriage return, and nothing from the first combining character (U+0300) on: below it every text is in composed form. */
const PLAIN = /^[^\r\u0300-\uffff]*$/;
