import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { htmlOf } from '../src/html.js';
import { shortened, textLimit } from '../src/html/fit-texts.js';
import { viewOf } from '../src/view/view-of.js';
import { hostileResults } from './hostile-results.js';
import { largeSelection } from './large-selection.js';
import { madeUpResults } from './made-up-items.js';

const { compare, plan, select } = madeUpResults();
const bytes = (text: string) => new TextEncoder().encode(text).length;

test('the page allows its own script and style sheet by their hashes, and nothing else', () => {
  const page = htmlOf(compare);
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)![1];
  const hashOf = (tag: string) => {
    const [, content] = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page)!;
    return `sha256-${createHash('sha256').update(content).digest('base64')}`;
  };
  expect(policy).toBe(
    `default-src 'none'; script-src '${hashOf('script')}'; style-src '${hashOf('style')}'; base-uri 'none'; form-action 'none'`,
  );
  expect(page.indexOf(policy), 'before anything it rules').toBeLessThan(page.indexOf('<style>'));
});

test('the page holds no address, no inline style and no handler', () => {
  for (const page of [htmlOf(Object.values(madeUpResults())), htmlOf(hostileResults())]) {
    const tags = [...page.replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, '').matchAll(/<[a-z][^>]*>/g)].map(
      ([tag]) => tag,
    );
    expect(tags.length).toBeGreaterThan(300);
    const attributes = tags.flatMap((tag) => [...tag.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g)]);
    const suspect = attributes.filter(
      ([, name, value]) =>
        /^(src|srcset|style|action|on.*)$/.test(name) || (name === 'href' && !value.startsWith('#')),
    );
    expect(suspect.map(([text]) => text)).toEqual([]);
    expect(tags.filter((tag) => /https?:/.test(tag))).toEqual([]);
  }
});

test('the same results give the same bytes', () => {
  expect(htmlOf([compare, select])).toBe(htmlOf([compare, select]));
});

test('results are sections in the order given, with an index where there are several', () => {
  const page = htmlOf([plan, compare, plan]);
  const anchors = [...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
  expect(anchors).toEqual(['plan-1', 'compare-2', 'plan-3']);
  expect([...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual(anchors);
  expect(htmlOf(plan)).not.toContain('<nav');
});

test('identifiers are unique', () => {
  const ids = [...htmlOf([select, compare, select]).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the title is the question and the answer, or what is asked for', () => {
  const { title, answer } = viewOf(plan);
  const shown = /<title>(.*)<\/title>/.exec(htmlOf(plan))![1];
  expect(shown.startsWith(`${title} `)).toBe(true);
  expect(answer.startsWith(shown.slice(title.length + 1))).toBe(true);
  expect(htmlOf(plan, { title: 'R&D <1>' })).toContain('<title>R&#38;D &#60;1&#62;</title>');
});

test('a report of nothing is refused', () => {
  expect(() => htmlOf([])).toThrow(expect.objectContaining({ code: 'NOTHING_TO_REPORT' }));
});

describe('the size of a page', () => {
  test('long texts are cut to what is allowed, and the page says so', () => {
    const result = largeSelection(120, 4);
    const whole = htmlOf(result);
    const cut = htmlOf(result, { maxBytes: 100_000 });
    expect(whole).not.toContain('"cut":');
    expect(cut).toMatch(/"cut":\d+,/);
    expect(bytes(whole)).toBeGreaterThan(150_000);
    expect(bytes(cut)).toBeLessThanOrEqual(100_000);
    expect(bytes(cut)).toBeGreaterThan(80_000);
  });

  test('short texts stay whole while long ones are cut', () => {
    const texts = ['short', 'a'.repeat(1000), 'b'.repeat(500)];
    const limit = textLimit(texts, 800);
    expect(limit.cut).toBe(2);
    const cut = texts.map((text) => shortened(text, limit));
    expect(cut[0]).toBe('short');
    expect(cut.reduce((sum, text) => sum + bytes(JSON.stringify(text)), 0)).toBeLessThanOrEqual(800);
    expect(cut[1].length).toBe(cut[2].length);
    expect(textLimit(texts, 2000)).toEqual({ characters: Infinity, cut: 0 });
  });

  test('a pair of surrogates is never split', () => {
    expect(shortened('ab👩cd', { characters: 3, cut: 1 })).toBe('ab…');
    expect(shortened('ab👩cd', { characters: 4, cut: 1 })).toBe('ab👩…');
  });
});
