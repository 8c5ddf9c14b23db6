const LEFT_OUT = new Set(['class', 'style', 'xmlns', 'xmlns:xlink']);
const LONG_FRACTION = /\d+\.\d{3,}/g;

/** The parts of a DOM node that writing it needs. */
interface NodeLike {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<NodeLike>;
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>;
}

/**
 * An SVG element as text. Style sheets, classes and inline styles are left out (pages forbid them), text is escaped,
 * coordinates are cut to two digits after the point.
 */
export function svgText(node: NodeLike): string {
  if (node.nodeType === 3) return escapeXml(node.textContent ?? '');
  const name = node.localName ?? '';
  if (node.nodeType !== 1 || name === 'style') return '';
  const attributes = Array.from(node.attributes ?? [])
    .filter(
      ({ name: attribute }) => !LEFT_OUT.has(attribute) && (name === 'svg' || !attribute.startsWith('aria-')),
    )
    .map((attribute) => ` ${attribute.name}="${escapeXml(shorten(attribute.name, attribute.value))}"`);
  const children = Array.from(node.childNodes, svgText).join('');
  return `<${name}${attributes.join('')}>${children}</${name}>`;
}

/** Text for XML and HTML, between tags or in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function shorten(name: string, value: string): string {
  return name.startsWith('aria-')
    ? value
    : value.replace(LONG_FRACTION, (number) => String(Number(Number(number).toFixed(2))));
}
