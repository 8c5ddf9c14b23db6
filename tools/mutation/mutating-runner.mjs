import { readFileSync, writeFileSync } from 'node:fs';
import { VitestTestRunner } from 'vitest/runners';

/** Mutants may do so many times as much as the source does: then they never end. */
const HIT_LIMIT = 100;

/**
 * Runs every test once as it is, then once more for each mutant that it reaches and that no test has found out yet: modules are loaded
 * once for all mutants. What a package computes while it is loaded is therefore never mutated, nor what tests compute outside of tests.
 */
export default class MutatingRunner extends VitestTestRunner {
  async runTask(test) {
    const state = stateOf(process.env.GOLDPAN_MUTATION);
    // After a mutant that never ended, tests go on where they were.
    if (state.done.includes(test.id)) return;
    const run = VitestTestRunner.getTestFn(test);
    const reached = await this.#unchanged(state, run);
    if (reached === undefined) return;
    for (const [id, hits] of Object.entries(reached)) {
      if (state.outcomes[id] === 'Killed' || state.outcomes[id] === 'Timeout') continue;
      state.outcomes[id] = 'Survived';
      this.onBeforeTryTask(test);
      save(state, id);
      if (!(await holds(id, hits, run))) state.outcomes[id] = 'Killed';
    }
    state.done.push(test.id);
    save(state);
    this.onBeforeTryTask(test);
  }

  /** What is reached while modules are loaded, and in no test, is left out. */
  onAfterRunFiles() {
    super.onAfterRunFiles();
    const state = stateOf(process.env.GOLDPAN_MUTATION);
    for (const id of Object.keys(globalThis.__stryker__?.mutantCoverage?.static ?? {}))
      if (state.outcomes[id] === 'NoCoverage') state.outcomes[id] = 'Static';
    save(state);
  }

  /** How often a test reaches each mutant; undefined where it takes too long, or does not hold a second time. */
  async #unchanged(state, run) {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.activeMutant = 'none';
    stryker.currentTestId = 'test';
    stryker.mutantCoverage ??= { static: {}, perTest: {} };
    stryker.mutantCoverage.perTest = {};
    const started = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(started);
    stryker.currentTestId = undefined;
    if ((user + system) / 1000 > state.slowest) {
      state.slow++;
      return undefined;
    }
    try {
      await run();
    } catch {
      state.notRepeatable++;
      return undefined;
    }
    return stryker.mutantCoverage.perTest.test ?? {};
  }
}

/** Whether a test holds for a mutant. */
async function holds(id, hits, run) {
  const stryker = globalThis.__stryker__;
  Object.assign(stryker, { activeMutant: id, hitCount: 0, hitLimit: HIT_LIMIT * hits });
  try {
    await run();
    return true;
  } catch {
    return false;
  } finally {
    Object.assign(stryker, { activeMutant: 'none', hitCount: undefined });
  }
}

let known;
function stateOf(path) {
  return (known ??= JSON.parse(readFileSync(path, 'utf8')));
}

/** Written down before each trial, so that a mutant that never ends is known by name. */
function save(state, trying) {
  writeFileSync(process.env.GOLDPAN_MUTATION, JSON.stringify({ ...state, trying }));
}
