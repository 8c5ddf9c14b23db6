import { fences } from '../markdown/fences.js';
import type { Document } from '../paths.js';

/** A piece of TypeScript or JavaScript in a document. */
export interface Snippet {
  /** `docs/page.md:17`. */
  readonly where: string;
  /** A name for a file. */
  readonly name: string;
  readonly code: string;
  /** It belongs to a package of the reader: it imports files beside it or a test runner, so it cannot run alone. */
  readonly isFragment: boolean;
  /** It declares values that it does not make, so it can be compiled but not run. */
  readonly declares: boolean;
}

/** Every `ts` and `js` block of the documents. */
export function snippets(documents: readonly Document[]): Snippet[] {
  return documents.flatMap(({ path, text }) =>
    fences(text)
      .filter(({ lang }) => lang === 'ts' || lang === 'js')
      .map(({ code, line, mark }) => ({
        where: `${path}:${line}`,
        name: `${path.replace(/\.md$/, '').replace(/[^a-z0-9]+/gi, '-')}-${line}`,
        code,
        declares: /^declare /m.test(code),
        isFragment: mark?.startsWith('file: ') === true || /'\.{1,2}\/|from '(node:test|vitest)'/.test(code),
      })),
  );
}
