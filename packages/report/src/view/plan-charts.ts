import type { CurvePoint, PlanDocument } from '@goldpan/core';
import { measureOf } from '../format/measure-text.js';
import { formatCount, formatMeasure } from '../format/numbers.js';
import type { Chart, IntervalChart, LineChart } from './chart.js';
import { intervalName } from './facts.js';
import { planNames } from './plan-names.js';
import { linePoints } from './line-points.js';

/** The measure by size with the goal and the size that reaches it, and the sizes with their intervals. */
export function planCharts(result: PlanDocument): readonly Chart[] {
  return [curveChart(result), sizeChart(result)];
}

function curveChart(result: PlanDocument): LineChart {
  const { goal, size } = result;
  const { main, baseline } = planNames(result);
  const { title, label } = measureOf(result, goal.measure);
  const curve = result.curve.map((at): CurvePoint => ({ ...at, value: at.median }));
  const random = result.curve.map(({ size, random: at }): CurvePoint => ({ ...at, size, value: at.median }));
  return {
    kind: 'lines',
    name: 'curve',
    title: `${title} by subset size`,
    note: `Median over replicates, with ${intervalName(result)}s as bands.`,
    xLabel: 'items judged',
    yLabel: label,
    lines: [
      { name: baseline, role: 'baseline', points: linePoints(random) },
      { name: main, role: 'main', points: linePoints(curve) },
    ],
    ...(goal.value !== null && { goal: { y: goal.value, label: `goal ${formatMeasure(goal.value)}` } }),
    ...(size.median !== null && { mark: { x: size.median, label: `${formatCount(size.median)} items` } }),
  };
}

function sizeChart(result: PlanDocument): IntervalChart {
  const { main, baseline } = planNames(result);
  const sizes = [
    { name: main, tone: 'good' as const, ...result.size },
    { name: baseline, tone: 'neutral' as const, ...result.random },
  ];
  return {
    kind: 'intervals',
    name: 'sizes',
    title: 'Items needed to reach the goal',
    note: `Median over replicates, with its ${intervalName(result)}. Fewer is better.`,
    xLabel: 'items judged',
    zero: { value: 0, label: '' },
    rows: sizes.flatMap(({ name, tone, median, low, high }) =>
      median === null ? [] : [{ name, tone, value: median, low, high, text: formatCount(median) }],
    ),
  };
}
