import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.js';

/** A code that a package's source makes errors with. */
export interface DefinedCode {
  readonly code: string;
  /** What the catalogue should say of it, where the source says it. */
  readonly summary?: string;
  /** Whether any package uses the definition. */
  readonly isUsed: boolean;
}

/**
 * Finds the definitions of error codes in a package's source: `defineError(…)`, and classes of errors with a code.
 *
 * @param everywhere - the sources of all packages, for they may use what this one defines
 */
export function definedCodes(sources: readonly string[], everywhere: readonly string[]): DefinedCode[] {
  return sources.flatMap((text) => [
    ...[...text.matchAll(/const (\w+) = defineError\(\s*'([A-Z_]+)'/g)].map(([, name, code]) => ({
      code,
      isUsed: everywhere.some((other) => uses(other, name)),
    })),
    ...[...text.matchAll(/new (?:Stats|Create)Error\(\s*'([A-Z_]+)'/g)].map(([, code]) => ({
      code,
      isUsed: true,
    })),
  ]);
}

/** The text of every TypeScript file of a package. */
export function sourcesOf(folder: string): string[] {
  const source = join(root, folder, 'src');
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(source, name), 'utf8'));
}

/** A call or a reference that is neither the definition nor an import or export. */
function uses(text: string, name: string): boolean {
  const elsewhere = text
    .replace(new RegExp(`const ${name} = `), '')
    .replace(/^(import|export) [^;=(]*?;/gm, '');
  return new RegExp(`\\b${name}\\b`).test(elsewhere);
}
