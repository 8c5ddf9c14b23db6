import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
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
      setupFiles: [fileURLToPath(new URL('tools/testing/src/property-seed.ts', import.meta.url))],
      // Far above what any test takes, so that a busy machine breaks none; it ends those that hang.
      testTimeout: 3_600_000,
      hookTimeout: 3_600_000,
    },
  });
}
