const operators = new Set(['|', '>', '>>', '&&', ';', '<']);

/**
 * The commands of a shell block, each as its words: quotes and line continuations are resolved, comments and prompts
 * dropped, and only what stands before a pipe or redirection is kept.
 */
export function shellLines(code: string): string[][] {
  return code
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => commandOf(words(line.replace(/^\s*\$ /, ''))))
    .filter((command) => command.length > 0);
}

function words(line: string): string[] {
  const found: string[] = [];
  for (const [word] of line.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g)) {
    if (word.startsWith('#')) break;
    found.push(
      word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g, (_, double, single, escaped) =>
        double !== undefined ? double.replace(/\\(["\\$`])/g, '$1') : (single ?? escaped),
      ),
    );
  }
  return found;
}

function commandOf(line: readonly string[]): string[] {
  const end = line.findIndex((word) => operators.has(word));
  return end === -1 ? [...line] : line.slice(0, end);
}

/** What follows the program's name in `goldpan …` or `npx goldpan …`; undefined for other commands. */
export function goldpanArguments(command: readonly string[]): string[] | undefined {
  const [first, second] = command;
  if (first === 'goldpan') return command.slice(1);
  return first === 'npx' && second === 'goldpan' ? command.slice(2) : undefined;
}
