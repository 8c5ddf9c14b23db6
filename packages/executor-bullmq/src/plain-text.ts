/** A text from elsewhere for a terminal: without characters that could move its cursor or change its colours. */
export function plainText(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ');
}
