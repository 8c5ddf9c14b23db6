/** An area of a picture with a horizontal and a vertical scale. */
export interface Frame {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** A linear scale from data to pixels. */
export function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]) {
  return (value: number) => start + ((value - from) / (to - from)) * (end - start);
}

/** A number of pixels, in tenths, so that the last bits of a computation change nothing. */
export const px = (value: number) => String(Math.round(value * 10) / 10);

/** Text at a place; `end` and `middle` align it there. */
export function text(x: number, y: number, content: string, attributes = ''): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${px(x)}" y="${px(y)}" ${attributes}>${escaped}</text>`;
}

/** A straight line of a class of the style sheet. */
export function line(from: readonly [number, number], to: readonly [number, number], kind: string): string {
  return `<line x1="${px(from[0])}" y1="${px(from[1])}" x2="${px(to[0])}" y2="${px(to[1])}" class="${kind}"/>`;
}

/** A dot of a class of the style sheet. */
export function dot(x: number, y: number, kind: string): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="4.5" class="${kind}"/>`;
}

/** A line through points. */
export function path(points: readonly (readonly [number, number])[], kind: string): string {
  return `<polyline points="${points.map((point) => point.map(px).join(',')).join(' ')}" class="${kind}"/>`;
}

const style = `text { font: 13px system-ui, sans-serif; fill: #26221a }
.title { font-weight: 600; font-size: 15px }
.faint { fill: #6c6452 }
.axis { stroke: #b9af98; stroke-width: 1 }
.all { fill: #6c6452; stroke: #6c6452 }
.picked { fill: #c77700; stroke: #c77700 }
.between { stroke: #b9af98; stroke-width: 3 }
.guide { stroke: #c77700; stroke-width: 1.5; stroke-dasharray: 5 4 }
polyline { fill: none !important; stroke-width: 2.5 }
.band { fill: #b9af98; opacity: 0.35 }
@media (prefers-color-scheme: dark) {
  text { fill: #ece5d6 }
  .faint { fill: #a79d88 }
  .all { fill: #a79d88; stroke: #a79d88 }
  .picked { fill: #e8a33d; stroke: #e8a33d }
  .guide { stroke: #e8a33d }
  .axis, .between { stroke: #5a5344 }
}`;

/** A picture with a title, that follows the light or dark scheme of its reader. */
export function picture(title: string, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 ${height}" role="img" aria-label="${title.replaceAll('"', '&quot;')}">
<style>${style}</style>
${text(20, 28, title, 'class="title"')}
${parts.join('\n')}
</svg>
`;
}
