import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleDataPath } from '@goldpan/testing';
import { afterAll, expect, test } from 'vitest';
import { run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const bin = fileURLToPath(new URL('../bundle/bin.js', import.meta.url));
const data = exampleDataPath('biomqm_de-en.jsonl');

/** Runs the built program. `interrupt` = press Ctrl-C as soon as this file is there. */
function built(args: readonly string[], interrupt?: string): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder.path });
    let out = '';
    let pressed = false;
    child.stdout.on('data', (chunk) => (out += chunk));
    const watch = setInterval(() => {
      if (interrupt === undefined || pressed || !existsSync(interrupt)) return;
      if (readFileSync(interrupt, 'utf8').split('\n').length < 4) return;
      pressed = true;
      child.kill('SIGINT');
    }, 20);
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ code, out });
    });
  });
}

const plan = ['plan', data, '--selector', 'metric-variance', '--metric', 'chrF', '--permutations', '100'];

test('the built program is there: `npm test` builds it first', () => expect(existsSync(bin), bin).toBe(true));

test('built code with workers gives the bytes of the source without', async () => {
  const args = [...plan, '--replicates', '40', '--json'];
  const source = JSON.parse((await run([...args, '--workers', '0'])).out);
  const { reproduce: _reproduce, ...result } = JSON.parse((await built([...args, '--workers', '2'])).out);
  expect(JSON.stringify(result)).toBe(JSON.stringify(source));
});

test('Ctrl-C ends the pool, long before its work is done, with exit code 130, and the checkpoint is whole', async () => {
  const checkpoint = join(folder.path, 'plan.checkpoint');
  const args = [...plan, '--replicates', '1000000', '--workers', '2', '--checkpoint', checkpoint];
  const { code } = await built(args, checkpoint);
  expect(code).toBe(130);
  const lines = readFileSync(checkpoint, 'utf8').split('\n');
  // Each line is a checksum and JSON.
  for (const line of lines.slice(0, -1)) {
    expect(line).toMatch(/^[0-9a-f]+ /);
    expect(() => JSON.parse(line.slice(line.indexOf(' ') + 1))).not.toThrow();
  }
});
