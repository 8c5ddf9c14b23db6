import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { workspace } from '../src/workspace.js';

process.env['NX_DAEMON'] = 'false';
const eslint = new ESLint({ cwd: workspace });

/** The rules that a text breaks where it stands in a file. */
async function broken(file: string, text: string): Promise<(string | null)[]> {
  const [{ messages }] = await eslint.lintText(`${text}\n`, { filePath: join(workspace, file) });
  return messages.map(({ ruleId }) => ruleId);
}

const lines = (count: number, indent = '') => `${indent}x += 1;\n\n${indent}// why\n`.repeat(count);
const fileOf = (count: number) => `export let x = 0;\n${lines(count - 1)}`;
const functionOf = (count: number) =>
  `export function f(x: number) {\n${lines(count - 3, '  ')}  return x;\n}`;

describe('lint refuses', () => {
  const inCore = 'packages/core/src/stream.ts';
  const inStats = 'packages/stats/src/index.ts';
  const inVariance = 'packages/selector-variance/src/index.ts';
  test.each([
    [
      'randomness that no seed leads to',
      inCore,
      'export const x = Math.random();',
      'no-restricted-properties',
    ],
    ['Node where a browser may be', inStats, `export * from 'node:fs';`, 'no-restricted-imports'],
    ['a worker pool outside of simulation', inStats, `export * from 'piscina';`, 'no-restricted-imports'],
    [
      'a worker pool in the program',
      'packages/cli/src/x.ts',
      `export * from 'piscina';`,
      'no-restricted-imports',
    ],
    [
      'Redis outside of its executor',
      'packages/simulation/src/x.ts',
      `export * from 'bullmq';`,
      'no-restricted-imports',
    ],
    ['the clock in results', inStats, 'export const now = () => new Date();', 'no-restricted-globals'],
    ['the process where a browser may be', inCore, 'export const x = process.env;', 'no-restricted-globals'],
    [
      'an arrow from core to a selector',
      inCore,
      `export * from '@goldpan/selector-random';`,
      '@nx/enforce-module-boundaries',
    ],
    [
      'an arrow between selectors',
      inVariance,
      `export * from '@goldpan/selector-random';`,
      '@nx/enforce-module-boundaries',
    ],
    [
      'a selector that leans on evaluation',
      inVariance,
      `export * from '@goldpan/evaluation';`,
      '@nx/enforce-module-boundaries',
    ],
    [
      'files of another package by their path',
      inVariance,
      `export * from '../../core/src/index.js';`,
      '@nx/enforce-module-boundaries',
    ],
    [
      'the conformance kit outside of tests',
      inVariance,
      `export * from '@goldpan/selector-testkit';`,
      '@nx/enforce-module-boundaries',
    ],
    ['a file of more than 200 lines', inVariance, fileOf(201), 'max-lines'],
    ['a function of more than 60 lines', inVariance, functionOf(61), 'max-lines-per-function'],
    ['the same in a tool', 'tools/docs/src/check.ts', functionOf(61), 'max-lines-per-function'],
  ])('%s', async (_law, file, text, rule) => {
    expect(await broken(file, text)).toEqual([rule]);
  });

  test.each([
    [inVariance, `export { mean } from '@goldpan/stats';`],
    ['packages/selector-variance/test/x.test.ts', `export * from '@goldpan/selector-testkit';`],
    ['packages/cli/src/main.ts', `export * from 'node:fs';\nexport * from '@goldpan/formats';`],
    ['packages/simulation/src/x.ts', `export { Piscina } from 'piscina';`],
    [inVariance, fileOf(200)],
    [inVariance, functionOf(60)],
    ['packages/core/src/errors.ts', fileOf(201)],
    ['packages/selector-irt/src/families/graded.ts', functionOf(61)],
  ])('nothing that is allowed in %s', async (file, text) => {
    expect(await broken(file, text)).toEqual([]);
  });
});
