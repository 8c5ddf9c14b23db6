/** What the names of columns of outputs and of scores begin with. */
export interface PairedPrefixes {
  readonly output: string;
  readonly score: string;
}

const OUTPUT = /^(output|response|answer)[ _:.-]+/i;
const SCORE = /^(score|rating)[ _:.-]+/i;

/**
 * How columns come in pairs, such as "Output A" and "Score A", where they do so for two systems or more; undefined where
 * they do not. O(columns).
 */
export function pairedPrefixes(columns: readonly string[]): PairedPrefixes | undefined {
  const output = prefixOf(columns, OUTPUT);
  const score = prefixOf(columns, SCORE);
  if (output === undefined || score === undefined) return undefined;
  const known = new Set(columns);
  const paired = columns.filter(
    (name) => name.startsWith(output) && known.has(score + name.slice(output.length)),
  );
  return paired.length > 1 ? { output, score } : undefined;
}

function prefixOf(columns: readonly string[], pattern: RegExp): string | undefined {
  for (const name of columns) {
    const found = pattern.exec(name);
    if (found !== null) return found[0];
  }
  return undefined;
}
