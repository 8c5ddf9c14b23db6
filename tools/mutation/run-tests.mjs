// Runs the tests of a package with mutants switched on one after another: node run-tests.mjs <package> <state>
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { startVitest } from 'vitest/node';
import { sourcesWith } from './mutants.mjs';
import { endWhenStuck } from './stuck.mjs';

const [name, state] = process.argv.slice(2);
process.env.GOLDPAN_MUTATION = state;
const { outcomes, leftOut } = JSON.parse(readFileSync(state, 'utf8'));
const sources = await sourcesWith(name, new Set(Object.keys(outcomes)));

endWhenStuck(state);
await startVitest(
  'test',
  [],
  {
    root: `packages/${name}`,
    watch: false,
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    pool: 'threads',
    runner: new URL('mutating-runner.mjs', import.meta.url).pathname,
    exclude: leftOut,
    reporters: [{}],
  },
  {
    plugins: [
      { name: 'mutants', enforce: 'pre', load: (id) => sources.get(relative('.', id.split('?')[0])) },
    ],
  },
);
process.exit(0);
