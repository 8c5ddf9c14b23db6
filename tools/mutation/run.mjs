// npm run mutation -- [packages] [--sample 250] [--seed 1]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mutantsOf, sampleOf } from './mutants.mjs';
import { STUCK } from './stuck.mjs';
import { scoreOf } from './score.mjs';

/** Test files that are left out, for they run for a minute with each mutant; with them a score could only be higher. */
const LEFT_OUT = { evaluation: ['**/spa-golden.test.ts'], simulation: ['**/frozen.test.ts'] };
/** Tests that take more processor time than this are not tried, in milliseconds. */
const SLOWEST = 4000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    slowest: { type: 'string', default: String(SLOWEST) },
  },
});
const all = ['stats', 'evaluation', 'core', 'costs', 'budget', 'estimation', 'simulation'];

for (const name of positionals.length > 0 ? positionals : all) {
  const mutants = await mutantsOf(name);
  const sample = sampleOf(mutants, Number(values.sample), values.seed);
  const outcomes = outcomesOf(name, sample);
  for (const mutant of sample) {
    if (outcomes[mutant.id] !== 'Killed') console.log(line(mutant, outcomes[mutant.id]));
  }
  const score = scoreOf(Object.values(outcomes), mutants.length);
  console.log(`${name}: ${score.text}`);
  if (score.percent < 85) process.exitCode = 1;
}

/** What becomes of each mutant, by id. Starts anew without a mutant that never ends. */
function outcomesOf(name, sample) {
  mkdirSync('tmp', { recursive: true });
  const path = `tmp/mutation-${name}.json`;
  let state = {
    outcomes: Object.fromEntries(sample.map(({ id }) => [id, 'NoCoverage'])),
    leftOut: LEFT_OUT[name] ?? [],
    slowest: Number(values.slowest),
    slow: 0,
    notRepeatable: 0,
    done: [],
  };
  for (;;) {
    writeFileSync(path, JSON.stringify({ ...state, trying: undefined }));
    const ended = tried(name, path);
    state = JSON.parse(readFileSync(path, 'utf8'));
    if (ended) break;
    state.outcomes[state.trying] = 'Timeout';
  }
  console.log(`${name}: ${state.slow} tests were too slow to try, ${state.notRepeatable} cannot run twice`);
  return state.outcomes;
}

/** Runs all tests; false where one of them got nowhere. */
function tried(name, path) {
  const program = new URL('run-tests.mjs', import.meta.url).pathname;
  const { status, signal } = spawnSync(process.execPath, [program, name, path], { stdio: 'inherit' });
  if (status !== 0 && status !== STUCK)
    throw new Error(`the tests of ${name} ended with ${status ?? signal}`);
  return status === 0;
}

function line({ fileName, location, mutatorName, replacement }, outcome) {
  const where = `${fileName}:${location.start.line + 1}:${location.start.column + 1}`;
  return `${outcome} ${where} ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 150)}`;
}
