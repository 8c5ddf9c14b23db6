import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './client.js';
import { html, trusted, type Markup } from './markup.js';

/** What a page may do: run its own script, use its own style sheet, and nothing else. */
const POLICY = [
  "default-src 'none'",
  `script-src '${SCRIPT_HASH}'`,
  `style-src '${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A page that stands alone: it loads nothing, and a policy keeps it from doing so. */
export function pageHtml({ title, header, main }: { title: string; header: Markup; main: Markup }): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="Goldpan" />
        <title>${title}</title>
        ${trusted(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <header>${header}<button id="theme" type="button" hidden>Theme</button></header>
        <main>${main}</main>
        ${trusted(`<script>${SCRIPT}</script>`)}
      </body>
    </html> `;
  return page.text;
}
