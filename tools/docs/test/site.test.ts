import { expect, test } from 'vitest';
import { headings } from '../src/markdown/headings.js';
import { layout } from '../src/site/layout.js';
import { linkTarget } from '../src/site/link-target.js';
import { sections } from '../src/site/pages.js';

const page = (source: string, path: string) => ({ source, path, title: path });
const home = page('README.md', 'index.html');
const errors = page('docs/errors.md', 'errors.html');
const core = page('packages/core/README.md', 'packages/core.html');
const pages = [home, errors, core];
const plain = { html: '<p>x</p>', headings: [] };

test.each([
  ['docs/errors.md#codes', home, 'errors.html#codes'],
  ['../packages/core', errors, 'packages/core.html'],
  ['../packages/core/README.md#a', errors, 'packages/core.html#a'],
  ['../../docs/errors.md', core, '../errors.html'],
  ['pictures/spa.svg', errors, 'pictures/spa.svg'],
  ['LICENSE', home, '../../LICENSE'],
  ['src/index.ts', core, '../../../packages/core/src/index.ts'],
  ['#here', core, '#here'],
  ['https://zod.dev', core, 'https://zod.dev'],
])('%s leads to the right place', (href, from, target) => {
  expect(linkTarget(href, from, pages)).toBe(target);
});

test('a page has its navigation, its neighbours and no address of the network', () => {
  const html = layout(errors, plain, [{ title: 'All', pages }]);
  expect(html).toContain('<a href="errors.html" aria-current="page">');
  expect(html).toContain('rel="prev"');
  expect(html).toContain('href="packages/core.html" rel="next"');
  expect(html).not.toMatch(/https?:/);
});

test('a title cannot break out of its place', () => {
  expect(layout({ ...errors, title: '<script>x' }, plain, [])).not.toContain('<script>x');
});

test('a page of several parts lists them', () => {
  const text = '# A\n\n## B & `c`\n\n### D\n\n## E\n\n## E\n';
  const html = layout(errors, { html: '', headings: headings(text) }, []);
  expect([...html.matchAll(/<li><a href="#([^"]+)">([^<]+)</g)].map(([, id, title]) => [id, title])).toEqual([
    ['b--c', 'B &#38; c'],
    ['e', 'E'],
    ['e-1', 'E'],
  ]);
  expect(layout(errors, plain, [])).not.toContain('On this page');
});

test('the page of a package leads to its API', () => {
  const all = sections((source) => (source.includes('core') ? '@goldpan/core' : source));
  const page = all.flatMap((section) => section.pages).find(({ title }) => title === '@goldpan/core')!;
  expect(layout(page, plain, all)).toContain('href="../api/modules/_goldpan_core.html"');
});

test('every page of the site has a place of its own', () => {
  const all = sections((source) => source).flatMap((section) => section.pages);
  expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(20);
});
