import { describe, expect, test } from 'vitest';
import { DatasetBuilder, datasetFromItems } from '../src/index.js';
import { contents, expectError } from './support.js';

const one = { id: 'a', scores: { x: { comet: 1 } } };

describe('a dataset builder', () => {
  test('lists systems and metrics by first occurrence and leaves missing cells NaN', () => {
    const data = datasetFromItems([
      { scores: { b: { comet: 1 } } },
      { scores: { a: { human: 2, comet: null }, b: { comet: 3 } } },
    ]);
    expect(data.ids).toEqual(['0', '1']);
    expect(data.systems).toEqual(['b', 'a']);
    expect(data.metrics).toEqual(['comet', 'human']);
    expect(data.scores('comet')).toEqual({ items: 2, systems: 2, values: Float64Array.of(1, NaN, 3, NaN) });
    expect([...data.scores('human').values]).toEqual([NaN, NaN, NaN, 2]);
    expect(data.sources).toBeUndefined();
    expect(data.outputs).toBeUndefined();
    expect(data.costs).toBeUndefined();
    expect(data.origin).toBeUndefined();
  });

  test('keeps scores over block borders, with systems and metrics that appear late', () => {
    const size = 4096 * 2 + 3;
    const late = { system: 4096 + 17, metric: 4096 * 2 };
    const builder = new DatasetBuilder();
    for (let i = 0; i < size; i++) {
      const cells = i >= late.metric ? { m: i, n: -i } : { m: i };
      builder.add({ id: i, scores: { s: cells, ...(i >= late.system && { t: { m: i / 2 } }) } });
    }
    const data = builder.build();
    const m = data.scores('m').values;
    const n = data.scores('n').values;
    expect(m.length).toBe(size * 2);
    expect(n.length).toBe(size * 2);
    const wrong = data.ids.filter(
      (_, i) =>
        m[2 * i] !== i ||
        !Object.is(m[2 * i + 1], i >= late.system ? i / 2 : NaN) ||
        !Object.is(n[2 * i], i >= late.metric ? -i : NaN) ||
        !Number.isNaN(n[2 * i + 1]),
    );
    expect(wrong).toEqual([]);
  });

  test.each([4095, 4096, 4097])('keeps every score of %i items', (size) => {
    const builder = new DatasetBuilder();
    for (let i = 0; i < size; i++) builder.add({ scores: { s: { m: i } } });
    const { values } = builder.build().scores('m');
    expect(values).toEqual(Float64Array.from({ length: size }, (_, i) => i));
  });

  test('registers systems that have outputs, embeddings or empty scores only', () => {
    const data = datasetFromItems([
      { tgt: { a: 'A', b: null }, scores: { c: {} }, embedding: { tgt: { d: [1, 2] } } },
    ]);
    expect(data.systems).toEqual(['c', 'a', 'd']);
    expect(data.metrics).toEqual([]);
    expect(data.outputs!(0, 1)).toBe('A');
    expect(data.outputs!(0, 0)).toBeUndefined();
    expect(data.embeddings).toBeUndefined();
  });

  test('does not keep texts when told so', () => {
    const builder = new DatasetBuilder({ texts: false });
    builder.add({ src: 's', ref: 'r', tgt: { y: 'Y' }, doc: 7, ...one });
    const data = builder.build();
    expect([data.sources, data.references, data.outputs]).toEqual([undefined, undefined, undefined]);
    expect(data.systems).toEqual(['x']);
    expect(data.documents).toEqual(['7']);
  });

  test('takes an id from "id", then "i", then the position', () => {
    expect(datasetFromItems([{ id: 'p', i: 5 }, { i: 5 }, { id: null as never }, {}]).ids).toEqual([
      'p',
      '5',
      '2',
      '3',
    ]);
  });

  test('keeps copies: changing a record later changes nothing', () => {
    const record = {
      scores: { x: { comet: 1 } },
      tgt: { x: 'old' },
      embedding: { src: [1], tgt: { x: [2] } },
    };
    const builder = new DatasetBuilder();
    builder.add(record);
    record.scores.x.comet = 9;
    record.tgt.x = 'new';
    record.embedding.src[0] = 9;
    record.embedding.tgt.x[0] = 9;
    const data = builder.build();
    expect(data.scores('comet').values[0]).toBe(1);
    expect(data.outputs!(0, 0)).toBe('old');
    expect(data.embeddings!.sources!.values[0]).toBe(1);
    expect(data.embeddings!.outputs!.values[0]).toBe(2);
  });

  test('gives scores in shared memory', () => {
    expect(datasetFromItems([one]).scores('comet').values.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test('has embeddings where every item, or every cell, has a vector', () => {
    const item = { ...one, embedding: { src: [1, 2], tgt: { x: [3, 4, 5] } } };
    const complete = datasetFromItems([item, { ...item, id: 'b' }]).embeddings!;
    expect(complete.sources).toEqual({ dimensions: 2, values: Float64Array.of(1, 2, 1, 2) });
    expect(complete.outputs).toEqual({ dimensions: 3, values: Float64Array.of(3, 4, 5, 3, 4, 5) });
    const partial = datasetFromItems([item, { ...item, id: 'b', embedding: { src: [0, 1] } }]).embeddings!;
    expect(Object.keys(partial)).toEqual(['sources']);
  });

  test('builds once', async () => {
    const builder = new DatasetBuilder();
    builder.add(one);
    builder.build();
    await expectError(() => builder.build(), 'BUILDER_USED', 'make a new DatasetBuilder');
    await expectError(() => builder.add({ id: 'b' }), 'BUILDER_USED');
  });

  test('needs an item', () =>
    expectError(
      () => new DatasetBuilder().build('x.jsonl'),
      'NO_ITEMS',
      'x.jsonl must have at least one item',
    ));
});

describe('an item is refused, naming the place and the cure', () => {
  const cell = (score: unknown) => ({ id: 'b', scores: { x: { comet: score } } });
  const place = ['f.jsonl:2, system "x", metric "comet": a score must be a finite number or null'];
  test.each<[string, unknown, string[]]>([
    ['a score of NaN', cell(NaN), [...place, 'got NaN']],
    ['a score of 1e999', JSON.parse('{"scores":{"x":{"comet":1e999}}}'), [...place, 'got Infinity']],
    ['a score in quotes', cell('0.5'), [...place, 'got "0.5"', 'write the number without quotes']],
    ['a score of true', cell(true), [...place, 'got true']],
    ['a bigint score', cell(5n), [...place, 'got 5']],
    ['a bad score of a new metric', { scores: { x: { new: 'n' } } }, ['f.jsonl:2, system "x", metric "new"']],
    ['a bad score of a new system', { scores: { new: { comet: [] } } }, ['system "new"', 'got []']],
    [
      'scores without a metric',
      { scores: { x: 3 } },
      ['"scores" of system "x" must be an object of metrics; got 3'],
    ],
    ['scores without a metric, new system', { scores: { y: null } }, ['system "y"', 'got null']],
    ['scores in a list', { scores: [] }, ['"scores" must be an object of system names', 'got []']],
    ['a list', [1], ['an item must be an object; got [1]']],
    ['a text', 'x'.repeat(99), ['an item must be an object; got "xxx', '…']],
    ['nothing', undefined, ['an item must be an object; got nothing']],
    ['an id that is an object', { id: {} }, ['"id" must be a text or a number; got {}']],
    ['an id of NaN', { id: NaN }, ['"id" must be a text or a number; got NaN']],
    ['a source that is a number', { src: 5 }, ['"src" must be a text; got 5']],
    ['an output that is a number', { tgt: { x: 1 } }, ['"tgt" of system "x" must be a text or null; got 1']],
    ['outputs in a list', { tgt: ['x'] }, ['"tgt" must be an object of system names']],
    ['a cost in quotes', { cost: '3' }, ['"cost" must be a finite number; got "3"']],
    ['an endless cost', { cost: Infinity }, ['"cost" must be a finite number; got Infinity']],
    ['an embedding that is a list', { embedding: [1] }, ['"embedding" must be an object']],
    [
      'an embedding with a hole',
      { embedding: { src: [1, null] } },
      ['"embedding.src" must be a list of at least'],
    ],
    ['an empty embedding', { embedding: { tgt: { x: [] } } }, ['"embedding.tgt" of system "x" must be']],
    [
      'a shorter vector',
      { embedding: { src: [1] } },
      ['"embedding.src" must be a vector of length 2', 'its length is 1'],
    ],
    [
      'a longer vector',
      { embedding: { tgt: { x: [1, 2] } } },
      ['of system "x" must be a vector of length 1', 'its length is 2'],
    ],
    ['an id that was there', one, ['id "a" must be unique; f.jsonl:1 has it too', 'its own "id"']],
  ])('%s', async (_, record, texts) => {
    const builder = new DatasetBuilder();
    builder.add({ ...one, embedding: { src: [1, 2], tgt: { x: [3] } } }, 'f.jsonl:1');
    await expectError(() => builder.add(record, 'f.jsonl:2'), 'INVALID_ITEM', 'f.jsonl:2', ...texts);

    // The refused item has left nothing behind.
    expect(builder.size).toBe(1);
    builder.add(
      { id: 'c', scores: { x: { comet: 2 } }, embedding: { src: [5, 6], tgt: { x: [7] } } },
      'f.jsonl:3',
    );
    expect(contents(builder.build())).toEqual({
      ids: ['a', 'c'],
      systems: ['x'],
      metrics: ['comet'],
      scores: [[1, 2]],
      origins: ['f.jsonl:1', 'f.jsonl:3'],
      embeddings: { sources: [1, 2, 5, 6], outputs: [3, 7] },
    });
  });

  test('without an origin the position is the place', () =>
    expectError(() => datasetFromItems([one, one]), 'INVALID_ITEM', 'item 1: id "a"', 'an earlier item'));
});
