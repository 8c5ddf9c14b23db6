import { marked, type Tokens } from 'marked';
import { plainText } from './anchors-and-links.js';
import { slug } from './slug.js';

/** A heading that can be linked to. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly id: string;
}

/** The headings of a Markdown document in order, with the anchors GitHub gives them. */
export function headings(text: string): Heading[] {
  const seen = new Map<string, number>();
  return marked
    .lexer(text)
    .filter((token): token is Tokens.Heading => token.type === 'heading')
    .map((token) => ({ depth: token.depth, text: plainText(token), id: slug(plainText(token), seen) }));
}
