import type { InformationPoint, IrtDocument } from '@goldpan/core';
import { formatMeasure } from '../format/numbers.js';
import type { Chart } from './chart.js';
import { counted, factsOf, frameOf } from './facts.js';
import { numberCell, textCell, type Table } from './table.js';
import type { View } from './view.js';

/** Item curves beyond these few make a chart unreadable. */
const MOST_CURVES = 5;

/** A fitted item response model: abilities, item parameters, information. */
export function irtView(result: IrtDocument): View {
  const abilities = result.abilities.toSorted((a, b) => b.ability - a.ability);
  return {
    ...frameOf(result),
    title: 'What does the response model say?',
    answer: answerOf(result, abilities),
    tone: 'neutral',
    numbers: Object.entries(result.fit ?? {}).map(([label, value]) => ({
      label,
      value: formatMeasure(value),
    })),
    blocks: [
      abilityChart(abilities),
      abilityTable(abilities),
      ...informationCharts(result),
      ...scatterChart(result),
      itemTable(result),
    ],
    facts: factsOf(result, [
      { name: 'Model', value: result.model },
      { name: 'Metric', value: result.metric },
    ]),
  };
}

function answerOf({ model, metric, items }: IrtDocument, abilities: IrtDocument['abilities']): string {
  const fitted = `A ${model} model of ${metric} over ${counted(items.length, 'item')} and ${counted(abilities.length, 'system')}.`;
  return abilities.length === 0 ? fitted : `${fitted} ${abilities[0].system} has the highest ability.`;
}

function abilityChart(abilities: IrtDocument['abilities']): Chart {
  return {
    kind: 'intervals',
    name: 'abilities',
    title: 'Abilities of the systems',
    note: 'Estimate and one standard error to each side. Higher is better.',
    xLabel: 'ability',
    rows: abilities.map(({ system, ability, se }) => ({
      name: system,
      value: ability,
      low: se === null ? null : ability - se,
      high: se === null ? null : ability + se,
      tone: 'good',
      text: formatMeasure(ability),
    })),
  };
}

function abilityTable(abilities: IrtDocument['abilities']): Table {
  return {
    kind: 'table',
    name: 'abilities-table',
    title: 'Abilities',
    columns: [
      { title: 'system' },
      { title: 'ability', align: 'right' },
      { title: 'standard error', align: 'right' },
    ],
    rows: abilities.map(({ system, ability, se }) => [
      textCell(system),
      numberCell(ability, formatMeasure),
      numberCell(se, formatMeasure),
    ]),
    folded: true,
  };
}

function informationCharts({ information, items }: IrtDocument): readonly Chart[] {
  const points = (curve: readonly InformationPoint[]) =>
    curve.map(({ ability, information: y }) => ({ x: ability, y }));
  const head = { kind: 'lines' as const, xLabel: 'ability', yLabel: 'information' };
  const height = (curve: readonly InformationPoint[]) => Math.max(...curve.map((point) => point.information));
  const curves = items
    .flatMap(({ id, curve }) => (curve === undefined || curve.length === 0 ? [] : [{ id, curve }]))
    .toSorted((a, b) => height(b.curve) - height(a.curve))
    .slice(0, MOST_CURVES);
  const test: Chart[] =
    information === undefined
      ? []
      : [
          {
            ...head,
            name: 'test-information',
            title: 'Information of all items together',
            note: 'Where it is high, systems of that ability are told apart well.',
            lines: [{ name: 'all items', role: 'main', points: points(information) }],
          },
        ];
  if (curves.length === 0) return test;
  const title = `The ${counted(curves.length, 'item')} that tell${curves.length === 1 ? 's' : ''} most`;
  const lines = curves.map(({ id, curve }, index) => ({
    name: id,
    role: index === 0 ? ('main' as const) : ('other' as const),
    points: points(curve),
  }));
  return [...test, { ...head, name: 'item-information', title, lines }];
}

function scatterChart({ items }: IrtDocument): readonly Chart[] {
  const points = items.flatMap(({ id, parameters: { difficulty, discrimination } }) =>
    typeof difficulty === 'number' && typeof discrimination === 'number'
      ? [{ name: id, x: difficulty, y: discrimination }]
      : [],
  );
  if (points.length === 0) return [];
  return [
    {
      kind: 'scatter',
      name: 'items-map',
      title: 'Difficulty and discrimination of the items',
      note: 'High up: tells good systems from bad ones. To the right: only good systems do well.',
      xLabel: 'difficulty',
      yLabel: 'discrimination',
      points,
    },
  ];
}

function itemTable({ items }: IrtDocument): Table {
  const names = [...new Set(items.flatMap(({ parameters }) => Object.keys(parameters)))];
  return {
    kind: 'table',
    name: 'items-table',
    title: 'Item parameters',
    columns: [{ title: 'item' }, ...names.map((title) => ({ title, align: 'right' as const }))],
    rows: items.map(({ id, parameters }) => [
      textCell(id),
      ...names.map((name) => numberCell(parameters[name], formatMeasure)),
    ]),
    folded: true,
  };
}
