import { describe, expect, test } from 'vitest';
import { judgementFields } from '../src/judgements/judgement-fields.js';
import { expectError } from './support.js';

const given = { system: 'x', rater: 'ann', value: 4 };
const read = (judgement: unknown, item: object = {}) =>
  judgementFields({ ...item, judgements: [judgement] }, 'f.jsonl:3')![0];

describe('a judgement', () => {
  test('has a system, a rater, a criterion, which is human where none is named, and a value', () => {
    expect(read(given)).toEqual({ system: 'x', rater: 'ann', criterion: 'human', value: 4 });
    expect(read({ ...given, criterion: 'fluency', value: 'good' })).toEqual({
      ...{ system: 'x', rater: 'ann', criterion: 'fluency', value: 'good' },
    });
    expect(read({ ...given, rater: 7, system: '' })).toMatchObject({ rater: '7', system: '' });
  });

  test('has a number of a run in place of a rater where it was measured', () => {
    const measured = { system: 'x', repeat: 2, criterion: 'acc', value: 0.5 };
    expect(read(measured)).toEqual({
      ...{ system: 'x', rater: 'repeat 2', repeat: 2, criterion: 'acc', value: 0.5 },
    });
    expect(read({ ...measured, seconds: 3 })).toMatchObject({ repeat: 2, seconds: 3 });
    expect(() => read({ system: 'x', repeat: 2, value: 0.5 })).toThrow(
      'a repeated run must name the metric that it measured',
    );
  });

  test.each<[object, object]>([
    [{ seconds: 12.5 }, { seconds: 12.5 }],
    [{ time: '2026-05-01' }, { time: Date.UTC(2026, 4, 1) }],
    [
      { spans: [{ severity: 'minor' }], seconds: 0 },
      { spans: [{ in: 'tgt', category: '', severity: 'minor' }], seconds: 0 },
    ],
    [{ spans: [] }, {}],
    [{ seconds: null, time: null, spans: null }, {}],
  ])('has further %j', (further, expected) =>
    expect(read({ ...given, ...further })).toStrictEqual({
      ...{ system: 'x', rater: 'ann', criterion: 'human', value: 4 },
      ...expected,
    }),
  );

  test('is of a system with an output, where the item has outputs', () => {
    const { system: _, ...rest } = given;
    const item = { tgt: { x: 'Ja', y: null } };
    expect(read(given, item).system).toBe('x');
    for (const tgt of [{}, null, 'text', undefined]) expect(read(given, { tgt }).system).toBe('x');
    for (const system of ['y', 'z', 'toString'])
      expect(() => read({ ...rest, system }, item)).toThrow(
        'must have an output of the system; check the name, or add the output to "tgt"',
      );
  });

  test('marks spans in the texts of its own system and source', () => {
    const item = { src: 'Hi', tgt: { x: 'Ja', y: 'Jawohl' } };
    const marking = (system: string, span: object) =>
      read({ ...given, system, spans: [span] }, item).spans?.length;
    expect(marking('y', { from: 0, to: 6 })).toBe(1);
    expect(() => marking('x', { from: 0, to: 6 })).toThrow('in the output, which has 2 characters');
    expect(() => marking('y', { in: 'src', from: 0, to: 6 })).toThrow('in the source, which has 2');
    expect(read({ ...given, spans: [{ in: 'src', from: 0, to: 6 }] }, { src: 5 }).spans).toHaveLength(1);
    expect(read({ ...given, spans: [{ from: 0, to: 6 }] }, { tgt: { x: 5 } }).spans).toHaveLength(1);
  });

  const place = 'f.jsonl:3, system "x", rater "ann", criterion "human":';
  const mend = '; mend this judgement';
  test.each<[object, string]>([
    [
      { system: undefined },
      `f.jsonl:3, rater "ann", criterion "human": "system" must be a text; got nothing${mend}`,
    ],
    [
      { system: 5 },
      `f.jsonl:3, system 5, rater "ann", criterion "human": "system" must be a text; got 5${mend}`,
    ],
    [
      { rater: undefined },
      'f.jsonl:3, system "x", criterion "human": "rater" must be a text or a number; got nothing; say who judged',
    ],
    [
      { rater: '' },
      'f.jsonl:3, system "x", rater "", criterion "human": "rater" must be a text or a number; got ""; say who judged',
    ],
    [{ rater: true }, '"rater" must be a text or a number; got true; say who judged'],
    [{ criterion: '' }, `criterion "": "criterion" must be a text; got ""${mend}`],
    [{ criterion: 3 }, `criterion 3: "criterion" must be a text; got 3${mend}`],
    [{ value: undefined }, `${place} "value" must be a finite number or a text; got nothing${mend}`],
    [{ value: null }, `${place} "value" must be a finite number or a text; got null${mend}`],
    [{ value: NaN }, `${place} "value" must be a finite number or a text; got NaN${mend}`],
    [{ value: [4] }, `${place} "value" must be a finite number or a text; got [4]${mend}`],
    [{ seconds: -1 }, `${place} "seconds" must be from 0 to less than a week (604800); got -1${mend}`],
    [{ time: 'noon' }, `${place} "time" must be such as "2026-05-01T12:30:00Z"; got "noon"${mend}`],
    [{ spans: 'x' }, `${place} "spans" must be a list; got "x"${mend}`],
    [
      { repeat: 1 },
      `rater "repeat 1", criterion "human": "repeat" must be the number of a run, 1 or more, in place of "rater"; got 1${mend}`,
    ],
    [{ rater: undefined, repeat: 0 }, '"repeat" must be the number of a run, 1 or more'],
    [{ rater: undefined, repeat: 1.5 }, 'in place of "rater"; got 1.5'],
    [{ rater: undefined, repeat: '1' }, 'in place of "rater"; got "1"'],
    [{ rater: undefined, repeat: null }, 'in place of "rater"; got null'],
  ])('is refused with %j', (change, message) =>
    expectError(() => read({ ...given, ...change }), 'INVALID_JUDGEMENT', message),
  );

  test.each([[null], [5], ['x'], [[]]])('is not %j', (value) =>
    expectError(
      () => judgementFields({ judgements: [given, value] }, 'f.jsonl:3'),
      'INVALID_ITEM',
      `f.jsonl:3: judgement 2 must be an object; got ${JSON.stringify(value)}; write {"system", "rater", "value"}`,
    ),
  );
});

test('an item may have no judgements', () => {
  expect(judgementFields({}, 'here')).toBeUndefined();
  expect(judgementFields({ judgements: null }, 'here')).toBeUndefined();
  expect(judgementFields({ judgements: [] }, 'here')).toEqual([]);
});

test('judgements of an item are a list', () =>
  expectError(
    () => judgementFields({ judgements: { x: 1 } }, 'f.jsonl:3'),
    'INVALID_ITEM',
    'f.jsonl:3: "judgements" must be a list; got {"x":1}; write [{"system", "rater", "value"}, …]',
  ));
