import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnsOfDataset,
  datasetFromColumns,
  datasetFromItems,
  takeItems,
  takeSystems,
  type Item,
} from '../src/index.js';
import { contents, expectError, hostileNames, items, sample } from './support.js';

const own = (record: any, key: string) =>
  record !== undefined && record !== null && Object.hasOwn(record, key) ? record[key] : undefined;

describe('a dataset', () => {
  test('holds every cell of its items under any names, and nothing else', () => {
    fc.assert(
      fc.property(items, (list) => {
        const data = datasetFromItems(list);
        list.forEach((item: Item, i) => {
          expect(data.ids[i]).toBe(item.id);
          expect(data.sources?.[i]).toBe(item.src ?? undefined);
          expect(data.references?.[i]).toBe(item.ref ?? undefined);
          expect(data.documents?.[i]).toBe(item.doc ?? undefined);
          expect(data.domains?.[i]).toBe(item.domain ?? undefined);
          expect(data.costs?.[i] ?? NaN).toBe(item.cost ?? NaN);
          data.systems.forEach((system, s) => {
            expect(data.outputs?.(i, s)).toBe(own(item.tgt, system) ?? undefined);
            for (const metric of data.metrics) {
              const { values } = data.scores(metric);
              expect(values[i * data.systems.length + s]).toBe(own(own(item.scores, system), metric) ?? NaN);
            }
          });
        });
        const named = list.flatMap((item) => [
          ...Object.keys(item.scores ?? {}),
          ...Object.keys(item.tgt ?? {}).filter((system) => own(item.tgt, system) !== null),
        ]);
        expect(new Set(data.systems)).toEqual(new Set(named));
        expect(data.systems.length).toBe(new Set(named).size);
      }),
      { numRuns: 50 },
    );
  });

  test('leaves the items as they were', () => {
    fc.assert(
      fc.property(items, (list) => {
        const before = structuredClone(list);
        datasetFromItems(list);
        expect(list).toEqual(before);
      }),
    );
  });

  test('knows hostile names from names it does not have', async () => {
    const cells = Object.fromEntries(hostileNames.map((name, i) => [name, i]));
    const data = datasetFromItems([
      { scores: Object.fromEntries(hostileNames.map((name) => [name, cells])) },
      JSON.parse('{"scores": {"__proto__": {"__proto__": 99}}}'),
    ]);
    expect(data.systems).toEqual(hostileNames);
    expect(data.metrics).toEqual(hostileNames);
    expect(data.scores('__proto__').values[hostileNames.length]).toBe(99);
    await expectError(() => data.scores('valueOf'), 'UNKNOWN_METRIC', 'has no metric "valueOf"');
    await expectError(() => sample().scores('commet'), 'UNKNOWN_METRIC', 'did you mean "comet"?', '"human"');
    await expectError(() => datasetFromItems([{}]).scores('x'), 'UNKNOWN_METRIC', 'it has no scores at all');
  });

  test('cannot be given other members', () => {
    const data = sample();
    expect(Object.isFrozen(data)).toBe(true);
    expect(Object.isFrozen(data.scores('human'))).toBe(true);
    expect(Object.isFrozen(takeItems(data, [1]))).toBe(true);
  });

  test('survives the way through columns and a structured clone, with the same shared memory', () => {
    fc.assert(
      fc.property(items, (list) => {
        const data = datasetFromItems(list);
        expect(contents(datasetFromColumns(structuredClone(columnsOfDataset(data))))).toEqual(contents(data));
      }),
    );
    const data = sample();
    expect(contents(datasetFromColumns(structuredClone(columnsOfDataset(data))))).toEqual(contents(data));
    expect(columnsOfDataset(data).scores[0]).toBe(data.scores('human').values);
  });
});

describe('takeItems', () => {
  test('gives the rows asked for, in order, with repetition', () => {
    const data = sample();
    const rows = fc.array(fc.nat({ max: data.size - 1 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (taken) => {
        const part = contents(takeItems(data, taken));
        const all = contents(data);
        const pick = <T>(values: readonly T[]) => taken.map((item) => values[item]);
        const block = (values: readonly number[], width: number) =>
          taken.flatMap((item) => values.slice(item * width, (item + 1) * width));
        expect(part).toEqual({
          ...all,
          ids: pick(all.ids),
          sources: pick(all.sources!),
          references: pick(all.references!),
          documents: pick(all.documents!),
          domains: pick(all.domains!),
          costs: pick(all.costs!),
          outputs: pick(all.outputs!),
          scores: all.scores.map((values) => block(values, 3)),
          embeddings: {
            sources: block(all.embeddings!.sources!, 2),
            outputs: block(all.embeddings!.outputs!, 9),
          },
        });
      }),
    );
  });

  test('of everything changes nothing, and twice is once', () => {
    fc.assert(
      fc.property(items, fc.array(fc.nat()), fc.array(fc.nat()), (list, first, second) => {
        const data = datasetFromItems(list);
        expect(contents(takeItems(data, [...data.ids.keys()]))).toEqual(contents(data));
        const outer = first.map((n) => n % data.size);
        const inner = outer.length === 0 ? [] : second.map((n) => n % outer.length);
        const composed = inner.map((n) => outer[n]);
        expect(contents(takeItems(takeItems(data, outer), inner))).toEqual(
          contents(takeItems(data, composed)),
        );
      }),
    );
  });

  test('keeps single precision embeddings single, and origins with their items', () => {
    const data = datasetFromColumns({
      ...columnsOfDataset(sample()),
      origins: Array.from('0123456', (line) => `f:${line}`),
      columns: new Map([['register', Array.from('abcdefg')]]),
      embeddings: {
        sources: { dimensions: 2, values: Float32Array.from({ length: 14 }, (_, i) => i) },
        outputs: { dimensions: 1, values: Float32Array.from({ length: 21 }, (_, i) => i) },
      },
    });
    const part = takeItems(data, [6, 6, 2]);
    expect(part.embeddings!.sources!.values).toEqual(Float32Array.of(12, 13, 12, 13, 4, 5));
    expect(part.origin!(1)).toBe('f:6');
    expect(part.columns).toEqual(new Map([['register', ['g', 'g', 'c']]]));
    const systems = takeSystems(part, [2, 0]);
    expect(systems.embeddings!.outputs!.values).toEqual(Float32Array.of(20, 18, 20, 18, 8, 6));
    expect(systems.origin!(2)).toBe('f:2');
    expect(systems.columns).toEqual(part.columns);
    expect(columnsOfDataset(part)).toMatchObject({ origins: ['f:6', 'f:6', 'f:2'], columns: part.columns });
    expect(columnsOfDataset(takeItems(sample(), [1]))).not.toHaveProperty('columns');
  });

  test('copies the scores of a metric once, into shared memory', () => {
    const part = takeItems(sample(), [3, 1]);
    expect(part.scores('human')).toBe(part.scores('human'));
    expect(part.scores('human').values.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test.each([7, -1, 0.5, NaN])('refuses the item %d of 7', (item) =>
    expectError(
      () => takeItems(sample(), [0, item]),
      'INDEX_OUT_OF_RANGE',
      `item indices must be whole numbers from 0 to 6; got ${item}`,
    ),
  );
});
