import type { EvaluateDocument, RankedSystem } from '@goldpan/core';
import { formatCount, measureFormat } from '../format/numbers.js';
import { directionNotes, measureOf, measureValue } from '../format/measure-text.js';
import type { Chart, Line } from './chart.js';
import { answerOfSubset, toneOfSubsets } from './evaluate-answer.js';
import { counted, factsOf, frameOf } from './facts.js';
import { linePoints } from './line-points.js';
import { numberCell, textCell, type Cell, type Table } from './table.js';
import type { KeyNumber, View } from './view.js';
import { estimateFacts } from './estimate-facts.js';
import { targetFact } from './target-fact.js';

/** Measures that are shown where there is little room. */
const FIRST_MEASURES = 3;
/** Further measures have their charts folded. */
const OPEN_CHARTS = 2;
/** More systems than this make a chart of two rankings a tangle. */
const MOST_RANKED = 40;

/** What a subset says beside what all items say. */
export function evaluateView(result: EvaluateDocument): View {
  const { subsets } = result;
  return {
    ...frameOf(result),
    title: subsets.length === 1 ? 'What does the subset say?' : 'What do the subsets say?',
    answer: subsets.map((subset) => answerOfSubset(subset, result)).join(' '),
    tone: toneOfSubsets(result),
    numbers: numbersOf(result),
    blocks: [measureTable(result), ...curveCharts(result), ...rankCharts(result), ...systemTables(result)],
    facts: factsOf(result, [
      targetFact(result.target),
      ...estimateFacts(result),
      ...(result.random?.draws === undefined
        ? []
        : [{ name: 'Random selection', value: counted(result.random.draws, 'draw') }]),
    ]),
  };
}

function numbersOf(result: EvaluateDocument): readonly KeyNumber[] {
  const { subsets, data } = result;
  if (subsets.length !== 1) return [];
  const [{ size, measures }] = subsets;
  return [
    { label: 'items in the subset', value: formatCount(size), note: `of ${formatCount(data.items)}` },
    ...Object.entries(measures)
      .slice(0, FIRST_MEASURES)
      .map(([name, value]) => ({ measure: measureOf(result, name), value }))
      .map(({ measure, value }) => ({ label: measure.label, value: measureValue(measure, value) })),
  ];
}

function measureNames({ subsets }: EvaluateDocument, of: 'measures' | 'curves'): readonly string[] {
  return [...new Set(subsets.flatMap((subset) => Object.keys(subset[of] ?? {})))];
}

/** One row per measure, one column per subset, and random subsets of the same size beside a single one. */
function measureTable(result: EvaluateDocument): Table {
  const { subsets, random } = result;
  const size = subsets[0]?.size;
  const names = measureNames(result, 'measures');
  const atSize = (measure: string) =>
    (subsets[0].random?.[measure] ?? random?.curves[measure]?.find((point) => point.size === size))?.value;
  const withRandom = subsets.length === 1 && names.some((name) => typeof atSize(name) === 'number');
  const cells = (measure: string) =>
    [...subsets.map(({ measures }) => measures[measure]), ...(withRandom ? [atSize(measure)] : [])].map(
      (value) => numberCell(value, (number) => measureValue(measureOf(result, measure), number)),
    );
  return {
    kind: 'table',
    name: 'measures',
    title: 'Measures',
    columns: [
      { title: 'measure' },
      ...subsets.map(({ name }) => ({ title: name, align: 'right' as const })),
      ...(withRandom ? [{ title: 'random', align: 'right' as const }] : []),
    ],
    rows: [
      [
        textCell('items'),
        ...subsets.map((subset) => numberCell(subset.size, formatCount)),
        ...(withRandom ? [numberCell(size, formatCount)] : []),
      ],
      ...names.map((name) => [textCell(measureOf(result, name).label), ...cells(name)]),
    ],
  };
}

function curveCharts(result: EvaluateDocument): readonly Chart[] {
  return measureNames(result, 'curves').map((measure, index) => {
    const described = measureOf(result, measure);
    const notes = directionNotes(described);
    const random = result.random?.curves[measure];
    const lines = result.subsets.map(({ name, curves }, index): Line => ({
      name,
      role: index === 0 ? 'main' : 'other',
      points: linePoints(curves?.[measure] ?? []),
    }));
    const baseline: Line[] =
      random === undefined ? [] : [{ name: 'random', role: 'baseline', points: linePoints(random) }];
    return {
      kind: 'lines',
      name: `curve-${measure}`,
      title: `${described.title} by subset size`,
      ...(notes.length > 0 && { note: notes.join(' ') }),
      xLabel: 'items judged',
      yLabel: described.label,
      lines: [...baseline, ...lines],
      folded: index >= OPEN_CHARTS,
    };
  });
}

function rankCharts({ subsets, full }: EvaluateDocument): readonly Chart[] {
  if (full === undefined || full.systems.length > MOST_RANKED) return [];
  const ranks = new Map(full.systems.map(({ name, rank }) => [name, rank]));
  return subsets.map((subset, index) => ({
    kind: 'ranks',
    name: `ranks-${index + 1}`,
    title: `Systems on all items and on ${subset.name}`,
    note: 'Best at the top. A line that crosses others changed its place.',
    xLabel: '',
    fromLabel: 'all items',
    toLabel: subset.name,
    systems: subset.systems.flatMap(({ name, rank }) => {
      const from = ranks.get(name);
      return from === undefined ? [] : [{ name, from, to: rank }];
    }),
  }));
}

function systemTables({ subsets, full }: EvaluateDocument): readonly Table[] {
  const before = new Map(full?.systems.map((system) => [system.name, system]));
  const amount = measureFormat(
    [...subsets, ...(full ? [full] : [])].flatMap(({ systems }) => systems.map(({ mean }) => mean)),
  );
  return subsets.map((subset, index) => ({
    kind: 'table',
    name: `systems-${index + 1}`,
    title: `Systems on ${subset.name}`,
    columns: [
      { title: 'system' },
      { title: 'rank', align: 'right' },
      { title: 'cluster', align: 'right' },
      { title: 'mean', align: 'right' },
      ...(full === undefined
        ? []
        : [
            { title: 'rank on all', align: 'right' as const },
            { title: 'cluster on all', align: 'right' as const, minor: true },
            { title: 'mean on all', align: 'right' as const, minor: true },
          ]),
    ],
    rows: subset.systems
      .toSorted((a, b) => a.rank - b.rank)
      .map((system) => [
        textCell(system.name),
        ...placeCells(system, amount),
        ...(full === undefined ? [] : cellsBefore(system, before.get(system.name), amount)),
      ]),
  }));
}

/** Means in units of the judgements. */
type Amount = (value: number | null) => string;

function placeCells({ rank, cluster, mean }: RankedSystem, amount: Amount): readonly Cell[] {
  return [numberCell(rank, formatCount), numberCell(cluster, formatCount), numberCell(mean, amount)];
}

function cellsBefore(system: RankedSystem, full: RankedSystem | undefined, amount: Amount): readonly Cell[] {
  if (full === undefined)
    return [numberCell(null, formatCount), numberCell(null, formatCount), numberCell(null, amount)];
  const moved = system.rank - full.rank;
  const sign = moved === 0 ? '' : moved < 0 ? ` ▲${-moved}` : ` ▼${moved}`;
  const [, cluster, mean] = placeCells(full, amount);
  return [{ text: `${full.rank}${sign}`, sort: full.rank }, cluster, mean];
}
