import { join } from 'node:path';
import ts from 'typescript';
import type { WorkspacePackage } from './public-packages.js';

const PRINTING = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;

/**
 * What each package offers to the outside, as text: for every entry of `exports` that has a source, a line per exported name with
 * its kind and type, and a line per member of a type. Sorted by name, so that a change of the surface is a change of lines.
 *
 * @returns texts by package name
 */
export function apiReports(packages: readonly WorkspacePackage[]): Map<string, string> {
  const entries = packages.map((one) => ({ name: one.name, paths: entryPaths(one) }));
  const program = ts.createProgram(
    entries.flatMap(({ paths }) => [...paths.values()]),
    {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      customConditions: ['@goldpan/source'],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    },
  );
  return new Map(
    entries.map(({ name, paths }) => [
      name,
      Array.from(paths, ([entry, path]) => [`# ${entry}`, ...exportsOf(program, path)].join('\n')).join(
        '\n\n',
      ) + '\n',
    ]),
  );
}

/** The source of each entry of `exports`, by what an importer writes. */
function entryPaths({ name, folder, manifest }: WorkspacePackage): Map<string, string> {
  const paths = new Map<string, string>();
  for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
    const source = typeof target === 'string' ? undefined : target['@goldpan/source'];
    if (source?.endsWith('.ts')) paths.set(name + entry.slice(1), join(folder, source));
  }
  return paths;
}

function exportsOf(program: ts.Program, path: string): string[] {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(path)!);
  const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
  return symbols
    .map((symbol) => ({
      name: symbol.name,
      target: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, target }) => describe(checker, name, target));
}

function describe(checker: ts.TypeChecker, name: string, symbol: ts.Symbol): string[] {
  const lines: string[] = [];
  if (symbol.flags & ts.SymbolFlags.Value) {
    const type = checker.getTypeOfSymbol(symbol);
    const kind = symbol.flags & ts.SymbolFlags.Function ? 'function' : 'value';
    lines.push(`${kind} ${name}: ${print(checker, type)}`);
  }
  if (symbol.flags & ts.SymbolFlags.Type) lines.push(...describeType(checker, name, symbol));
  return lines;
}

function describeType(checker: ts.TypeChecker, name: string, symbol: ts.Symbol): string[] {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  if (!(symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class))) {
    return [
      `type ${name} = ${checker.typeToString(type, undefined, PRINTING | ts.TypeFormatFlags.InTypeAlias)}`,
    ];
  }
  const seen = type.getProperties().filter(({ name }) => !name.startsWith('#') && !name.startsWith('__#'));
  const members = seen.map((member) => {
    const optional = member.flags & ts.SymbolFlags.Optional ? '?' : '';
    return `  ${member.name}${optional}: ${print(checker, checker.getTypeOfSymbol(member))}`;
  });
  return [`interface ${name}`, ...members.sort()];
}

/** A type on one line, without the paths of the machine that an unexported type would be named by. */
function print(checker: ts.TypeChecker, type: ts.Type): string {
  return checker
    .typeToString(type, undefined, PRINTING)
    .replace(/typeof import\("[^"]*"\)/g, 'a module')
    .replace(/import\("[^"]*"\)\./g, '')
    .replace(/\s+/g, ' ');
}
