/** The names in the first line of a table whose beginning is at hand, by commas and tabs; quotes around a name are taken off. */
export function headerOf(start: Buffer): string[] {
  const text = start.toString('utf8').replace(/^\ufeff/, '');
  const names = /^[^\n\r]*/.exec(text)![0].split(/[,\t]/);
  return names.map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
}
