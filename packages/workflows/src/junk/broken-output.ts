/** Texts that are shorter, such as names and numbers, are rightly the same in every language. */
const LONG = 30;

/** Whether an output has nothing to judge. */
export function isEmpty(output: string): boolean {
  return output.trim() === '';
}

/** Whether an output is its source, untouched. */
export function copiesSource(output: string, source: string | undefined): boolean {
  return source !== undefined && source.trim().length > LONG && output.trim() === source.trim();
}
