import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { scratchRoot } from '../paths.js';
import type { Snippet } from './snippets.js';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ['@goldpan/source'],
  types: ['node'],
  strict: true,
  // Readers may paste an example into JavaScript, where parameters have no types.
  noImplicitAny: false,
  skipLibCheck: true,
  noEmit: true,
};

/** What the compiler says of the snippets that stand alone; of fragments, whether the names they import exist. */
export async function checkTypes(all: readonly Snippet[]): Promise<string[]> {
  const folder = join(scratchRoot, 'types');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const whole = all.filter(({ isFragment }) => !isFragment);
  const files = new Map(whole.map((snippet) => [join(folder, `${snippet.name}.ts`), snippet]));
  for (const [file, { code }] of files) writeFileSync(file, `${code}\nexport {};\n`);
  const program = ts.createProgram([...files.keys()], options);
  const problems = [...files].flatMap(([file, { where }]) => {
    const source = program.getSourceFile(file)!;
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map((one) => `${where}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`);
  });
  const fragments = all.filter(({ isFragment }) => isFragment).map(fragmentProblems);
  return [...problems, ...(await Promise.all(fragments)).flat()];
}

async function fragmentProblems({ where, code }: Snippet): Promise<string[]> {
  const problems: string[] = [];
  const { diagnostics } = ts.transpileModule(code, { compilerOptions: options, reportDiagnostics: true });
  for (const one of diagnostics ?? [])
    problems.push(`${where}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`);
  for (const [, names, from] of code.matchAll(/^import \{([^}]*)\} from '(@goldpan\/[^']+)'/gm)) {
    const module = await import(from);
    for (const name of names.split(',').map((part) => part.trim().split(' as ')[0])) {
      if (name !== '' && !name.startsWith('type ') && !(name in module))
        problems.push(`${where}: ${from} does not export ${name}`);
    }
  }
  return problems;
}
