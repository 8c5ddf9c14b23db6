import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headings } from '../markdown/headings.js';
import { render } from '../markdown/render.js';
import { root } from '../paths.js';
import { layout } from './layout.js';
import { linkTarget } from './link-target.js';
import { sections } from './pages.js';

const style = fileURLToPath(new URL('./style.css', import.meta.url));

/**
 * Writes the site: every page as HTML with relative links only, one style sheet, and the pictures.
 *
 * @param target - the folder of the site; what was in it is removed
 * @returns number of pages
 */
export function buildSite(target: string): number {
  const read = (source: string) => readFileSync(join(root, source), 'utf8');
  const parts = sections((source) => titleOf(read(source)));
  const pages = parts.flatMap((section) => section.pages);
  rmSync(target, { recursive: true, force: true });
  for (const page of pages) {
    const text = read(page.source);
    const titled = /^# /m.test(text) ? text : `# ${page.title}\n\n${text}`;
    const html = render(titled, (href) => linkTarget(href, page, pages));
    const file = join(target, page.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, layout(page, { html, headings: headings(titled) }, parts));
  }
  cpSync(style, join(target, 'style.css'));
  for (const name of ['pictures', 'images']) {
    const folder = join(root, 'docs', name);
    if (existsSync(folder)) cpSync(folder, join(target, name), { recursive: true });
  }
  return pages.length;
}

/** The first heading, without markup. */
function titleOf(text: string): string {
  return (/^# (.+)$/m.exec(text)?.[1] ?? 'Goldpan').replaceAll('`', '');
}
