/** An example from a doc comment. */
export interface SourceExample {
  /** The exported function or constant that the comment describes. */
  readonly name: string;
  /** Line of the comment, counted from 1. */
  readonly line: number;
  /** The TypeScript of the example. */
  readonly code: string;
}

const DOCUMENTED = /^\/\*\*\n((?: \*.*\n)*?) \*\/\nexport (?:async )?(?:function\*?|const) (\w+)/gm;
const EXAMPLE = /^@example\n```ts\n([\s\S]*?)^```$/gm;

/**
 * The `@example` blocks of a source file: `ts` fences in the doc comments of its exported functions and constants.
 * A comment may hold several.
 */
export function sourceExamples(source: string): SourceExample[] {
  return [...source.matchAll(DOCUMENTED)].flatMap(({ 1: comment, 2: name, index }) => {
    const text = comment.replace(/^ \* ?/gm, '');
    const line = source.slice(0, index).split('\n').length;
    return [...text.matchAll(EXAMPLE)].map(([, code]) => ({ name, line, code }));
  });
}
