/** The lines of a block, or of a help text, that call goldpan, as they would be typed: without a prompt, with their pipes. */
export function typedLines(code: string): string[] {
  return code
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim().replace(/^\$ /, ''))
    .filter((line) => /^(npx )?goldpan [a-z]/.test(line));
}
