/**
 * A text as people see it: two outputs of which this is the same need one judgement. Unicode in composed form (NFC), and one kind of line
 * end. Spaces and case stay: they may be what is judged.
 */
export function distinctText(text: string): string {
  return text.normalize('NFC').replaceAll(/\r\n?/g, '\n');
}
