import { describe, expect, test } from 'vitest';
import { checkErrors } from '../src/checks/check-errors.js';
import { checkLinks } from '../src/checks/check-links.js';
import { checkRuns } from '../src/checks/check-runs.js';
import { checkTypes } from '../src/checks/check-types.js';
import { snippets } from '../src/checks/snippets.js';
import { definedCodes } from '../src/generate/defined-codes.js';
import { cataloguedCodes } from '../src/generate/error-tables.js';
import { packageFacts } from '../src/generate/package-facts.js';
import { documents } from '../src/paths.js';

const page = (text: string) => ({ path: 'docs/page.md', text });
const ts = (code: string) => snippets([page(`\`\`\`ts\n${code}\n\`\`\`\n`)]);

test('links to files and headings that do not exist are found', () => {
  const text =
    '# A\n\n[1](#a) [2](#b) [3](../README.md#try-it) [4](../README.md#tri-it) [5](none.md) [6](https://x.org/y)\n';
  const found = checkLinks([page(text)]).map((problem) => /(#b|#tri-it|none\.md)/.exec(problem)?.[1]);
  expect(found).toEqual(['#b', '#tri-it', 'none.md']);
});

describe('snippets', () => {
  test('a snippet that is right passes', async () => {
    const right = ts(
      "import { parseBudget } from '@goldpan/core';\nparseBudget('3', { size: 9 }); // → { items: 3 }\nparseBudget('x', { size: 9 }); // throws INVALID_BUDGET\nconsole.log([1, 2]); // [ 1, 2 ]",
    );
    expect(await checkTypes(right)).toEqual([]);
    expect(await checkRuns(right)).toEqual([]);
  });

  test('what does not compile is found', async () => {
    expect(await checkTypes(ts("import { nothing } from '@goldpan/core';\nnothing();"))).toMatchObject(
      [/no exported member/].map((text) => expect.stringMatching(text)),
    );
  });

  test.each([
    ['1 + 1; // → 3', /gives 2/],
    ['console.log(1 + 1); // 3', /gives '2'/],
    ["await Promise.reject(new Error('no')); // throws CODE", /throws Error: no/],
    ["throw new Error('loud');", /loud/],
  ])('%s is found', async (code, text) => {
    expect(await checkRuns(ts(code))).toMatchObject([expect.stringMatching(text)]);
  });

  test('a fragment is not run, but what it imports must exist', async () => {
    const fragment = ts(
      "import { own } from './own.js';\nimport { defineSelectr } from '@goldpan/core';\nown();",
    );
    expect(await checkRuns(fragment)).toEqual([]);
    expect(await checkTypes(fragment)).toEqual([expect.stringContaining('does not export defineSelectr')]);
  });
});

describe('error codes', () => {
  const facts = (codes: string[], catalogue: string[], isUsed = true) => [
    {
      name: '@goldpan/x',
      folder: 'packages/x',
      description: '',
      catalogue: catalogue.map((code) => ({ code, summary: '' })),
      defined: codes.map((code) => ({ code, isUsed })),
    },
  ];

  test('definitions, catalogue and uses must be the same set', () => {
    expect(checkErrors(facts(['A'], ['A']))).toEqual([]);
    expect(checkErrors(facts(['A'], []))).toEqual(['@goldpan/x: A is in no catalogue']);
    expect(checkErrors(facts([], ['A']))).toEqual(['@goldpan/x: nothing defines A']);
    expect(checkErrors(facts(['A'], ['A'], false))).toEqual(['@goldpan/x: nothing throws A']);
  });

  test('two packages cannot share a code, and one cannot list it twice', () => {
    const [x] = facts(['A'], ['A']);
    expect(checkErrors([x, { ...x, name: '@goldpan/y' }])).toEqual([
      '@goldpan/y: A is a code of @goldpan/x too',
    ]);
    expect(checkErrors(facts(['A'], ['A', 'A']))).toEqual(['@goldpan/x: A is a code of @goldpan/x too']);
  });

  test('what the packages define, list and throw, and what the page says, is the same set', async () => {
    const real = await packageFacts();
    expect(checkErrors(real)).toEqual([]);
    const { text } = documents().find(({ path }) => path === 'docs/errors.md')!;
    const onPage = [...text.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code);
    expect(onPage.sort()).toEqual(
      real
        .flatMap(cataloguedCodes)
        .map(({ code }) => code)
        .sort(),
    );
    expect(onPage.length).toBeGreaterThan(100);
  });

  test('definitions are found in the source, and whether they are used', () => {
    const source =
      "export const far = defineError(\n  'TOO_FAR',\n  'x', () => ({}));\nexport const near = defineError('NEAR', 'y', f);";
    const user = "import { far, near } from './errors.js';\nthrow far();";
    expect(definedCodes([source], [source, user])).toEqual([
      { code: 'TOO_FAR', isUsed: true },
      { code: 'NEAR', isUsed: false },
    ]);
  });
});
