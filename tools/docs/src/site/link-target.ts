import { dirname, normalize, posix } from 'node:path';
import type { Page } from './pages.js';

/**
 * Where a link of a document leads in the site: to a page of the site where its target is one, to a picture that is copied,
 * and otherwise to the file in the checkout around it.
 *
 * @param from - the page the link is on
 * @param pages - all pages
 */
export function linkTarget(href: string, from: Page, pages: readonly Page[]): string {
  if (/^[a-z]+:/i.test(href) || href.startsWith('#')) return href;
  const [file, anchor] = href.split('#');
  const target = posix.normalize(normalize(posix.join(dirname(from.source), file))).replace(/\/$/, '');
  const hash = anchor === undefined ? '' : `#${anchor}`;
  const page = pages.find(({ source }) => source === target || source === `${target}/README.md`);
  if (page !== undefined) return relative(from, page.path) + hash;
  if (/^docs\/(pictures|images)\//.test(target)) return relative(from, target.replace('docs/', ''));
  return relative(from, `../../${target}`) + hash;
}

/** A path of the site as seen from a page. */
export function relative(from: Pick<Page, 'path'>, path: string): string {
  return '../'.repeat(from.path.split('/').length - 1) + path;
}
