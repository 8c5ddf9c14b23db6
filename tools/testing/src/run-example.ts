import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';

/**
 * Runs TypeScript from documentation as a module of its own. `expression; // → value` asserts what the expression gives
 * (typed arrays compare as lists) and `expression; // throws CODE` the code of the error it throws.
 *
 * @param file - where the module is written; its imports are resolved from there
 * @throws when an assertion fails, or the code asserts nothing
 */
export async function runExample(file: string, code: string): Promise<void> {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, executable(code));
  await import(/* @vite-ignore */ pathToFileURL(file).href);
  expect.hasAssertions();
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
