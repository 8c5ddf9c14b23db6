import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runExample } from './run-example.js';

/**
 * Runs every `ts` block of a package's README as a module of its own, one test per block; see `runExample` for what a block
 * asserts. A block that asserts nothing fails.
 *
 * @param packageRoot - folder of the README, as `import.meta.dirname` of a test gives it with `..`
 */
export function testReadme(packageRoot: string): void {
  const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)];
  blocks.forEach(([, code], b) => {
    const line = readme.slice(0, blocks[b].index).split('\n').length;
    test(`the example at line ${line} of the README is true`, () =>
      runExample(join(packageRoot, 'out-tsc', 'readme', `example-${b + 1}.ts`), code));
  });
  test('the README has examples', () => expect(blocks.length).toBeGreaterThan(0));
}
