/**
 * Names as people type them: `a,b` stands for two, and a name that has a comma in it for itself where the data knows it.
 *
 * @param typed - each a name, or several separated by commas
 * @param known - the names of the data
 */
export function nameLists(typed: readonly string[], known: readonly string[]): string[] {
  const parts = (text: string) => text.split(',').map((name) => name.trim());
  const names = typed.flatMap((text) => (known.includes(text) ? [text] : parts(text)));
  return [...new Set(names.filter((name) => name !== ''))];
}
