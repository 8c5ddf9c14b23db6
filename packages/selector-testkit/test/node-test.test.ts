import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspacePath } from '@goldpan/testing';
import { expect, onTestFinished, test } from 'vitest';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const [lines] = readme.split("```js\n").filter((block) => block.includes("from 'node:test'"))[0].split('```'); // prettier-ignore

/** Runs the lines of the README for `node --test` on a selector, in a folder from which the packages are found. */
function nodeTest(select: string) {
  mkdirSync(join(workspacePath, 'tmp'), { recursive: true });
  const folder = mkdtempSync(join(workspacePath, 'tmp/node-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['src', 'test']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'src/index.js'),
    `import { defineSelector, z } from '@goldpan/core';
    export const longestSource = defineSelector({
      name: 'longest-source', summary: 'Longest sources first.', needs: ['sources'],
      traits: { deterministic: true }, options: z.object({}), select: ${select},
    });`,
  );
  writeFileSync(join(folder, 'test/kit.test.js'), lines);
  const source = ['--conditions=@goldpan/source', '--import', import.meta.resolve('tsx')];
  return spawnSync(process.execPath, [...source, '--test', 'test/kit.test.js'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  });
}

test('a sound selector passes under node:test, by the lines of the README', () => {
  const { status, stdout } = nodeTest(
    '({ sources }) => ({ utilities: Float64Array.from(sources, (text) => text?.length ?? 0) })',
  );
  expect(stdout).toMatch(/pass \d\d\n/);
  expect(status).toBe(0);
});

test('a broken one fails there, with the message of its check', () => {
  const { status, stdout } = nodeTest('({ ids }) => ({ ranking: ids.map((_, item) => item) })');
  expect(stdout).toContain('must permute its answer with the items');
  expect(status).toBe(1);
});
