import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/**
 * Files that need each other in a circle to run, as lists of paths relative to the folder; each circle ends where it began.
 *
 * @param folder - all `.ts` files below it are looked at
 * @param options - `types`: files that need each other to be compiled count too; default false
 */
export function importCycles(folder: string, { types = false } = {}): string[][] {
  const imports = new Map(sourcesIn(folder).map((file) => [file, relativeImports(file, types)]));
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) cycles.push([...path.slice(at), file].map((one) => relative(folder, one)));
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const next of imports.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of imports.keys()) visit(file);
  return cycles;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The files of the same package that must be there before a file can run, or be compiled; `import(…)` waits until it is called. */
function relativeImports(file: string, types: boolean): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements
    .filter((statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
    .filter((one) => types || !(ts.isExportDeclaration(one) ? one.isTypeOnly : one.importClause?.isTypeOnly))
    .map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral | undefined)?.text ?? '')
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(file), specifier.replace(/\.js$/, '.ts')));
}
