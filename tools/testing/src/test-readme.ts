import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

/**
 * Runs every `ts` block of a package's README as a module of its own, one test per block. In a block,
 * `expression; // → value` asserts what the expression gives (typed arrays compare as lists) and
 * `expression; // throws CODE` the code of the error it throws. A block that asserts nothing fails.
 *
 * @param packageRoot - folder of the README, as `import.meta.dirname` of a test gives it with `..`
 */
export function testReadme(packageRoot: string): void {
  const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)];
  blocks.forEach(([, code], b) => {
    const line = readme.slice(0, blocks[b].index).split('\n').length;
    test(`the example at line ${line} of the README is true`, async () => {
      const folder = join(packageRoot, 'out-tsc', 'readme');
      mkdirSync(folder, { recursive: true });
      const file = join(folder, `example-${b + 1}.ts`);
      writeFileSync(file, executable(code));
      await import(/* @vite-ignore */ pathToFileURL(file).href);
      expect.hasAssertions();
    });
  });
  test('the README has examples', () => expect(blocks.length).toBeGreaterThan(0));
}

function executable(code: string): string {
  const lines = code.split('\n').map((line) => {
    const [, left, sign, right] = /^(.*?);? *\/\/ (→|throws) (.*)$/.exec(line) ?? [];
    if (left === undefined) return line;
    if (sign === '→') return `expect(plain(${left}), ${JSON.stringify(line)}).toEqual(plain(${right}));`;
    return `await expect((async () => ${left})(), ${JSON.stringify(line)}).rejects.toMatchObject({ code: '${right}' });`;
  });
  return [
    `import { expect } from 'vitest';`,
    `const plain = (value: any) => (ArrayBuffer.isView(value) ? Array.from(value as any) : value);`,
    ...lines,
  ].join('\n');
}
