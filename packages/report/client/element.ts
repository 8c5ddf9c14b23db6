/** Makes an element. Text goes in as text and never as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A text of the data, whose direction does not reach beyond it. */
export function isolated(text: string): HTMLElement {
  return element('bdi', {}, text);
}

/** Numbers of one column alike: whole where all are whole, otherwise with `digits` after the point. */
export function numberFormat(
  values: readonly (number | null)[],
  digits: number,
): (value: number | null) => string {
  const whole = values.every((value) => value === null || Number.isInteger(value));
  const fine = values.every((value) => value === null || Math.abs(value) < 0.0005);
  const places = whole ? 0 : fine ? 6 : digits;
  return (value) => (value === null ? '–' : value.toFixed(places).replace('-', '\u2212'));
}
