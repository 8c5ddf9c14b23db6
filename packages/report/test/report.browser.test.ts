import type { ResultDocument } from '@goldpan/core';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { htmlOf } from '../src/html.js';
import { svgsOf } from '../src/svg.js';
import { chromiumPath, launchChromium, testInChromium } from './chromium.js';
import { HOSTILE, hostileResults } from './hostile-results.js';
import { largeSelection } from './large-selection.js';
import { madeUpResults } from './made-up-items.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goldpan-report-'));
  if (chromiumPath !== undefined) browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** Addresses that the page asked for, its own left out. */
  readonly requests: readonly string[];
  /** What the console said, policy violations included, and errors. */
  readonly complaints: readonly string[];
}

async function open(
  results: ResultDocument | readonly ResultDocument[],
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const path = join(folder, 'report.html');
  writeFileSync(path, htmlOf(results));
  const address = pathToFileURL(path).href;
  const page = await browser.newPage(options);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => request.url() !== address && requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  await page.goto(address);
  return { page, requests, complaints };
}

describe('a page of hostile data', () => {
  testInChromium('runs nothing, asks for nothing and shows everything as text', async () => {
    const { page, requests, complaints } = await open(hostileResults());
    for (const button of await page.locator('.items [aria-expanded]').all()) await button.click();
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(await page.locator('img, iframe, object, embed, base, form').count()).toBe(0);
    expect(await page.locator('script').count(), 'the data and the script').toBe(2);
    expect(await page.locator('a:not([href^="#"])').count()).toBe(0);
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    for (const sample of HOSTILE.filter((one) => !/[\u0000-\u001f\ud800]/.test(one))) {
      expect(text, 'shown as it is').toContain(sample);
    }
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  testInChromium('keeps directions of text inside their place', async () => {
    const { page } = await open(hostileResults());
    const loose = await page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!;
        const skipped = parent.closest('script, svg') !== null;
        if (!skipped && /[\u202e\u2066]/.test(node.textContent!) && parent.closest('bdi, [dir]') === null) {
          found.push(parent.tagName);
        }
      }
      return found;
    });
    expect(loose).toEqual([]);
    await page.close();
  });

  testInChromium('its charts are well-formed XML', async () => {
    const page = await browser.newPage();
    const charts = hostileResults().flatMap((result) => svgsOf(result));
    expect(charts.length).toBeGreaterThan(9);
    const faults = await page.evaluate(
      (svgs) =>
        svgs.filter((svg) => {
          const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
          return parsed.querySelector('parsererror, script, style, foreignObject') !== null;
        }),
      charts.map(({ svg }) => svg),
    );
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('accessibility', () => {
  const results = Object.values(madeUpResults());
  const looks = [
    { colorScheme: 'light', width: 1200 },
    { colorScheme: 'dark', width: 390 },
  ] as const;
  for (const { colorScheme, width } of looks) {
    testInChromium(`axe finds nothing in the ${colorScheme} theme at ${width} pixels`, async () => {
      const { page } = await open(results, { colorScheme, viewport: { width, height: 900 } });
      await page.locator('.items [aria-expanded]').first().click();
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      await page.evaluate(axeSource);
      const violations = await page.evaluate(async () => {
        const found = await (window as any).axe.run();
        return found.violations.map(({ id, impact, nodes }: any) => [id, impact, nodes[0].html]);
      });
      expect(violations).toEqual([]);
      await page.close();
    });
  }

  testInChromium('nothing needs to be scrolled sideways on a telephone', async () => {
    const { page } = await open(results, { viewport: { width: 390, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.close();
  });
});

describe('working with a page', () => {
  const { compare, select } = madeUpResults();
  const names = (page: Page) => page.locator('.items tbody tr:not(.detail) th').allInnerTexts();

  testInChromium('the switch changes the theme that the system set', async () => {
    const { page } = await open(compare, { colorScheme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.getByRole('button', { name: 'Light theme' }).click();
    expect(await background()).not.toBe(dark);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    expect(await background()).toBe(dark);
    await page.close();
  });

  testInChromium('the items sort by their headers with the keyboard alone', async () => {
    const { page } = await open(select);
    const header = page.locator('.items thead th', { hasText: 'utility' });
    await header.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    expect(await names(page)).toEqual(select.chosen.map(({ id }) => id));
    await page.keyboard.press('Enter');
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    expect(await names(page)).toEqual(select.chosen.map(({ id }) => id).reverse());
    expect(await page.locator('.items thead [aria-sort]').count(), 'one sorted column').toBe(1);
    await page.close();
  });

  testInChromium('an item opens with the keyboard and shows its outputs, best score first', async () => {
    const { page } = await open(select);
    const item = select.chosen[2];
    const button = page.getByRole('button', { name: item.id, exact: true });
    await button.focus();
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).not.toBe(
      'none',
    );
    await page.keyboard.press('Space');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    const shown = await page.locator('.outputs bdi').allInnerTexts();
    const best = item.outputs!.toSorted((a, b) => b.score! - a.score!);
    expect(shown).toEqual(best.map(({ system }) => system));
    expect(await page.locator('.outputs .text').first().innerText()).toBe(best[0].text);
    await page.close();
  });

  testInChromium('a search finds ids, sources and outputs, and says how many', async () => {
    const { page } = await open(select);
    const [item] = select.chosen;
    await page.getByRole('searchbox').fill(item.outputs![3].text!.toUpperCase());
    expect(await names(page)).toEqual([item.id]);
    expect(await page.getByRole('status').innerText()).toBe(
      `1 of ${select.chosen.length} items have this text.`,
    );
    await page.getByRole('searchbox').fill('nothing has this');
    expect(await names(page)).toEqual([]);
    await page.close();
  });

  testInChromium('a table sorts numbers as numbers and keeps what is missing at the end', async () => {
    const { page } = await open(compare);
    const column = () => page.locator('table[data-sortable] tbody tr td:nth-child(3)').allInnerTexts();
    const header = page.locator('table[data-sortable] th', { hasText: 'gain' });
    const value = (text: string) => Number(text.replace('\u2212', '-'));
    await header.getByRole('button').click();
    const down = await column();
    expect(down.at(-1)).toBe('');
    expect(down.slice(0, -1).map(value)).toEqual(
      compare.selectors.map(({ gain }) => Number(gain.mean.toFixed(3))).sort((a, b) => b - a),
    );
    await header.getByRole('button').click();
    expect((await column()).at(-1)).toBe('');
    await page.close();
  });
});

testInChromium('a long table is folded, keeps to its length when sorted, and opens', async () => {
  const { compare } = madeUpResults();
  const selectors = Array.from({ length: 30 }, (_, k) => ({
    ...compare.selectors[0],
    name: `selector-${k}`,
    gain: { mean: k, low: k, high: k },
  }));
  const { page } = await open({ ...compare, selectors });
  const shown = () =>
    page.locator('table[data-sortable]').first().locator('tbody th:visible').allInnerTexts();
  expect((await shown()).length).toBe(20);
  await page.getByRole('button', { name: 'gain' }).click();
  expect((await shown())[0]).toMatch(/^selector-29/);
  expect((await shown()).length).toBe(20);
  await page.getByRole('button', { name: 'Show all 31 rows' }).click();
  expect((await shown()).length).toBe(31);
  await page.close();
});

testInChromium('2,000 items of 15 systems stay within 5 MB and are shown 50 at a time', async () => {
  const result = largeSelection(2000, 15);
  const { page } = await open(result);
  expect(statSync(join(folder, 'report.html')).size).toBeLessThanOrEqual(5_000_000);
  expect(await page.locator('.items tbody tr:not(.detail)').count()).toBe(50);
  expect(await page.locator('main').innerText()).toMatch(/texts of more than \d+ characters are cut/);
  await page.getByRole('button', { name: 'Show 50 more' }).click();
  expect(await page.locator('.items tbody tr:not(.detail)').count()).toBe(100);
  await page.getByRole('searchbox').fill(result.chosen.at(-1)!.id);
  expect(await page.getByRole('status').innerText()).toBe('1 of 2,000 items have this text.');
  await page.close();
});
