/**
 * Stryker's settings for one package: only its files are copied, and only its tests run.
 *
 * @param tooSlow - tests that are left out, from the package's folder
 */
export function mutate(name, tooSlow = []) {
  const folder = `packages/${name}`;
  return {
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    mutate: [`${folder}/src/**/*.ts`, '!**/index.ts', '!**/error-catalogue.ts'],
    vitest: { configFile: `${folder}/vitest.config.ts` },
    ignorePatterns: [
      '**',
      '!package.json',
      '!tsconfig.base.json',
      '!vitest.shared.ts',
      `!${folder}/**`,
      ...['dist', 'out-tsc', ...tooSlow].map((path) => `${folder}/${path}`),
    ],
    coverageAnalysis: 'perTest',
    // A mutant of a constant would need every test anew.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `tmp/mutation-${name}.json`,
    tempDirName: `tmp/mutation-${name}`,
    timeoutMS: 2000,
    concurrency: 2,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { logTests: false, reportTests: false },
    thresholds: { high: 95, low: 85, break: 85 },
  };
}
