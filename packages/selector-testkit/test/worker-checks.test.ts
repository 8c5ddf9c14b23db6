import { createRegistry, type Selector } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import type { Setup } from '../src/index.js';
import { workerChecks } from '../src/node/index.js';
import plugin, { builds, depends, exits, failsThere } from './fixtures/plugin.js';
import { sound, variant } from './selectors.js';

const specifier = new URL('./fixtures/plugin.ts', import.meta.url).href;
const registry = createRegistry([{ plugin, specifier }]);
const only = (selector: Selector, setup: Setup = {}, module = specifier) =>
  workerChecks(selector, { specifier: module }, { runs: 4, ...setup })[0].run();

describe('a selector that is the same in a worker passes', () => {
  for (const { name, run } of workerChecks(sound, { specifier }, { options: { power: 3 } })) test(name, run);

  test('though it draws and builds on another', () => only(builds, { registry }));
});

describe('the kit finds a selector that', () => {
  test('answers otherwise in a worker', () =>
    expect(only(depends)).rejects.toThrow(
      'must give the same in a worker as here; utilities[0] was 1, then 2',
    ));

  test('fails in a worker only', () =>
    expect(only(failsThere)).rejects.toThrow(
      'here it gave a selection, there the error RangeError: no device, on {"items":',
    ));

  test('ends the worker', () => expect(only(exits)).rejects.toThrow('the worker ended with exit code 7'));

  test('is not what its module exports', () =>
    expect(only(variant({ name: 'other' }))).rejects.toThrow('there the error UNKNOWN_SELECTOR'));

  test('has a module that cannot be loaded', () =>
    expect(only(sound, {}, `${specifier}.nowhere`)).rejects.toThrow('Cannot find module'));
});

test('an expected failure is turned round', async () => {
  const expectedFailures = { 'gives the same bytes in a worker': 'uses a device' };
  await only(failsThere, { expectedFailures });
  await expect(only(sound, { expectedFailures })).rejects.toThrow('(uses a device), but the check holds');
});
