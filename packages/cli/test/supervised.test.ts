import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exampleDataPath } from '@goldpan/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from './run.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const bin = fileURLToPath(new URL('../bundle/bin.js', import.meta.url));
const core = new URL('../../core/dist/index.js', import.meta.url).href;
const data = exampleDataPath('biomqm_de-en.jsonl');

const plugin = folder.write(
  'rude.mjs',
  `import { defineSelector, z } from ${JSON.stringify(core)};
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const rude = (name, be) =>
  defineSelector({
    name,
    summary: 's',
    needs: [],
    options: z.object({}),
    async select(dataset) {
      await be();
      return { utilities: new Float64Array(dataset.size) };
    },
  });
export default {
  name: 'goldpan-selector-rude',
  selectors: [
    rude('rejects', () => { Promise.reject(undefined); return later(1000); }),
    rude('throws-later', () => { setTimeout(() => { throw new Error('too late'); }, 5); return later(1000); }),
    rude('never', () => new Promise(() => {})),
    rude('exits', () => process.exit(0)),
    rude('says-no', () => { process.exitCode = 1; }),
    rude('goes-on', () => { setInterval(() => {}, 1000); }),
    rude('hoards', () => { const all = []; for (;;) all.push([all.length]); }),
    rude('loops', () => { console.error('looping'); for (;;); }),
  ],
};`,
);

interface Ended {
  readonly code: number | null;
  readonly err: string;
}

interface Call {
  /** What is sent as soon as the selector says that it loops. */
  readonly signals?: readonly NodeJS.Signals[];
  readonly stdout?: number | 'pipe';
}

function select(selector: string, call: Call = {}): Promise<Ended> {
  return goldpan(['select', data, '--budget', '3'], selector, call);
}

function goldpan(
  command: readonly string[],
  selector: string,
  { signals = [], stdout = 'pipe' }: Call = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const args = [...command, '--plugin', plugin, '--selector', selector];
    const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=150' };
    const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['ignore', stdout, 'pipe'] });
    let err = '';
    child.stdout?.resume();
    child.stderr!.on('data', (chunk) => {
      const before = err;
      err += chunk;
      if (!before.includes('looping') && err.includes('looping'))
        for (const signal of signals) child.kill(signal);
    });
    child.on('close', (code) => resolve({ code, err }));
  });
}

describe('a plugin that', () => {
  test.each([
    ['rejects', 'something failed that nobody waited for: nothing', 'FAILED_UNWATCHED'],
    ['throws-later', 'something failed that nobody waited for: too late (file:', 'FAILED_UNWATCHED'],
    ['never', 'it waited for a promise that nothing can settle any more', 'ENDED_EARLY'],
    ['exits', 'process.exit was called', 'ENDED_EARLY'],
  ])('%s is named, with exit code 2 whatever it asks for', async (selector, what, code) => {
    const ended = await select(selector);
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining(what) });
    expect(ended.err).toContain(`the plugin ${JSON.stringify(plugin)}`);
    expect(ended.err).toContain(code);
  });

  test.each([
    ['never', 'ENDED_EARLY'],
    ['exits', 'ENDED_EARLY'],
    ['rejects', 'FAILED_UNWATCHED'],
  ])('%s is named by plan, whose workers never see it', async (selector, code) => {
    const ended = await goldpan(['plan', data, '--replicates', '10', '--workers', '2'], selector);
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining(code) });
    expect(ended.err).toContain(`the plugin ${JSON.stringify(plugin)}`);
  });

  test('sets an exit code, or leaves something running, changes nothing', async () => {
    expect(await select('says-no')).toMatchObject({ code: 0 });
    expect(await select('goes-on')).toMatchObject({ code: 0 });
  });

  test('takes all memory ends the command with a sentence and exit code 2', async () => {
    const { code, err } = await select('hoards');
    expect([code, err]).toEqual([2, expect.stringContaining('NODE_OPTIONS=--max-old-space-size')]);
    expect(err).toContain('OUT_OF_MEMORY');
  });
});

test('a signal ends a command that does not look at it, and so does a second one', async () => {
  for (const signals of [['SIGINT'], ['SIGTERM'], ['SIGINT', 'SIGTERM']] as const)
    expect(await select('loops', { signals })).toMatchObject({
      code: 130,
      err: expect.stringContaining('interrupted'),
    });
});

test.runIf(process.platform === 'linux')(
  'a file that takes only the beginning of what is printed is named, with exit code 2',
  async () => {
    const path = folder.write('cut.json', '');
    const line = `ulimit -f 4; exec "$0" "$@"`;
    const args = [line, process.execPath, bin, 'rank', data, '--json'];
    const ended = await new Promise<Ended>((resolve) => {
      const child = spawn('bash', ['-c', ...args], { stdio: ['ignore', openSync(path, 'w'), 'pipe'] });
      let err = '';
      child.stderr!.on('data', (chunk) => (err += chunk));
      child.on('close', (code) => resolve({ code, err }));
    });
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining('cannot be written: EFBIG')]);
  },
);

test.runIf(process.platform === 'linux')(
  'a disk without room for what is printed is named, with exit code 2',
  async () => {
    const full = openSync('/dev/full', 'w');
    const { code, err } = await select('random', { stdout: full });
    expect([code, err]).toEqual([2, expect.stringContaining('no space left')]);
  },
);
