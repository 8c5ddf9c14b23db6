import type { InspectDocument, MetricInfo, TargetAgreement } from '@goldpan/core';
import { formatCount, formatMeasure, formatPrice, formatShare, measureFormat } from '../format/numbers.js';
import { agreementChart, agreementTable } from './agreement-blocks.js';
import { compositeTable } from './composite-table.js';
import { counted, factsOf, frameOf } from './facts.js';
import { errorTables, repeatTable } from './judgement-tables.js';
import { numberCell, textCell, type Cell, type Table } from './table.js';
import type { KeyNumber, View } from './view.js';

/** What is in the data and what can be done with it. */
export function inspectView(result: InspectDocument): View {
  const agreement = result.agreement.toSorted((a, b) => (b.pearson ?? -2) - (a.pearson ?? -2));
  return {
    ...frameOf(result),
    title: 'What is in the data?',
    answer: answerOf(result, agreement),
    tone: result.selectors.some(({ runs }) => runs) ? 'good' : 'bad',
    numbers: numbersOf(result),
    blocks: [
      metricTable(result),
      ...(agreement.length === 0 ? [] : [agreementChart(agreement), agreementTable(agreement)]),
      ...compositeTable(result),
      selectorTable(result),
      ...junkTable(result),
      ...errorTables(result),
      ...repeatTable(result),
      ...columnTable(result),
      systemTable(result),
    ],
    facts: factsOf(result, judgementFacts(result)),
  };
}

function judgementFacts({ judgements }: InspectDocument) {
  if (judgements === undefined) return [];
  const { size, raters, seconds, timed } = judgements;
  const time =
    seconds === null
      ? ''
      : `, median ${formatPrice(seconds, 'seconds')}${timed < size ? ` (${formatCount(timed)} timed)` : ''}`;
  return [{ name: 'Judgements', value: `${formatCount(size)} by ${counted(raters, 'rater')}${time}` }];
}

function byRole({ metrics }: InspectDocument, role: MetricInfo['role']): readonly MetricInfo[] {
  return metrics.filter((metric) => metric.role === role);
}

function answerOf(result: InspectDocument, [best]: readonly TargetAgreement[]): string {
  const { data, selectors } = result;
  const targets = byRole(result, 'target').map(({ name }) => name);
  const runs = selectors.filter((selector) => selector.runs).length;
  const truth = targets.length === 0 ? 'no target' : `the target ${targets.join(', ')}`;
  const holds = `${data.name} has ${counted(data.items, 'item')} and ${counted(data.systems, 'system')} with ${counted(byRole(result, 'metric').length, 'metric')} and ${truth}.`;
  const agrees =
    best === undefined || best.pearson === null
      ? ''
      : ` ${best.metric} agrees best with ${best.target} (Pearson ${formatMeasure(best.pearson)}).`;
  return `${holds}${agrees} ${runs} of ${counted(selectors.length, 'selector')} can run.`;
}

function numbersOf(result: InspectDocument): readonly KeyNumber[] {
  const cells = result.data.items * result.data.systems * result.metrics.length;
  const missing = result.metrics.reduce((sum, metric) => sum + metric.missing, 0);
  return [
    { label: 'items', value: formatCount(result.data.items) },
    { label: 'systems', value: formatCount(result.data.systems) },
    { label: 'metrics', value: formatCount(byRole(result, 'metric').length) },
    {
      label: 'missing scores',
      value: formatCount(missing),
      note: `${formatShare(cells === 0 ? null : missing / cells)} of all cells`,
      tone: missing === 0 ? 'neutral' : 'bad',
    },
  ];
}

function metricTable({ metrics, data }: InspectDocument): Table {
  const cells = data.items * data.systems;
  const shows = metrics.some(({ view }) => view !== undefined);
  return {
    kind: 'table',
    name: 'metrics',
    title: 'Score columns',
    columns: [
      { title: 'column' },
      { title: 'role' },
      ...(shows ? [{ title: 'shows' }] : []),
      { title: 'missing', align: 'right' },
      { title: 'share', align: 'right', minor: true },
      { title: 'lowest', align: 'right', minor: true },
      { title: 'mean', align: 'right' },
      { title: 'highest', align: 'right', minor: true },
    ],
    rows: metrics.map(({ name, role, missing, min, mean, max, view }) => {
      const amount = measureFormat([min, mean, max]);
      return [
        textCell(name),
        textCell(role),
        ...(shows ? [textCell(viewText({ view, role }))] : []),
        numberCell(missing, formatCount, missing === 0 ? 'neutral' : 'bad'),
        numberCell(cells === 0 ? null : missing / cells, formatShare),
        numberCell(min, amount),
        numberCell(mean, amount),
        numberCell(max, amount),
      ];
    }),
  };
}

/** Which judgements a column shows: `mean of its judgements`. */
function viewText({ view, role }: Pick<MetricInfo, 'view' | 'role'>): string {
  // People judge targets; metrics are measured by runs.
  const repeats = role === 'metric';
  if (view === undefined) return '';
  if (view.rater !== undefined) return `what ${view.rater} said of ${view.criterion}`;
  return view.rule === undefined
    ? `given, with judgements of ${view.criterion}`
    : `${view.rule} of the ${repeats ? 'runs' : 'judgements'} of ${view.criterion}`;
}

function selectorTable({ selectors }: InspectDocument): Table {
  return {
    kind: 'table',
    name: 'selectors',
    title: 'Selectors',
    columns: [{ title: 'selector' }, { title: 'runs here' }, { title: 'what it picks, or what it lacks' }],
    rows: selectors.map(({ name, runs, why, summary, asks = [] }) => [
      textCell(name),
      stateCell(runs, asks),
      textCell(
        runs && asks.length > 0
          ? `needs --option ${asks.join('=… and ')}=…: ${summary ?? ''}`
          : ((runs ? summary : why) ?? ''),
      ),
    ]),
  };
}

/** Runs as it is, runs with an option, or cannot run. */
function stateCell(runs: boolean, asks: readonly string[]): Cell {
  if (!runs) return textCell('▽ no', 'neutral');
  return asks.length === 0 ? textCell('▲ yes', 'good') : textCell('△ with an option', 'neutral');
}

function junkTable({ junk, data }: InspectDocument): readonly Table[] {
  if (junk === undefined) return [];
  return [
    {
      kind: 'table',
      name: 'junk',
      title: 'Items that look like junk',
      columns: [
        { title: 'what is wrong' },
        { title: 'items', align: 'right' },
        { title: 'share', align: 'right', minor: true },
        { title: 'for example' },
      ],
      rows: junk.map(({ rule, items, examples: [first] }) => [
        textCell(rule),
        numberCell(items, formatCount),
        numberCell(items / data.items, formatShare),
        textCell(`${first.id}${first.system === undefined ? '' : `, ${first.system}`}: ${brief(first.text)}`),
      ]),
    },
  ];
}

function brief(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function columnTable({ columns, data }: InspectDocument): readonly Table[] {
  if (columns === undefined) return [];
  return [
    {
      kind: 'table',
      name: 'columns',
      title: 'Other columns',
      columns: [
        { title: 'column' },
        { title: 'items that have it', align: 'right' },
        { title: 'share', align: 'right' },
      ],
      rows: Object.entries(columns).map(([name, count]) => [
        textCell(name),
        numberCell(count, formatCount),
        numberCell(data.items === 0 ? null : count / data.items, formatShare),
      ]),
    },
  ];
}

function systemTable({ systems }: InspectDocument): Table {
  return {
    kind: 'table',
    name: 'systems',
    title: `The ${counted(systems.length, 'system')}`,
    columns: [{ title: 'system' }],
    rows: systems.map((name) => [textCell(name)]),
    folded: true,
  };
}
