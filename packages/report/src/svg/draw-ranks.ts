import * as Plot from '@observablehq/plot';
import type { RankChart } from '../view/chart.js';
import { NARROW, type DrawOptions } from './draw-options.js';
import { labelText, pixelsOf } from './label.js';
import type { Palette } from './palette.js';
import { plotSvg } from './plot-svg.js';

const ROW = 22;

interface RankLine {
  readonly from: number;
  readonly to: number;
  readonly left: string;
  readonly right: string;
  readonly moved: number;
}

/** Two rankings as columns of names, best at the top, joined by lines. */
export function drawRanks(chart: RankChart, options: DrawOptions): string {
  const { palette, width } = options;
  const lines = rankLines(chart, width < NARROW ? 15 : 32);
  const margin = (side: 'left' | 'right') => Math.max(40, ...lines.map((line) => pixelsOf(line[side]))) + 12;
  return plotSvg(
    {
      height: lines.length * ROW + 44,
      marginTop: 36,
      marginBottom: 8,
      marginLeft: margin('left'),
      marginRight: margin('right'),
      x: { axis: null, domain: [0, 1] },
      y: { axis: null, domain: [lines.length - 0.5, -0.5] },
      marks: [
        headingMark(0, chart.fromLabel, palette),
        headingMark(1, labelText(chart.toLabel, 24), palette),
        ...lines.map((line) => linkOf(line, palette)),
        Plot.text(lines, { x: () => 0, y: 'from', text: 'left', fill: palette.ink, ...beside(0) }),
        Plot.text(lines, { x: () => 1, y: 'to', text: 'right', fill: palette.ink, ...beside(1) }),
      ],
    },
    { title: chart.title, note: chart.note },
    options,
  );
}

/** Names stand outside: to the left of the left column and to the right of the right one. */
function beside(column: 0 | 1) {
  return column === 0 ? ({ textAnchor: 'end', dx: -8 } as const) : ({ textAnchor: 'start', dx: 8 } as const);
}

function headingMark(column: 0 | 1, text: string, { muted }: Palette): Plot.Markish {
  const place = { frameAnchor: 'top', lineAnchor: 'bottom', dy: -10, ...beside(column) } as const;
  return Plot.text([{ x: column, text }], { x: 'x', text: 'text', fill: muted, ...place });
}

/** Up is blue, down vermilion and dashed, unmoved grey. */
function linkOf(line: RankLine, palette: Palette): Plot.Markish {
  const stroke = line.moved === 0 ? palette.baseline : line.moved < 0 ? palette.good : palette.bad;
  return Plot.link([line], {
    x1: () => 0,
    x2: () => 1,
    y1: 'from',
    y2: 'to',
    stroke,
    strokeWidth: line.moved === 0 ? 1.25 : 2,
    ...(line.moved > 0 && { strokeDasharray: '6,3' }),
  });
}

/** Places instead of ranks, so that tied systems do not lie on each other. */
function rankLines({ systems }: RankChart, columns: number): readonly RankLine[] {
  const places = (side: 'from' | 'to') => {
    const order = [...systems.keys()].sort((a, b) => systems[a][side] - systems[b][side]);
    return new Map(order.map((system, place) => [system, place]));
  };
  const [from, to] = [places('from'), places('to')];
  return systems.map((system, index) => {
    const name = labelText(system.name, columns);
    return {
      from: from.get(index)!,
      to: to.get(index)!,
      left: `${name}  ${system.from}`,
      right: `${system.to}  ${name}`,
      moved: system.to - system.from,
    };
  });
}
