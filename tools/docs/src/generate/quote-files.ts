import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fences, type Fence } from '../markdown/fences.js';
import { root } from '../paths.js';
import { replaceCode } from './replace-code.js';

/** A document with the present text of files in its blocks marked `<!-- file: path from the root -->`. */
export function quoteFiles(text: string): string {
  const fresh = new Map<Fence, string>();
  for (const fence of fences(text)) {
    const [, path] = /^file: (.+)$/.exec(fence.mark ?? '') ?? [];
    if (path !== undefined) fresh.set(fence, readFileSync(join(root, path), 'utf8'));
  }
  return replaceCode(text, fresh);
}
