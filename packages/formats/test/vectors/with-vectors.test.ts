import { datasetFromItems, type Dataset } from '@goldpan/core';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { withVectors } from '../../src/index.js';
import { errorOf, temporaryFolder } from '../temporary-folder.js';

const { file, path } = temporaryFolder();
const data = datasetFromItems(
  ['a', 'b', 'c'].map((id) => ({ id, src: id, tgt: { X: `${id}x`, __proto__x: `${id}y` } })),
);
const lines = (items: readonly object[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('');
const rowsOf = (dataset: Dataset, which: 'sources' | 'outputs') => {
  const { dimensions, values } = dataset.embeddings![which]!;
  return Array.from({ length: values.length / dimensions }, (_, row) => [
    ...values.subarray(row * dimensions, (row + 1) * dimensions),
  ]);
};

/** A .npy file as NumPy writes it. */
function npy(
  shape: readonly number[],
  values: readonly number[],
  { type = '<f4', fortran = false, version = 1 } = {},
) {
  const axes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${type}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${axes}), }`;
  const start = version === 1 ? 10 : 12;
  const header = `${text.padEnd(64 * Math.ceil((start + text.length + 1) / 64) - start - 1)}\n`;
  const length = Buffer.alloc(start - 8);
  if (version === 1) length.writeUInt16LE(header.length);
  else length.writeUInt32LE(header.length);
  const numbers = type === '<f8' ? Float64Array.from(values) : Float32Array.from(values);
  return Buffer.concat([
    Buffer.from('\x93NUMPY', 'latin1'),
    Buffer.from([version, 0]),
    length,
    Buffer.from(header, 'latin1'),
    Buffer.from(numbers.buffer),
  ]);
}

describe('vectors as JSON lines', () => {
  const sources = ['c', 'extra', 'a', 'b'].map((id, i) => ({ id, embedding: { src: [i, 0.1 + i] } }));

  test('belong to items by id, plain or gzip; those of other items are passed over', async () => {
    const expected = [
      [2, 2.1],
      [3, 3.1],
      [0, 0.1],
    ];
    expect(rowsOf(await withVectors(data, file(lines(sources))), 'sources')).toEqual(expected);
    expect(rowsOf(await withVectors(data, file(gzipSync(lines(sources)))), 'sources')).toEqual(expected);
  });

  test('of outputs belong to systems by name', async () => {
    const outputs = ['b', 'a', 'c'].map((id, i) => ({
      id,
      embedding: { tgt: { Z: [9], __proto__x: [i + 0.5], X: [i] } },
    }));
    const read = await withVectors(data, file(lines(outputs)));
    expect(rowsOf(read, 'outputs')).toEqual([[1], [1.5], [0], [0.5], [2], [2.5]]);
    expect(read.embeddings!.sources).toBeUndefined();
  });

  test('add to the vectors there are, and leave the dataset as it was', async () => {
    const first = await withVectors(data, file(lines(sources)));
    const outputs = data.ids.map((id) => ({ id, embedding: { tgt: { X: [1, 2], __proto__x: [3, 4] } } }));
    const both = await withVectors(first, file(lines(outputs)));
    expect(both.embeddings!.sources).toEqual(first.embeddings!.sources);
    expect([data.embeddings, first.embeddings!.outputs]).toEqual([undefined, undefined]);
    expect(both.outputs!(1, 0)).toBe('bx');
  });

  test.each([
    ['an item', sources.slice(0, 3), /none of "b"/],
    ['two items', sources.slice(0, 2), /none of "a" \(2 of 3 items lack them\)/],
    [
      'a system',
      data.ids.map((id) => ({ id, embedding: { tgt: { X: [1] } } })),
      /every system .* none of "__proto__x"/,
    ],
    ['everything', data.ids.map((id) => ({ id })), /it has neither/],
    ['one vector', [...sources, { id: 'd' }], /it has neither/],
  ])('that lack %s are an error', async (_, items, message) => {
    const error = await errorOf(withVectors(data, file(lines(items))));
    expect(error).toMatchObject({ code: 'UNUSABLE_INPUT', message: expect.stringMatching(message) });
  });
});

describe('vectors as .npy', () => {
  test.each([
    ['<f4', 1],
    ['<f8', 1],
    ['<f4', 2],
  ])('of type %s, version %i, belong to items by position', async (type, version) => {
    const name = file(npy([3, 2], [1, 2, 3, 4, 5, 6.5], { type, version }));
    expect(rowsOf(await withVectors(data, name), 'sources')).toEqual([
      [1, 2],
      [3, 4],
      [5, 6.5],
    ]);
  });

  test('of three axes are of outputs', async () => {
    const read = await withVectors(data, file(npy([3, 2, 1], [1, 2, 3, 4, 5, 6])));
    expect(rowsOf(read, 'outputs')).toEqual([[1], [2], [3], [4], [5], [6]]);
  });

  test.each([
    ['of another number of items', npy([2, 2], [1, 2, 3, 4]), /shape \(3, dimensions\).*it has \(2, 2\)/],
    ['of another number of systems', npy([3, 3, 1], Array(9).fill(1)), /\(3, 2, dimensions\) for outputs/],
    ['of one axis', npy([3], [1, 2, 3]), /it has \(3\)/],
    ['of no dimensions', npy([3, 0], []), /it has \(3, 0\)/],
    ['with NaN', npy([3, 1], [1, NaN, 3]), /the vector of item "b" has NaN/],
    ['of whole numbers', npy([3, 1], [1, 2, 3], { type: '<i4' }), /it holds "<i4"/],
    ['in Fortran order', npy([3, 1], [1, 2, 3], { fortran: true }), /Fortran/],
    ['that end early', npy([3, 1], [1, 2, 3]).subarray(0, -4), /12 bytes of numbers.*it has 8/],
    ['with a header that is none', Buffer.from('\x93NUMPY\x01\x00\x04\x00{}  ', 'latin1'), /header/],
    ['that are only a beginning', Buffer.from('\x93NUMPY', 'latin1'), /does not begin as one/],
  ])('%s are an error', async (_, bytes, message) => {
    const error = await errorOf(withVectors(data, file(bytes)));
    expect(error).toMatchObject({ code: 'UNUSABLE_INPUT', message: expect.stringMatching(message) });
  });
});

describe('vectors as Parquet', () => {
  type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData'];
  const parquet = (columnData: Columns) => file(new Uint8Array(parquetWriteBuffer({ columnData })));
  /** As pandas and Arrow write lists of numbers. */
  const withLists = (columnData: Columns, texts: readonly string[]) => {
    const schema: Parameters<typeof parquetWriteBuffer>[0]['schema'] = [
      { name: 'root', num_children: columnData.length },
      ...texts.map(
        (name) =>
          ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }) as const,
      ),
      { name: 'vector', converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', type: 'FLOAT', repetition_type: 'OPTIONAL' },
    ];
    return file(new Uint8Array(parquetWriteBuffer({ columnData, schema })));
  };

  test('of sources belong to items by id', async () => {
    const vectors = [
      [1, 2],
      [3, 4],
      [5, 6.5],
    ];
    const columns = [
      { name: 'id', data: ['b', 'c', 'a'] },
      { name: 'vector', data: vectors },
    ];
    const name = withLists(columns, ['id']);
    expect(rowsOf(await withVectors(data, name), 'sources')).toEqual([
      [5, 6.5],
      [1, 2],
      [3, 4],
    ]);
  });

  test('of outputs belong to items and systems', async () => {
    const cells = data.ids.flatMap((id, i) =>
      ['__proto__x', 'X'].map((system, s) => ({ id, system, vector: [i, s] })),
    );
    const columns = [
      { name: 'id', data: cells.map(({ id }) => id) },
      { name: 'system', data: cells.map(({ system }) => system) },
      { name: 'vector', data: cells.map(({ vector }) => vector) },
    ];
    const name = withLists(columns, ['id', 'system']);
    expect(rowsOf(await withVectors(data, name), 'outputs').slice(0, 3)).toEqual([
      [0, 1],
      [0, 0],
      [1, 1],
    ]);
  });

  test('without the columns, or with texts in the place of vectors, are an error', async () => {
    const columns = parquet([{ name: 'id', data: ['a'] }]);
    expect((await errorOf(withVectors(data, columns))).message).toMatch(/"id" and "vector"; it has id/);
    const texts = parquet([
      { name: 'id', data: ['a', 'b', 'c'] },
      { name: 'vector', data: ['x', 'y', 'z'] },
    ]);
    expect(await errorOf(withVectors(data, texts))).toMatchObject({ code: 'INVALID_ITEM' });
  });
});

test('a file that is not there is an error with the nearest name', async () => {
  file('', 'vectors.npy');
  expect((await errorOf(withVectors(data, path('vector.npy')))).message).toContain('vectors.npy');
});
