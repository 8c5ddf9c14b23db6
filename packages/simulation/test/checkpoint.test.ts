import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRegistry, type GoldpanError } from '@goldpan/core';
import { workspacePath } from '@goldpan/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCheckpoint } from '../src/checkpoint.js';
import {
  compareSelectors,
  inlineExecutor,
  parseGoal,
  simulatePlan,
  type Execution,
  type Executor,
  type PlanRequest,
} from '../src/index.js';
import { pilot, registry } from './setting.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goldpan-'));
  path = join(folder, 'plan.checkpoint');
});
afterEach(() => rmSync(folder, { recursive: true }));

const plan = (given: Partial<PlanRequest> = {}, execution: Execution = { workers: 0, checkpoint: path }) =>
  simulatePlan(
    {
      dataset: pilot(),
      registry,
      selector: 'range',
      options: { metric: 'm' },
      truth: 'human',
      goal: parseGoal('kendall=0.8'),
      replicates: 24,
      resampling: { unit: 'items', method: 'bootstrap' },
      ...given,
    },
    execution,
  );
const read = () => readFileSync(path, 'utf8');
const linesOf = (text: string) => text.trimEnd().split('\n');
const jsonOf = (line: string) => JSON.parse(line.slice(line.indexOf(' ') + 1));

/** An executor of this thread that tells which replicates it made. */
function recording(made: number[]): Executor {
  return {
    run: (job, tasks, { onResult, ...hooks }) =>
      inlineExecutor.run(job, tasks, {
        ...hooks,
        onResult: (task, result) => {
          made.push(...result.outcomes.map(({ replicate }) => replicate));
          onResult(task, result);
        },
      }),
  };
}

describe('a checkpoint continues', () => {
  test('an earlier run, with one line cut short, to the same result', async () => {
    const expected = JSON.stringify(await plan({}, { workers: 0 }));
    await plan({ replicates: 10 });
    writeFileSync(path, read().slice(0, -20));
    const made: number[] = [];
    const continued = await plan({}, { executor: recording(made), checkpoint: path });
    expect(JSON.stringify(continued)).toBe(expected);
    expect(made).toEqual(Array.from({ length: 15 }, (_, i) => i + 9));
    expect(linesOf(read())).toHaveLength(25);
  });

  test('a comparison, without making a replicate again', async () => {
    const compare = (execution: Execution) =>
      compareSelectors(
        {
          dataset: pilot(),
          registry,
          contestants: [{ selector: 'range', options: { metric: 'm' } }],
          truths: ['human'],
          measure: 'kendall',
          replicates: 12,
        },
        execution,
      );
    const expected = JSON.stringify(await compare({ workers: 0, checkpoint: path }));
    const made: number[] = [];
    const continued = await compare({ executor: recording(made), checkpoint: path });
    expect(JSON.stringify(continued)).toBe(expected);
    expect(made).toEqual([]);
  });

  test('what was finished before a fault', async () => {
    const failing = plan({ selector: 'throws-sometimes', options: {}, replicates: 400 });
    const { fields } = (await failing.catch((error: GoldpanError) => error)) as GoldpanError;
    const replicates = linesOf(read())
      .slice(1)
      .map((line) => jsonOf(line).replicate);
    expect(replicates.length).toBeGreaterThan(0);
    expect(replicates).toEqual(
      Array.from({ length: fields.replicate as number }, (_, replicate) => replicate),
    );
  });
});

describe('a checkpoint of other inputs is refused with what differs', () => {
  const others: [string, Partial<PlanRequest>][] = [
    ['seed (there 0, here 5)', { seed: 5 }],
    ['data (there "', { dataset: pilot(38) }],
    ['utilities (there "', { dataset: pilot(38) }],
    ['truth (there "human", here "m")', { truth: 'm' }],
    ['options (there {"metric":"m"}, here {"metric":"human"})', { options: { metric: 'human' } }],
    ['goal (there {"text":"kendall=0.8"', { goal: parseGoal('kendall=0.7') }],
    ['costs (there "', { costs: new Float64Array(37).fill(2) }],
    ['resampling (there {"unit":"items"', { resampling: { unit: 'items', method: 'subsample' } }],
  ];
  test.each(others)('%s', async (difference, given) => {
    await plan({ replicates: 2 });
    const before = read();
    const refused = await plan(given).catch((error: GoldpanError) => error);
    expect(refused).toMatchObject({ code: 'OTHER_CHECKPOINT', message: expect.stringContaining(difference) });
    expect(read()).toBe(before);
  });

  test('another version of Goldpan', () => {
    openCheckpoint(path, { goldpan: '0.1.0', seed: 1 }).close();
    expect(() => openCheckpoint(path, { goldpan: '0.2.0', seed: 1 })).toThrow(
      'it differs in goldpan (there "0.1.0", here "0.2.0");',
    );
    expect(() => openCheckpoint(path, { goldpan: '0.1.0' })).toThrow('seed (there 1, here nothing)');
  });

  test('its first line names the version and the plugins', async () => {
    await plan({ replicates: 1 });
    expect(jsonOf(linesOf(read())[0])).toMatchObject({
      goldpan: expect.stringMatching(/^\d+\.\d+\.\d+/),
      'plugin test-plugin': {
        version: expect.stringMatching(/^\d/),
        module: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  test('a plugin whose module has changed, though its name and version are the same', async () => {
    const module = join(folder, 'plugin.mjs');
    copyFileSync(fileURLToPath(new URL('fixtures/test-plugin.mjs', import.meta.url)), module);
    symlinkSync(join(workspacePath, 'node_modules'), join(folder, 'node_modules'));
    const specifier = pathToFileURL(module).href;
    const own = createRegistry([{ plugin: (await import(specifier)).default, specifier }]);
    await plan({ registry: own, replicates: 2 });
    await plan({ registry: own, replicates: 3 });
    writeFileSync(module, `${readFileSync(module, 'utf8')}// changed\n`);
    await expect(plan({ registry: own })).rejects.toMatchObject({
      code: 'OTHER_CHECKPOINT',
      fields: { differences: [expect.stringMatching(/^plugin test-plugin \(there .*"module"/)] },
    });
  });
});

describe('a checkpoint that was tampered with is refused with the line', () => {
  test('wherever a digit is another one', async () => {
    await plan({ replicates: 4 });
    const lines = linesOf(read());
    for (const [l, line] of lines.entries()) {
      const digit = line.lastIndexOf('0');
      const changed = `${line.slice(0, digit)}1${line.slice(digit + 1)}`;
      writeFileSync(path, `${lines.with(l, changed).join('\n')}\n`);
      await expect(plan(), `line ${l + 1}`).rejects.toMatchObject({
        code: 'DAMAGED_CHECKPOINT',
        fields: { line: l + 1 },
      });
    }
  });

  test('where a line is of another simulation', async () => {
    await plan({ replicates: 3 });
    const lines = linesOf(read());
    rmSync(path);
    await plan({ replicates: 3, seed: 1 });
    writeFileSync(path, `${lines.with(2, linesOf(read())[2]).join('\n')}\n`);
    await expect(plan()).rejects.toMatchObject({ code: 'DAMAGED_CHECKPOINT', fields: { line: 3 } });
  });

  test('where a line is no JSON, or has no checksum', async () => {
    for (const text of ['{"replicate": oops\n', '{"seed":0}\n', '\n', 'hello']) {
      writeFileSync(path, text);
      await expect(plan()).rejects.toMatchObject({ code: 'DAMAGED_CHECKPOINT', fields: { line: 1 } });
      expect(read()).toBe(text);
    }
  });

  test('but a first line that was cut short is begun anew', async () => {
    await plan({ replicates: 2 });
    const whole = read();
    for (const length of [0, 5, linesOf(whole)[0].length]) {
      writeFileSync(path, whole.slice(0, length));
      await plan({ replicates: 2 });
      expect(read()).toBe(whole);
    }
  });
});

describe('a checkpoint that cannot be kept is named', () => {
  test('where it is a folder, or its folder is not there', async () => {
    for (const checkpoint of [folder, join(folder, 'none', 'plan')])
      await expect(plan({}, { workers: 0, checkpoint })).rejects.toMatchObject({
        code: 'CHECKPOINT_FAILED',
        what: expect.stringContaining(checkpoint),
      });
  });

  test.runIf(process.platform === 'linux')('where the disk is full', async () => {
    symlinkSync('/dev/full', path);
    await expect(plan()).rejects.toMatchObject({
      code: 'CHECKPOINT_FAILED',
      what: expect.stringContaining('ENOSPC'),
    });
  });
});
