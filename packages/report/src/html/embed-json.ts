import { HIDDEN, spelledOut } from '../format/plain-text.js';
import { type Markup, trusted } from './markup.js';

/** JSON inside a page, as data that never runs. Nothing in it can end the element, whatever the data holds. */
export function embedJson(id: string, value: unknown): Markup {
  return trusted(`<script type="application/json" id="${id}">${escapedJson(value)}</script>`);
}

const OBEYED = new RegExp(`[<>&]|${HIDDEN.source}`, 'g');

/** JSON without any character that HTML, or a reader of its source, would obey. */
export function escapedJson(value: unknown): string {
  return JSON.stringify(value).replace(OBEYED, spelledOut);
}
