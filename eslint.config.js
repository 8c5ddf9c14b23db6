import js from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import ts from 'typescript-eslint';

// The arrows are checked on the project graph. Without one, as on a fresh clone, that rule would pass everything in silence.
await createProjectGraphAsync({ exitOnError: false });

/** Which packages each kind of package may import: the arrows of the architecture. */
const arrows = {
  testing: [],
  stats: [],
  core: [],
  selector: ['core', 'stats'],
  costs: ['core', 'stats'],
  budget: ['core', 'stats'],
  evaluation: ['core', 'stats'],
  estimation: ['core', 'stats'],
  simulation: ['core', 'stats', 'evaluation', 'estimation'],
  executor: ['core', 'stats', 'simulation'],
  formats: ['core', 'stats'],
  workflows: [
    'core',
    'stats',
    'selector',
    'costs',
    'budget',
    'evaluation',
    'estimation',
    'simulation',
    'formats',
  ],
  report: ['core'],
  'selector-testkit': ['core'],
  cli: [
    'stats',
    'core',
    'selector',
    'costs',
    'evaluation',
    'simulation',
    'executor',
    'budget',
    'formats',
    'report',
    'workflows',
  ],
  tool: ['*'],
};

const boundaries = (further = []) =>
  Object.entries(arrows).map(([type, allowed]) => ({
    sourceTag: `type:${type}`,
    onlyDependOnLibsWithTags: allowed.includes('*')
      ? ['*']
      : ['testing', ...allowed, ...further].map((name) => `type:${name}`),
  }));

/** A part of a package may be loaded when first used, and the rest of it at once. */
const checked = { enforceBuildableLibDependency: true, checkDynamicDependenciesExceptions: ['.*'] };

/** Packages that also run in a browser: no Node, no clock, no ambient randomness. */
const platformFree = [
  'core',
  'stats',
  'selector-*',
  'evaluation',
  'estimation',
  'report',
  'budget',
  'costs',
].map((name) => `packages/${name}/src/**/*.ts`);
const ambient = [
  'process',
  'Buffer',
  'require',
  '__dirname',
  '__filename',
  'performance',
  'fetch',
  'setTimeout',
];

/** One idea per file, and a screen per function; blank lines and comments are free. */
const lengths = {
  'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
};

const queueOfExecutor = {
  group: ['bullmq', 'ioredis'],
  message: 'Only executor-bullmq speaks with Redis.',
};
const poolOfSimulation = { group: ['piscina'], message: 'Only simulation has a worker pool.' };
const node = { group: ['node:*'], message: 'This package also runs in a browser.' };

export default ts.config(
  {
    ignores: [
      '**/dist',
      '**/out-tsc',
      '**/coverage',
      '.nx',
      'docs/api',
      'docs/site',
      'packages/cli/bundle',
      '**/*.d.ts',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'prefer-const': 'error',
      eqeqeq: 'error',
      'no-control-regex': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take numbers from stream(seed, label, index).' },
      ],
    },
  },
  {
    files: ['packages/**/*.ts', 'tools/**/*.ts'],
    ignores: ['**/vitest.config.ts'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', { ...checked, depConstraints: boundaries() }],
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'tools/*/src/**/*.ts'],
    // Written by a build.
    ignores: ['packages/report/src/html/client.ts'],
    rules: lengths,
  },
  {
    // All errors of a package stand in one list, however many they are.
    files: ['packages/*/src/errors.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // A family of models is a set of functions around one workspace, which none of the calls in a fit allocates anew.
    files: ['packages/selector-irt/src/families/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Plugins prove themselves with the conformance kit.
    files: ['packages/{selector-*,budget,costs,estimation,evaluation}/test/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { ...checked, depConstraints: boundaries(['selector-testkit']) },
      ],
    },
  },
  {
    // Whoever hands simulations over tries one that estimates.
    files: ['packages/executor-bullmq/test/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', { ...checked, depConstraints: boundaries(['estimation']) }],
    },
  },
  {
    files: ['packages/**/*.ts', 'tools/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [poolOfSimulation, queueOfExecutor] }] },
  },
  {
    files: ['packages/simulation/src/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [queueOfExecutor] }] },
  },
  {
    files: ['packages/executor-bullmq/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [poolOfSimulation] }] },
  },
  {
    files: platformFree,
    ignores: ['packages/*/src/node/**', 'packages/selector-testkit/src/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [node, poolOfSimulation, queueOfExecutor] }],
      'no-restricted-globals': ['error', ...ambient, { name: 'Date', message: 'No clock in results.' }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        AbortController: 'readonly',
      },
    },
  },
);
