import { plainText } from '../format/plain-text.js';

/** A text of the data on one line of Markdown, with every character that could mean something escaped. */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replace(/[\\`*_{}[\]<>|#~!$&]/g, '\\$&')
    .replace(/^[-+](?=\s|$)/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
