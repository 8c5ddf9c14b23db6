import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspacePath } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { readNeuralCard } from '../src/node/index.js';

const folder = join(workspacePath, 'tools/export-neural');
const python = (...args: string[]) =>
  spawnSync('python3', ['-B', ...args], { cwd: folder, encoding: 'utf8' });
const absent = python('--version').status !== 0;
const title = absent ? ' (needs python3)' : '';

test.skipIf(absent)(`the export script parses and explains itself${title}`, () => {
  const { status, stdout } = python('export.py', '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('--direction');
});

test.skipIf(absent)(`the export script asks for what it does not know of a model${title}`, () => {
  const { status, stderr } = python('export.py', 'someone/else', 'out', '--licence', 'MIT');
  expect(status).not.toBe(0);
  expect(stderr).toContain('give --family and --predicts and --direction');
});

test.skipIf(absent)(`the script's cards are cards, with high predicted variance first${title}`, async () => {
  const program = `
import json, export
described = export.describe(export.parse_arguments(["zouharvi/PreCOMET-var", "out", "--licence", "MIT"]))
described.pop("family")
print(json.dumps(export.make_card(name="m", max_tokens=510, licence="MIT", checks=[("ä", 0.25)], **described)))
`;
  const { stdout } = python('-c', program);
  const out = mkdtempSync(join(tmpdir(), 'goldpan-card-'));
  writeFileSync(join(out, 'goldpan-card.json'), stdout);
  const card = await readNeuralCard(out);
  rmSync(out, { recursive: true });
  expect(card).toMatchObject({ direction: 'higher-first', 'max-tokens': 510 });
  expect(card.checks).toEqual([{ text: 'ä', prediction: 0.25 }]);
});
