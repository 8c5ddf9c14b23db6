import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../src/commands/run-command.js';
import { documents, root } from '../src/paths.js';

const tutorials = documents()
  .filter(({ path }) => /^examples\/\d{3}-/.test(path))
  .map(({ path, text }) => ({ folder: dirname(path), text }));

describe('the examples', () => {
  test('are numbered 1 to 6', () => {
    expect(tutorials.map(({ folder }) => folder.slice(9, 12))).toEqual([
      '001',
      '002',
      '003',
      '004',
      '005',
      '006',
    ]);
  });

  test.each(tutorials)('$folder prints what its page says', async ({ folder, text }) => {
    const { output, problem } = await runCommand(['node', `${folder}/run.mjs`], root);
    expect(problem).toBeUndefined();
    expect(text).toContain(`\`\`\`\n${output}\`\`\``);
  });

  test('the plugin of the last one keeps the contract', async () => {
    const script = 'examples/005-own-selector-plugin/test.mjs';
    expect(existsSync(join(root, script))).toBe(true);
    const { output, problem } = await runCommand(['node', '--test', script], root);
    expect(problem).toBeUndefined();
    expect(output).toMatch(/pass \d\d/);
  });
});
