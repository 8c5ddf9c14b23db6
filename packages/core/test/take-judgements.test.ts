import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  criterionOfColumn,
  datasetFromItems,
  takeItems,
  takeSystems,
  type Dataset,
  type Item,
  type Judgements,
} from '../src/index.js';

const names = ['x', 'y', 'z'];
/** What is known of one judgement, in the names of the data. */
interface Row {
  readonly system: string;
  readonly rater: string;
  readonly criterion: string;
  readonly value: number;
  readonly seconds?: number;
  readonly time?: number;
  readonly spans: readonly object[];
}

/** The judgements of each item, read back from the columns. */
function rows({ size, systems }: Dataset, judgements: Judgements): Row[][] {
  const { spans } = judgements;
  const spansOf = (j: number) =>
    spans === undefined
      ? []
      : Array.from({ length: spans.starts[j + 1] - spans.starts[j] }, (_, k) => {
          const s = spans.starts[j] + k;
          return {
            ...(spans.from[s] >= 0 && { from: spans.from[s], to: spans.to[s] }),
            in: spans.inSource[s] === 1 ? 'src' : 'tgt',
            category: spans.categories[spans.category[s]],
            severity: spans.severities[spans.severity[s]],
          };
        });
  const known = (numbers: Float64Array | undefined, j: number) =>
    numbers === undefined || Number.isNaN(numbers[j]) ? undefined : numbers[j];
  return Array.from({ length: size }, (_, item) =>
    Array.from({ length: judgements.starts[item + 1] - judgements.starts[item] }, (_row, k) => {
      const j = judgements.starts[item] + k;
      return {
        system: systems[judgements.systems[j]],
        rater: judgements.raters[judgements.rater[j]],
        criterion: judgements.criteria[judgements.criterion[j]].name,
        value: judgements.values[j],
        seconds: known(judgements.seconds, j),
        time: known(judgements.times, j),
        spans: spansOf(j),
      };
    }),
  );
}

const span = fc.record({
  in: fc.constantFrom('src', 'tgt'),
  category: fc.constantFrom('style', 'accuracy', ''),
  severity: fc.constantFrom('minor', 'major'),
  place: fc.option(fc.tuple(fc.nat(9), fc.nat(9))),
});
const judgement = fc.record(
  {
    system: fc.constantFrom(...names),
    rater: fc.constantFrom('ann', 'bob'),
    criterion: fc.constantFrom('human', 'style'),
    value: fc.integer(),
    seconds: fc.nat(99),
    day: fc.integer({ min: 1, max: 28 }),
    spans: fc.array(span, { maxLength: 3 }),
  },
  { requiredKeys: ['system', 'rater', 'criterion', 'value', 'spans'] },
);
const cell = ({ system, rater, criterion }: { system: string; rater: string; criterion: string }) =>
  `${system}/${rater}/${criterion}`;
/** The judgements of some items, and the same as the items of a dataset of three systems. */
const judged = fc
  .array(fc.uniqueArray(judgement, { selector: cell, maxLength: 6 }), { minLength: 1, maxLength: 5 })
  .filter((list) => list.some((item) => item.length > 0))
  .map((list) => {
    const expected = list.map((item) =>
      item.map(({ day, spans, seconds, ...one }): Row => ({
        ...one,
        seconds,
        time: day === undefined ? undefined : Date.UTC(2026, 4, day),
        spans: spans.map(({ place, ...mark }) => ({
          ...mark,
          ...(place && { from: place[0], to: place[0] + place[1] }),
        })),
      })),
    );
    const items = expected.map((item, i): Item => ({
      ...(i === 0 && { scores: Object.fromEntries(names.map((system) => [system, {}])) }),
      judgements: item.map(({ time, ...one }) => ({
        ...one,
        ...(time !== undefined && { time: new Date(time).toISOString() }),
      })),
    }));
    return { expected, dataset: datasetFromItems(items) };
  });

describe('judgements', () => {
  test('are what was given, whatever each of them leaves out', () => {
    fc.assert(
      fc.property(judged, ({ expected, dataset }) => {
        expect(rows(dataset, dataset.judgements!)).toEqual(expected);
        const all = expected.flat();
        const { seconds, times, spans } = dataset.judgements!;
        expect([seconds, times, spans].map((column) => column !== undefined)).toEqual([
          all.some((row) => row.seconds !== undefined),
          all.some((row) => row.time !== undefined),
          all.some((row) => row.spans.length > 0),
        ]);
      }),
    );
  });

  test('go with their items, as often as these are taken', () => {
    fc.assert(
      fc.property(judged, fc.array(fc.nat()), ({ expected, dataset }, numbers) => {
        const taken = numbers.map((number) => number % dataset.size);
        const part = takeItems(dataset, taken);
        expect(rows(part, part.judgements!)).toEqual(taken.map((item) => expected[item]));
        expect(part.judgements!.size).toBe(taken.flatMap((item) => expected[item]).length);
        expect(part.views).toEqual(dataset.views);
      }),
    );
  });

  test('go with their systems, in any order of these', () => {
    fc.assert(
      fc.property(judged, fc.uniqueArray(fc.nat(2), { minLength: 1 }), ({ expected, dataset }, systems) => {
        const part = takeSystems(dataset, systems);
        const left = systems.map((system) => names[system]);
        expect(rows(part, part.judgements!)).toEqual(
          expected.map((item) => item.filter(({ system }) => left.includes(system))),
        );
      }),
    );
  });
});

test('a human column names the criterion that it shows', () => {
  expect(['human', 'human_style', 'human_human_2', 'humane', 'acc'].map(criterionOfColumn)).toEqual([
    ...['human', 'style', 'human_2', 'humane', 'acc'],
  ]);
});
