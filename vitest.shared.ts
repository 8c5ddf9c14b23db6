import { basename } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Prefer the TypeScript source of sibling packages, so that tests need no build. */
const conditions = ['@goldpan/source', 'module', 'import', 'default'];

/** The vitest settings every package shares. */
export function packageTests(packageRoot: string): ViteUserConfig {
  return defineConfig({
    root: packageRoot,
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name: basename(packageRoot),
      include: ['test/**/*.test.ts'],
      testTimeout: 600_000,
      hookTimeout: 600_000,
      // A mutant is tried in seconds rather than in tens of them where test files share what they import.
      isolate: process.env['STRYKER_MUTATOR_WORKER'] === undefined,
    },
  });
}
