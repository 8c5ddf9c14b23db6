import type { InspectDocument, MarkedErrors } from '@goldpan/core';
import { formatAlone, formatCount, formatMeasure, formatShare, withMinus } from '../format/numbers.js';
import { counted } from './facts.js';
import { numberCell, textCell, type Table } from './table.js';

/** So many categories have a column of their own beside the systems. */
const MOST_CATEGORIES = 6;

/** Errors that raters marked, by system and by category, and whether scores follow from them. */
export function errorTables({ errors }: InspectDocument): readonly Table[] {
  if (errors === undefined) return [];
  return [systemTable(errors), categoryTable(errors), scoreTable(errors)];
}

function systemTable({ systems, categories }: MarkedErrors): Table {
  const shown = categories.slice(0, MOST_CATEGORIES);
  return {
    kind: 'table',
    name: 'errors-by-system',
    title: 'Marked errors by system',
    columns: [
      { title: 'system' },
      { title: 'errors', align: 'right' },
      { title: 'per judgement', align: 'right' },
      ...shown.map(({ name }) => ({ title: nameOf(name), align: 'right' as const, minor: true })),
    ],
    rows: systems.map(({ system, errors, judgements, byCategory }) => [
      textCell(system),
      numberCell(errors, formatCount),
      numberCell(errors / judgements, formatMeasure),
      ...shown.map((_, at) => numberCell(byCategory[at], formatCount)),
    ]),
  };
}

function categoryTable({ categories, severities, errors }: MarkedErrors): Table {
  const row = (kind: string) => (of: { readonly name: string; readonly errors: number }) => [
    textCell(nameOf(of.name)),
    textCell(kind),
    numberCell(of.errors, formatCount),
    numberCell(of.errors / errors, formatShare),
  ];
  return {
    kind: 'table',
    name: 'errors-by-category',
    title: `The ${counted(errors, 'marked error')} by category and severity`,
    columns: [
      { title: 'errors of' },
      { title: 'what it is' },
      { title: 'errors', align: 'right' },
      { title: 'share', align: 'right' },
    ],
    rows: [...severities.map(row('severity')), ...categories.map(row('category'))],
  };
}

function nameOf(name: string): string {
  return name === '' ? '(no name)' : name;
}

function scoreTable({ recomputed, weights }: MarkedErrors): Table {
  return {
    kind: 'table',
    name: 'errors-scores',
    title: `Scores recomputed from the errors by the weights ${weights}`,
    note: 'Where given and recomputed differ, the values were made otherwise: by other weights, or, as in ESA, on a scale of their own beside the errors.',
    columns: [
      { title: 'criterion' },
      { title: 'judgements', align: 'right' },
      { title: 'equal', align: 'right' },
      { title: 'share', align: 'right' },
      { title: 'no weight', align: 'right', minor: true },
      { title: 'largest difference' },
    ],
    rows: recomputed.map(({ criterion, judgements, equal, unknown, isOwn, correlation, largest }) => [
      textCell(criterion),
      numberCell(judgements, formatCount),
      numberCell(equal, formatCount, isOwn ? undefined : equal === judgements ? 'good' : 'bad'),
      numberCell(judgements === 0 ? null : equal / judgements, formatShare),
      numberCell(unknown, formatCount),
      textCell(
        isOwn
          ? withMinus(
              `on a scale of its own${correlation === null ? '' : `; correlation with the recomputed ${formatMeasure(correlation)}`}`,
            )
          : largest === null
            ? ''
            : withMinus(
                `item ${largest.id}, ${largest.system}: ${formatMeasure(largest.given)} given, ${formatMeasure(largest.recomputed)} recomputed`,
              ),
      ),
    ]),
  };
}

/** Metrics that were measured by repeated runs, and how far the runs scatter. */
export function repeatTable({ repeats }: InspectDocument): readonly Table[] {
  if (repeats === undefined) return [];
  return [
    {
      kind: 'table',
      name: 'repeats',
      title: 'Repeated runs',
      note: 'Runs of a cell are averaged and count once. The deviation is what the score of a cell varies by from run to run.',
      columns: [
        { title: 'metric' },
        { title: 'runs', align: 'right' },
        { title: 'cells', align: 'right' },
        { title: 'deviation', align: 'right' },
      ],
      rows: repeats.map(({ metric, runs, cells, deviation }) => [
        textCell(metric),
        numberCell(runs, formatCount),
        numberCell(cells, formatCount),
        numberCell(deviation, formatAlone),
      ]),
    },
  ];
}
