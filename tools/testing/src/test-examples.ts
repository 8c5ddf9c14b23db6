import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runExample } from './run-example.js';
import { sourceExamples } from './source-examples.js';

/**
 * Runs every `@example` of a package's sources as a module of its own, one test per example; see `runExample` for what an
 * example asserts. With `api`, each function in it must have an example.
 *
 * @param packageRoot - folder that holds `src`
 * @param api - what the package exports: `import * as api from '../src/index.js'`
 */
export function testExamples(packageRoot: string, api: Readonly<Record<string, unknown>> = {}): void {
  const source = join(packageRoot, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
  const examples = files.toSorted().flatMap((file) => {
    return sourceExamples(readFileSync(join(source, file), 'utf8')).map((found) => ({ ...found, file }));
  });
  examples.forEach(({ file, name, line, code }, number) => {
    test(`the example of ${name} (${file}, line ${line}) is true`, () =>
      runExample(join(packageRoot, 'out-tsc', 'examples', `${name}-${number}.ts`), code));
  });
  test('every exported function has an example', () => {
    const shown = new Set(examples.map(({ name }) => name));
    const functions = Object.keys(api).filter((name) => typeof api[name] === 'function');
    expect(functions.filter((name) => !shown.has(name))).toEqual([]);
  });
}
