import { Marked, type Tokens } from 'marked';
import { plainText } from './anchors-and-links.js';
import { slug } from './slug.js';

/**
 * A Markdown document as HTML, headings with the anchors GitHub gives them.
 *
 * @param target - where a link or image leads in the site
 */
export function render(text: string, target: (href: string) => string): string {
  const seen = new Map<string, number>();
  const marked = new Marked({
    renderer: {
      heading(token: Tokens.Heading) {
        const id = slug(plainText(token), seen);
        const inside = this.parser.parseInline(token.tokens);
        return `<h${token.depth} id="${id}">${inside} <a class="anchor" href="#${id}" aria-label="Link to this heading">#</a></h${token.depth}>\n`;
      },
      table(token: Tokens.Table) {
        const row = (cells: readonly Tokens.TableCell[], tag: string) =>
          `<tr>${cells.map((cell) => `<${tag}${cell.align ? ` style="text-align:${cell.align}"` : ''}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>\n`;
        const body = token.rows.map((cells) => row(cells, 'td')).join('');
        return `<div class="table" tabindex="0"><table><thead>${row(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>\n`;
      },
    },
    walkTokens(token) {
      if (token.type === 'link' || token.type === 'image') token.href = target(token.href);
    },
  });
  // Comments are for the generator.
  return marked.parse(text.replace(/^<!--[\s\S]*?-->\n/gm, ''), { async: false });
}
