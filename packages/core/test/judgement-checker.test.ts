import { describe, expect, test } from 'vitest';
import { JudgementChecker } from '../src/judgements/judgement-checker.js';
import { datasetFromItems, ItemChecker } from '../src/index.js';
import { expectError } from './support.js';

const judgement = (change: object = {}) => ({ system: 'x', rater: 'ann', value: 1, ...change });
const declared = (scale: object) => ({ criteria: { human: scale } });
const stars = declared({ scale: 'stars', max: 5 });

/** A checker that has taken some items. */
function after(...items: Record<string, unknown>[]): JudgementChecker {
  const checker = new JudgementChecker();
  items.forEach((item, i) => {
    const found = checker.check(item, `item ${i}`);
    if (found !== undefined) checker.accept(found, `item ${i}`);
  });
  return checker;
}
const item = (change: object = {}, more: object = {}) => ({ ...more, judgements: [judgement(change)] });

describe('what an item says of judgements', () => {
  test('is nothing where it has neither judgements nor scales', () => {
    for (const record of [{}, { judgements: [] }, { criteria: {} }, { judgements: null, criteria: null }])
      expect(new JudgementChecker().check(record, 'here')).toBeUndefined();
  });

  test('is its scales and its judgements', () => {
    expect(new JudgementChecker().check({ ...item(), ...stars }, 'here')).toEqual({
      scales: new Map([['human', { kind: 'stars', min: 1, max: 5, better: 'higher' }]]),
      judgements: [{ system: 'x', rater: 'ann', criterion: 'human', value: 1 }],
    });
    expect(new JudgementChecker().check(item(), 'here')).toMatchObject({ scales: new Map() });
    expect(new JudgementChecker().check(stars, 'here')).toMatchObject({ judgements: [] });
  });

  test('is kept only once it is accepted', () => {
    const checker = new JudgementChecker();
    expect(checker.check(item({ value: 'good' }), 'here')).toBeDefined();
    expect([checker.criteria, checker.raters.names]).toEqual([[], []]);
    expect(checker.check(item({ value: 5 }), 'here')).toBeDefined();
  });
});

describe('the criteria so far', () => {
  test('are in the order in which they occurred, with their scales', () => {
    const checker = after(
      item({ criterion: 'kind', value: 'poem' }),
      item({ rater: 'bob' }, { criteria: { clear: { scale: 'ordered', levels: ['no', 'yes'] } } }),
      item({ criterion: 'kind', value: 'prose', rater: 'bob' }),
      item({ criterion: 'kind', value: 'poem' }),
    );
    expect(checker.criteria).toEqual([
      { name: 'kind', scale: { kind: 'categories', levels: ['poem', 'prose'] }, declared: false },
      { name: 'clear', scale: { kind: 'ordered', levels: ['no', 'yes'], better: 'higher' }, declared: true },
      { name: 'human', scale: { kind: 'numbers', better: 'higher' }, declared: false },
    ]);
    expect(checker.raters.names).toEqual(['ann', 'bob']);
  });

  test('say which are measured by repeated runs', () => {
    const runs = {
      judgements: [1, 2].map((repeat) => ({ system: 'x', repeat, criterion: 'bleu', value: 3 })),
    };
    expect(after(runs, item()).criteria).toEqual([
      { name: 'bleu', scale: { kind: 'numbers', better: 'higher' }, declared: false, repeats: true },
      { name: 'human', scale: { kind: 'numbers', better: 'higher' }, declared: false },
    ]);
  });
});

describe('scales are refused', () => {
  test.each<[object, string, string]>([
    ...[5, 'stars', [], true].map((criteria): [object, string, string] => [
      { criteria },
      `here: "criteria" must be an object of scales; got ${JSON.stringify(criteria)}`,
      'write {"fluency": {"scale": "stars", "max": 5}}',
    ]),
    [
      declared({ scale: 'percent' }),
      'here: criterion "human" must have a "scale", one of numbers, stars, ordered, categories; got "percent"',
      'mend "criteria"',
    ],
  ])('%j', (record, problem, advice) =>
    expectError(
      () => new JudgementChecker().check({ ...item(), ...record }, 'here'),
      'INVALID_ITEM',
      problem,
      advice,
    ),
  );

  test('unless what was judged before fits, and they are declared alike everywhere', async () => {
    expect(after({ ...item(), ...stars }, { ...item(), ...stars }, stars).criteria).toHaveLength(1);
    expect(after(item(), item({ value: 2 }), stars).criteria).toEqual(after(stars, item()).criteria);
    for (const [value, shown] of [
      [6, '6'],
      [2.5, '2.5'],
      ['good', '"good"'],
    ] as const)
      await expectError(
        () => after(item({ value }), item({ value: typeof value === 'number' ? 3 : value }), stars),
        'INVALID_ITEM',
        `item 2: criterion "human" must be declared so that the judgements before it fit: a whole number from 1 to 5; there is ${shown}; mend "criteria"`,
      );
    await expectError(
      () => after(item({ value: 'fair' }), declared({ scale: 'ordered', levels: ['bad', 'good'] })),
      'INVALID_ITEM',
      'the judgements before it fit: one of "bad", "good"; there is "fair"',
    );
    await expectError(
      () => after(stars, declared({ scale: 'stars', max: 4 })),
      'INVALID_ITEM',
      'criterion "human" must be declared alike everywhere; an earlier item declares another scale',
    );
  });
});

describe('a judgement is refused', () => {
  const place = 'system "x", rater "ann", criterion "human": ';
  test.each<[string, Record<string, unknown>[], string]>([
    [
      'where the rater has judged the cell',
      [{ judgements: [judgement(), judgement({ value: 2 })] }],
      'item 0, ' +
        place +
        'a rater judges a cell once for each criterion; an earlier judgement of the item is of the same; ' +
        'take one of them out, or give repeats raters of their own',
    ],
    [
      'off a scale of its item',
      [item({ value: 6 }, stars)],
      `${place}"value" must be a whole number from 1 to 5; got 6; mend the value, or the scale in "criteria"`,
    ],
    [
      'off a scale of an earlier item',
      [stars, item({ value: 6 })],
      '"value" must be a whole number from 1 to 5',
    ],
    [
      'as a text after numbers',
      [item(), item({ value: 'a' })],
      '"value" must be a number like those of the criterion before it; got "a"',
    ],
    [
      'as a number after texts',
      [item({ value: 'a' }), item()],
      '"value" must be a text like those of the criterion before it; got 1',
    ],
    [
      'as a text after numbers of the same item',
      [
        {
          judgements: [
            { system: 'x', rater: 'ann', value: 1 },
            { system: 'x', rater: 'bob', value: 'a' },
          ],
        },
      ],
      'rater "bob", criterion "human": "value" must be a number like that before it; got "a"; mend the value',
    ],
    [
      'in repeats after raters',
      [item(), { judgements: [{ system: 'x', repeat: 1, criterion: 'human', value: 1 }] }],
      'rater "repeat 1", criterion "human": a criterion is judged by raters or measured in repeats, not both; ' +
        'an earlier judgement is of the other kind; give one of them another criterion',
    ],
    [
      'by a rater after repeats of the same item',
      [{ judgements: [{ system: 'x', repeat: 1, criterion: 'human', value: 1 }, judgement()] }],
      'judged by raters or measured in repeats, not both',
    ],
  ])('%s', (_, items, message) => expectError(() => after(...items), 'INVALID_JUDGEMENT', message));

  test('as the text that is one too many, unless the scale is declared', async () => {
    const texts = Array.from({ length: 257 }, (_, i) => `remark ${i}`);
    const items = texts.map((value) => item({ value }));
    expect(after(...items.slice(0, 256), items[3]).criteria[0].scale).toMatchObject({
      levels: texts.slice(0, 256),
    });
    await expectError(
      () => after(...items),
      'INVALID_JUDGEMENT',
      'item 256, system "x"',
      '"value" must be one of the 256 texts before it; declare the scale if there are more; got "remark 256"',
    );
    const levels = declared({ scale: 'categories', levels: texts });
    expect(after({ ...items[256], ...levels }).criteria[0].scale).toMatchObject({ levels: texts });
  });

  test.each(['rater', 'criterion'])('where there are more than 65535 of a kind: %s', async (field) => {
    const judgements = Array.from({ length: 2 ** 16 }, (_, i) => judgement({ [field]: `n${i}` }));
    expect(after({ judgements: judgements.slice(1) })).toBeInstanceOf(JudgementChecker);
    await expectError(
      () => after({ judgements }),
      'INVALID_JUDGEMENT',
      field === 'rater'
        ? 'rater "n65535", criterion "human": there may be at most 65535 raters; this one is more'
        : 'rater "ann", criterion "n65535": there may be at most 65535 criteria; this one is more',
      `check that "${field}" is the right field and not an identifier of its own for each row`,
    );
  });
});

test('a text off a declared scale is refused with the levels, a level that nobody chose is one', () => {
  const levels = { scale: 'ordered', levels: ['no', 'rather', 'yes'] };
  const { judgements } = datasetFromItems([
    { ...declared(levels), judgements: [judgement({ value: 'yes' })] },
  ]);
  expect([...judgements!.values]).toEqual([2]);
  expect(() => new ItemChecker().check(item({ value: 'maybe' }, declared(levels)))).toThrow(
    '"value" must be one of "no", "rather", "yes"; got "maybe"',
  );
});
