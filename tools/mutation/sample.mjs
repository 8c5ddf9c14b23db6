import { createHash } from 'node:crypto';
import { relative } from 'node:path';

/** Lets a seeded sample of the mutants through; Stryker keeps the others out of its score as if they did not compile. */
export const strykerPlugins = [{ kind: 'Checker', name: 'sample', factory: sampleChecker }];

sampleChecker.inject = ['options'];
function sampleChecker({ sample: { size, seed } }) {
  return {
    async init() {},
    // All mutants at once: a sample is drawn from the whole.
    group: async (mutants) => [mutants.map(({ id }) => id)],
    check: async (mutants) => {
      const inDrawOrder = mutants
        .map((mutant) => ({ id: mutant.id, order: drawOrder(seed, mutant) }))
        .sort((a, b) => (a.order < b.order ? -1 : 1));
      return Object.fromEntries(
        inDrawOrder.map(({ id }, drawn) => [
          id,
          drawn < size ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' },
        ]),
      );
    },
  };
}

/** The same for the same mutant in any clone, whatever else changed. */
function drawOrder(seed, { fileName, location, mutatorName, replacement }) {
  const identity = [seed, relative('.', fileName), location, mutatorName, replacement];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex');
}
