import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInLoaders } from '@goldpan/formats';
import { afterAll, describe, expect, test } from 'vitest';
import { readCorpus } from '../src/corpus.js';
import { hunt, type Failure } from '../src/hunt.js';
import { makeInput } from '../src/make-input.js';
import { placeInput } from '../src/place-input.js';
import { tryInput } from '../src/try-input.js';

const folder = mkdtempSync(join(tmpdir(), 'goldpan-fuzz-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const corpus = readCorpus();

describe('the corpus', () => {
  test('has a sound input for every loader', () => {
    const formats = new Set(corpus.readings.map(({ use }) => use.format));
    expect(builtInLoaders.map(({ name }) => name).filter((name) => !formats.has(name))).toEqual([]);
  });

  test.each([...corpus.readings, ...corpus.commands].map((input) => [input.name, input] as const))(
    'the sound input %s ends well',
    async (_name, input) => {
      placeInput(folder, input);
      expect(await tryInput(folder, input.use)).toBeUndefined();
    },
  );
});

test('an input is the same whenever it is made, and another for another number', () => {
  const [one, again, other] = [7, 7, 8].map((number) => makeInput(corpus, 3, number));
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test('inputs of a committed seed are read, or refused with an error of a catalogue', async () => {
  const problems: unknown[] = [];
  for (let number = 0; number < 400; number++) {
    const input = makeInput(corpus, 0, number);
    placeInput(folder, input);
    const problem = await tryInput(folder, input.use);
    if (problem !== undefined) problems.push({ number, name: input.name, problem });
  }
  expect(problems).toEqual([]);
});

test('crashes, hangs and unhandled rejections are told apart, and the hunt goes on behind each', async () => {
  const failures: Failure[] = [];
  await hunt({
    ...{ seed: 0, from: 0, to: 9, folder, limit: 1000 },
    worker: new URL('./broken-worker.mjs', import.meta.url),
    onFailure: (failure) => failures.push(failure),
  });
  expect(failures.map(({ kind, number }) => [kind, number])).toEqual([
    ['crash', 1],
    ['rejection', 3],
    ['hang', 5],
    ['crash', 7],
  ]);
});
