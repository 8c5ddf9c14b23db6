import { describe, expect, test } from 'vitest';
import { itemFields } from '../src/item-fields.js';
import { ItemChecker } from '../src/index.js';
import { expectError } from './support.js';

const read = (record: unknown, columns: string[] = [], texts = true) =>
  itemFields(record, { position: 7, where: 'f.jsonl:8', texts, columns });

describe('the fields of an item', () => {
  test('are read under the names of the project', () => {
    const tgt = { x: 'X', y: null };
    const vectors = { src: [1, 2], tgt: { x: [3] } };
    const scores = { x: { m: 1 } };
    expect(
      read({ id: 5, src: 's', ref: 'r', tgt, scores, doc: 6, domain: 'news', cost: 2, embedding: vectors }),
    ).toEqual({
      ...{
        id: '5',
        source: 's',
        reference: 'r',
        outputs: tgt,
        scores,
        document: '6',
        domain: 'news',
        cost: 2,
      },
      ...{ sourceVector: [1, 2], outputVectors: { x: [3] } },
    });
  });

  test('are absent where they are null, and the id is then the position', () => {
    const absent = { id: null, i: null, src: null, tgt: null, scores: null, doc: null, embedding: null };
    expect(read(absent)).toEqual({ id: '7' });
    expect(read({ embedding: { src: null, tgt: { x: null } } })).toEqual({
      id: '7',
      outputVectors: { x: null },
    });
  });

  test('are read without texts where these are not wanted, not even looked at', () => {
    expect(read({ src: 's', ref: 5, tgt: 'wrong', doc: 'd' }, [], false)).toEqual({ id: '7', document: 'd' });
  });

  test('have further columns where they are asked for, in that order', () => {
    const record = { register: 'high', year: 1999, draft: false, meta: { kind: 'poem', size: 0 } };
    expect(read(record, ['year', 'none', 'draft', 'meta.kind', 'meta.size', 'register']).columns).toEqual([
      ...['1999', undefined, 'false', 'poem', '0', 'high'],
    ]);
    expect(read(record)).toStrictEqual({ ...read({}), columns: undefined });
    expect(read({ meta: { 'a.b': 'deep' }, a: null }, ['meta.a.b', 'a']).columns).toEqual([
      'deep',
      undefined,
    ]);
  });

  test.each<[unknown, string]>([
    [5, 'an item must be an object; got 5; write one {…} per line'],
    [null, 'an item must be an object; got null; write one {…} per line'],
    [[], 'an item must be an object; got []; write one {…} per line'],
    [{ id: true }, '"id" must be a text or a number; got true; mend this field'],
    [{ src: ['a'] }, '"src" must be a text; got ["a"]; mend this field'],
    [{ ref: 1 }, '"ref" must be a text; got 1; mend this field'],
    [{ tgt: [] }, '"tgt" must be an object of system names, each with a text; got []; mend this field'],
    [{ tgt: { 'a"': 5 } }, '"tgt" of system "a\\"" must be a text or null; got 5; mend this field'],
    [{ scores: 'x' }, '"scores" must be an object of system names and scores; got "x"; mend this field'],
    [{ doc: {} }, '"doc" must be a text or a number; got {}; mend this field'],
    [{ domain: NaN }, '"domain" must be a text or a number; got NaN; mend this field'],
    [{ cost: NaN }, '"cost" must be a finite number; got NaN; mend this field'],
    [{ embedding: 5 }, '"embedding" must be an object with "src" and "tgt"; got 5; mend this field'],
    ...['ab', [], [NaN], ['1'], { length: 1, 0: 1 }].map((vector): [unknown, string] => [
      { embedding: { src: vector } },
      '"embedding.src" must be a list of at least one finite number; got',
    ]),
    [
      { embedding: { tgt: { x: [1, null] } } },
      '"embedding.tgt" of system "x" must be a list of at least one finite number or null; got [1,null]',
    ],
    [
      { embedding: { tgt: 5 } },
      '"embedding.tgt" must be an object of system names, each with a list of at least one finite number; got 5',
    ],
    [{ register: [1] }, '"register" must be a text or a number; got [1]; mend this field'],
    [{ meta: { kind: {} } }, '"meta.kind" must be a text or a number; got {}; mend this field'],
  ])('%j is refused', (record, message) =>
    expectError(() => read(record, ['register', 'meta.kind']), 'INVALID_ITEM', `f.jsonl:8: ${message}`),
  );
});

describe('an item beside those before it', () => {
  const after = (...records: object[]) => {
    const checker = new ItemChecker();
    for (const record of records) checker.check(record);
    return checker;
  };

  test('has vectors as long as theirs, sources and outputs apart', async () => {
    const checker = after({ embedding: { src: [1, 2] } }, { embedding: { tgt: { x: [1], y: [2] } } });
    for (const embedding of [{ src: [5, 6] }, { tgt: { z: [1] } }, { src: [0, 0], tgt: { x: [1], y: null } }])
      expect(checker.check({ embedding })).toBeDefined();
    await expectError(
      () => checker.check({ embedding: { src: [1, 2, 3] } }),
      'INVALID_ITEM',
      'item 5: "embedding.src" must be a vector of length 2 like those before it; its length is 3; ' +
        'embed all texts with the same model',
    );
    await expectError(
      () => checker.check({ embedding: { tgt: { x: [1, 2] } } }),
      'INVALID_ITEM',
      '"embedding.tgt" of system "x" must be a vector of length 1 like those before it; its length is 2',
    );
    await expectError(
      () => after({ embedding: { tgt: { x: [1], y: [2, 3] } } }),
      'INVALID_ITEM',
      'of system "y" must be a vector of length 1',
    );
  });

  test('brings its systems: of scores, outputs, vectors and judgements, in this order', () => {
    const judged = ['e', 'e', 'd', 'e', 'a'].map((system, at) => ({ system, rater: `r${at}`, value: 1 }));
    const checker = after(
      { tgt: { b: 'B', gone: null }, scores: { a: {} } },
      { embedding: { tgt: { c: [1], none: null } }, tgt: { b: 'B' } },
      { judgements: judged },
      { tgt: { f: 'F' } },
      { tgt: { b: 'B', c: 'C', g: 'G' } },
    );
    expect(checker.systems).toEqual(['a', 'b', 'c', 'e', 'd', 'f', 'g']);
    expect(checker.size).toBe(5);
  });

  test('must have an id of its own; the place of the other is told', async () => {
    const checker = new ItemChecker();
    checker.check({ id: 'a' });
    checker.check({ id: 'b' }, 'f.jsonl:2');
    const own = 'give every item its own "id"';
    await expectError(
      () => checker.check({ id: 'a' }),
      'INVALID_ITEM',
      `item 2: id "a" must be unique; an earlier item has it too; ${own}`,
    );
    await expectError(
      () => checker.check({ id: 'b' }, 'f.jsonl:3'),
      'INVALID_ITEM',
      `f.jsonl:3: id "b" must be unique; f.jsonl:2 has it too; ${own}`,
    );
  });
});
