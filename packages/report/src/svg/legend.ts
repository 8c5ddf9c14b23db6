import { labelText, pixelsOf } from './label.js';

/** One line of a legend. */
export interface LegendEntry {
  readonly name: string;
  readonly color: string;
  /** A dash array; absent = drawn through. */
  readonly dash?: string;
}

const SWATCH = 20;
const SPACE = 7;
const GAP = 20;
const ROW = 20;

/** The height that a legend takes above the drawing. */
export function legendHeight(entries: readonly LegendEntry[], width: number): number {
  return Math.max(0, ...place(entries, width).map(({ row }) => row + 1)) * ROW;
}

/** Adds a legend at the top left of an image: a short line and a name per entry, broken into rows. */
export function addLegend(
  svg: Element,
  entries: readonly LegendEntry[],
  at: { width: number; ink: string },
): void {
  for (const { entry, label, x, row } of place(entries, at.width)) {
    const y = row * ROW + ROW / 2;
    add(svg, 'line', {
      x1: x,
      x2: x + SWATCH,
      y1: y,
      y2: y,
      stroke: entry.color,
      'stroke-width': 2.5,
      ...(entry.dash !== undefined && { 'stroke-dasharray': entry.dash }),
    });
    addText(svg, label, { x: x + SWATCH + SPACE, y, fill: at.ink });
  }
}

/** Adds a text that begins at x and whose middle is at y. */
export function addText(svg: Element, text: string, at: { x: number; y: number; fill: string }): void {
  add(svg, 'text', { ...at, dy: '0.35em', 'text-anchor': 'start' }).textContent = text;
}

function add(svg: Element, name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  svg.appendChild(element);
  return element;
}

function place(entries: readonly LegendEntry[], width: number) {
  let x = 0;
  let row = 0;
  return entries.map((entry) => {
    const label = labelText(entry.name, Math.max(12, Math.floor(width / 9)));
    const size = SWATCH + SPACE + pixelsOf(label) + GAP;
    if (x > 0 && x + size - GAP > width) {
      x = 0;
      row += 1;
    }
    const placed = { entry, label, x, row };
    x += size;
    return placed;
  });
}
