import type { CostLine, FitCostDocument } from '@goldpan/core';
import { formatCount, formatMeasure, formatPrice, withMinus } from '../format/numbers.js';
import type { Chart } from './chart.js';
import { counted, factsOf, frameOf } from './facts.js';
import { numberCell, textCell, type Table } from './table.js';
import type { View } from './view.js';

/** A cost model that was learned, how well it fits, and where it does not. */
export function fitCostView(result: FitCostDocument): View {
  const { model, file, withoutCost } = result;
  return {
    ...frameOf(result),
    title: 'What does judging an item cost?',
    answer: answerOf(result),
    tone: 'neutral',
    numbers: [
      {
        label: 'R²',
        value: formatMeasure(model.r2),
        note: 'share of the differences in cost that lengths explain',
      },
      {
        label: 'typical error',
        value: formatPrice(model.medianError, model.unit),
        note: 'half of the items are nearer',
      },
    ],
    blocks: [residualTable(result), residualChart(result)],
    facts: factsOf(result, [
      ...(file === undefined ? [] : [{ name: 'Model file', value: file }]),
      { name: 'Learned from', value: sourceOf(result) },
      ...(withoutCost > 0 ? [{ name: 'Without a cost', value: formatCount(withoutCost) }] : []),
    ]),
  };
}

/** What the costs were told from. */
function sourceOf({ model, times }: FitCostDocument): string {
  const items = counted(model.items, 'item');
  if (times === undefined) return items;
  const { judgements, pauses, median } = times;
  const held = pauses === 0 ? '' : `, ${formatCount(pauses)} with a pause`;
  return `${items} by the times of ${counted(judgements, 'judgement')} (median ${formatPrice(median, 'seconds')}${held})`;
}

function answerOf({ model, file }: FitCostDocument): string {
  const { unit, least, r2, medianError } = model;
  const use = file === undefined ? '' : ` ${file} holds the model: use it with --cost model:${file}.`;
  return `An item costs ${formula(model)}, and at least ${formatPrice(least, unit)}; half of the items are within ${formatPrice(medianError, unit)} of that (R² ${formatMeasure(r2)}).${use}`;
}

function formula({ fixed, perSource, perOutput, count, unit }: CostLine): string {
  const noun = count.slice(0, -1);
  const amount = (value: number) => formatPrice(value, unit);
  const terms = [
    amount(fixed),
    ...(perSource > 0 ? [`${amount(perSource)} per source ${noun}`] : []),
    ...(perOutput > 0 ? [`${amount(perOutput)} per output ${noun}`] : []),
  ];
  return terms.join(' + ');
}

/** How far costs are from the model: one row per fifth of the items, by predicted cost. */
function residualTable({ parts, model }: FitCostDocument): Table {
  const price = (value: number | null) => withMinus(formatPrice(value, model.unit));
  const cell = (value: number) => numberCell(value, price);
  const rows = parts.map(({ from, to, low, median, high }) => [
    textCell(`${price(from)} to ${price(to)}`),
    cell(low),
    cell(median),
    cell(high),
  ]);
  return {
    kind: 'table',
    name: 'residuals',
    title: 'Observed minus predicted',
    note: 'One row per fifth of the items. Where the middle column is far from 0, the model is wrong for such items.',
    columns: [
      { title: 'predicted' },
      ...['10 %', 'median', '90 %'].map((title) => ({ title, align: 'right' as const })),
    ],
    rows,
  };
}

function residualChart({ items, model: { unit } }: FitCostDocument): Chart {
  return {
    kind: 'scatter',
    name: 'residuals-plot',
    title: 'Residuals',
    note: 'Even around 0 from left to right: the model holds for short and long items alike.',
    xLabel: `predicted (${unit})`,
    yLabel: `observed − predicted (${unit})`,
    level: 0,
    points: items.map(({ id, predicted, residual }) => ({ name: id, x: predicted, y: residual })),
  };
}
