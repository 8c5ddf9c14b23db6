import { marked, type Token, type Tokens } from 'marked';
import { slug } from './slug.js';

/** What a document can be linked to, and what it links to. */
export interface AnchorsAndLinks {
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly string[];
}

/** The anchors and the targets of all links and images of a Markdown document. */
export function anchorsAndLinks(text: string): AnchorsAndLinks {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  const links: string[] = [];
  marked.walkTokens(marked.lexer(text), (token: Token) => {
    if (token.type === 'heading') anchors.add(slug(plainText(token as Tokens.Heading), seen));
    if (token.type === 'link' || token.type === 'image') links.push((token as Tokens.Link).href);
    if (token.type === 'html') for (const [, id] of token.raw.matchAll(/\bid="([^"]+)"/g)) anchors.add(id);
  });
  return { anchors, links };
}

/** The text of a heading without its markup. */
export function plainText({ tokens }: { tokens: readonly Token[] }): string {
  return tokens
    .map((token) => {
      if ('tokens' in token && token.tokens) return plainText({ tokens: token.tokens });
      return token.type === 'html' ? '' : 'text' in token ? unescape(token.text) : '';
    })
    .join('');
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
