import { type Markup, trusted } from './markup.js';

/** JSON inside a page, as data that never runs. Nothing in it can end the element, whatever the data holds. */
export function embedJson(id: string, value: unknown): Markup {
  return trusted(`<script type="application/json" id="${id}">${escapedJson(value)}</script>`);
}

/** JSON without any character that HTML would see. */
export function escapedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
