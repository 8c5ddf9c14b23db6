import { describe, expect, test } from 'vitest';
import { anchorsAndLinks } from '../src/markdown/anchors-and-links.js';
import { fences } from '../src/markdown/fences.js';
import { render } from '../src/markdown/render.js';
import { slug } from '../src/markdown/slug.js';

const block = (lang: string, code: string) => `\`\`\`${lang}\n${code}\`\`\`\n`;

describe('fences', () => {
  test('a fence has its language, its line, its place and the comment above it', () => {
    const text = `# A\n\n${block('sh', 'ls\n')}\n<!-- output, first 2 lines -->\n\n${block('', 'a\nb\n')}`;
    const [first, second] = fences(text);
    expect(first).toMatchObject({ lang: 'sh', code: 'ls\n', line: 4, mark: undefined });
    expect(second).toMatchObject({ lang: '', code: 'a\nb\n', mark: 'output, first 2 lines' });
    expect(text.slice(second.start, second.end)).toBe('a\nb\n');
  });

  test('an empty fence has empty code', () => {
    expect(fences(block('ts', ''))).toMatchObject([{ code: '' }]);
  });

  test('a comment that does not stand directly above a fence is none of its', () => {
    expect(fences(`<!-- output -->\n\nText.\n\n${block('', 'x\n')}`)[0].mark).toBeUndefined();
  });
});

describe('anchors', () => {
  test('are as GitHub makes them, repeated ones with a number', () => {
    const seen = new Map<string, number>();
    const of = (heading: string) => slug(heading, seen);
    expect(of('Where it departs from `x`')).toBe('where-it-departs-from-x');
    expect(of('Pairs & ties, 90 %')).toBe('pairs--ties-90-');
    expect(of('Größe')).toBe('größe');
    expect([of('Errors'), of('Errors'), of('Errors')]).toEqual(['errors', 'errors-1', 'errors-2']);
  });

  test('headings, identifiers, links and images are found', () => {
    const { anchors, links } = anchorsAndLinks(
      '# A **b** `c-d`\n\n<a id="here"></a>\n\nSee [x](y.md#z) and ![p](q.svg).\n\n    [no](code.md)\n',
    );
    expect([...anchors]).toEqual(['a-b-c-d', 'here']);
    expect(links).toEqual(['y.md#z', 'q.svg']);
  });
});

describe('pages', () => {
  test('links are led into the site and headings can be linked to', () => {
    const html = render('<!-- end -->\n\n## A & B\n\n[x](y.md)\n', (href) => `to/${href}`);
    expect(html).toContain('<h2 id="a--b">');
    expect(html).toContain('href="to/y.md"');
    expect(html).not.toContain('<!--');
  });

  test('tables can be scrolled and keep their alignment', () => {
    const html = render('| a | b |\n| --- | --: |\n| `1` | 2 |\n', (href) => href);
    expect(html).toContain('<div class="table" tabindex="0">');
    expect(html).toContain('<td><code>1</code></td><td style="text-align:right">2</td>');
  });
});
