import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import type { WorkspacePackage } from './public-packages.js';

/** A name that a package exports, and the file that declares it; what comes from another package is that one's. */
export interface ExportedName {
  readonly name: string;
  /** From the folder of the package. */
  readonly file: string;
  readonly isType: boolean;
}

/** What the entry points of a package export by name. Re-exports are followed within the package. */
export function exportedNames({ folder, manifest }: WorkspacePackage): ExportedName[] {
  const entries = Object.values(manifest.exports ?? {}).flatMap((entry) =>
    typeof entry === 'string' ? [] : (entry['@goldpan/source'] ?? []),
  );
  const found = entries.flatMap((entry) => namesOf(join(folder, entry)));
  const distinct = new Map(found.map((one) => [`${one.name} ${one.file}`, one]));
  return [...distinct.values()].map((one) => ({ ...one, file: relative(folder, one.file) }));
}

function namesOf(file: string): ExportedName[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) ? reExported(statement, file) : declared(statement, file),
  );
}

function reExported(statement: ts.ExportDeclaration, file: string): ExportedName[] {
  const { moduleSpecifier, exportClause } = statement;
  const specifier = (moduleSpecifier as ts.StringLiteral | undefined)?.text;
  if (specifier !== undefined && !specifier.startsWith('.')) return [];
  const from = specifier === undefined ? file : join(dirname(file), specifier.replace(/\.js$/, '.ts'));
  if (!existsSync(from)) throw new Error(`${file} exports from ${specifier}, of which there is no source`);
  if (exportClause === undefined) return namesOf(from);
  if (!ts.isNamedExports(exportClause)) throw new Error(`${file} must export names, not all of ${specifier}`);
  const theirs = from === file ? [] : namesOf(from);
  return exportClause.elements.map(({ name, propertyName, isTypeOnly }) => {
    const own = theirs.find((one) => one.name === (propertyName ?? name).text);
    const isType = statement.isTypeOnly || isTypeOnly;
    return { name: name.text, file: own?.file ?? from, isType: own?.isType ?? isType };
  });
}

function declared(statement: ts.Statement, file: string): ExportedName[] {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  const names = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name)
    : [(statement as ts.DeclarationStatement).name];
  return names.flatMap((name) =>
    name !== undefined && ts.isIdentifier(name) ? { name: name.text, file, isType } : [],
  );
}
