import type { PackageFacts } from '../generate/package-facts.js';
import { refresh } from '../generate/refresh.js';
import type { Document } from '../paths.js';

/** Documents whose generated parts differ from what would be generated now. */
export async function checkFresh(
  documents: readonly Document[],
  facts: readonly PackageFacts[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const document of documents) {
    try {
      const fresh = await refresh(document, facts);
      if (fresh !== document.text)
        problems.push(`${document.path}: ${firstDifference(document.text, fresh)}; run npm run docs`);
    } catch (error) {
      problems.push(String(error instanceof Error ? error.message : error));
    }
  }
  return problems;
}

function firstDifference(old: string, fresh: string): string {
  const [before, after] = [old.split('\n'), fresh.split('\n')];
  const line = after.findIndex((text, l) => text !== before[l]);
  const shown = (text: string | undefined) => JSON.stringify(text ?? 'the end');
  return `line ${line + 1} is ${shown(before[line])}, should be ${shown(after[line])}`;
}
