/**
 * Stryker's settings for one package: only its files are copied, and only its tests run.
 *
 * @param tooSlow - tests that are left out, from the package's folder
 */
export function mutate(name, tooSlow = []) {
  const folder = `packages/${name}`;
  return {
    plugins: ['@stryker-mutator/vitest-runner', import.meta.resolve('./sample.mjs')],
    testRunner: 'vitest',
    mutate: [`${folder}/src/**/*.ts`, '!**/index.ts', '!**/error-catalogue.ts'],
    vitest: { configFile: `${folder}/vitest.config.ts`, related: false },
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
    // On a busy machine a mutant must not count as found out because its tests had to wait.
    timeoutMS: 60_000,
    timeoutFactor: 5,
    concurrency: 1,
    reporters: ['progress-append-only'],
    warnings: { unknownOptions: false },
  };
}
