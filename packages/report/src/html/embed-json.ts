import { type Markup, trusted } from './markup.js';

/** JSON inside a page, as data that never runs. Nothing in it can end the element, whatever the data holds. */
export function embedJson(id: string, value: unknown): Markup {
  return trusted(`<script type="application/json" id="${id}">${escapedJson(value)}</script>`);
}

/** JSON without any character that HTML, or a reader of its source, would obey. */
export function escapedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
