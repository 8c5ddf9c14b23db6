import { format, resolveConfig } from 'prettier';
import { join } from 'node:path';
import { root, type Document } from '../paths.js';
import { fillTables } from './fill-tables.js';
import type { PackageFacts } from './package-facts.js';
import { quoteFiles } from './quote-files.js';
import { quoteOutputs } from './quote-outputs.js';

/**
 * A document with everything in it that is generated made anew: tables, quoted files, quoted outputs.
 *
 * @throws Error naming the document when a part cannot be made
 */
export async function refresh({ path, text }: Document, facts: readonly PackageFacts[]): Promise<string> {
  try {
    const fresh = await quoteOutputs(quoteFiles(fillTables(text, facts)));
    if (fresh === text) return text;
    const file = join(root, path);
    return await format(fresh, { ...(await resolveConfig(file)), filepath: file });
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
