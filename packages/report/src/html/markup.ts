import { visibleText } from '../format/plain-text.js';
import { escapeXml } from '../svg/svg-text.js';

/** Text that is HTML already. Only `html` and `trusted` make it, so that nothing else is written unescaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = Markup | string | number | false | undefined | readonly Value[];

/** HTML of a template: every value is escaped, unless it is HTML already; `false` and `undefined` are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const parts = strings.map((string) => string.replace(INDENT, '\n'));
  return new Markup(parts.reduce((text, part, index) => text + written(values[index - 1]) + part));
}

/** HTML that this package made by other means than `html`. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** A text of the data: escaped, and its direction does not reach beyond it. */
export function data(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** White space by which the source is laid out. */
const INDENT = /\n\s+/g;

function written(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return escapeXml(visibleText(String(value)));
}
