import { describe, expect, test } from 'vitest';
import { readSpans } from '../src/judgements/span-fields.js';
import { datasetFromItems, errorWeight, MQM_WEIGHTS, spanScores } from '../src/index.js';

const texts = { source: 'Hi', output: 'Ja 👋' };

describe('error spans', () => {
  test('say where an error is, of what category and how severe; each part may be left out', () => {
    expect(
      readSpans(
        [
          { from: 0, to: 2, category: 'style', severity: 'minor' },
          { in: 'src', from: 1, to: 1 },
          { severity: 'major' },
          {},
          { in: 'src', category: 'omission' },
        ],
        texts,
      ),
    ).toEqual([
      { in: 'tgt', category: 'style', severity: 'minor', from: 0, to: 2 },
      { in: 'src', category: '', severity: '', from: 1, to: 1 },
      { in: 'tgt', category: '', severity: 'major' },
      { in: 'tgt', category: '', severity: '' },
      { in: 'src', category: 'omission', severity: '' },
    ]);
  });

  test('may be none', () => {
    expect(readSpans(undefined, texts)).toBeUndefined();
    expect(readSpans(null, texts)).toBeUndefined();
    expect(readSpans([], texts)).toEqual([]);
  });

  test('end where the text ends at the latest, which is counted in code points', () => {
    expect(readSpans([{ from: 0, to: 4 }], texts)).toHaveLength(1);
    expect(readSpans([{ in: 'src', from: 0, to: 2 }], texts)).toHaveLength(1);
    expect(readSpans([{ from: 0, to: 2 }], { output: '👋👋' })).toHaveLength(1);
    expect(readSpans([{ from: 0, to: 1 }], { output: '' })).toContain('which has 0 characters; it ends at 1');
    expect(readSpans([{ from: 0, to: 3 }], { output: '👋👋' })).toContain('which has 2 characters');
  });

  test('may end anywhere in a text that is not known', () => {
    expect(readSpans([{ from: 900, to: 2 ** 31 - 1 }], { source: 'Hi' })).toHaveLength(1);
    expect(readSpans([{ in: 'src', from: 900, to: 901 }], { output: 'Ja' })).toHaveLength(1);
  });

  test.each<[unknown, string]>([
    ['x', '"spans" must be a list; got "x"'],
    [{}, '"spans" must be a list; got {}'],
    [[{}, 5], 'span 2 must be an object; got 5'],
    [[null], 'span 1 must be an object; got null'],
    [[[]], 'span 1 must be an object; got []'],
    [[{ in: 'ref' }], 'span 1 must have "in": "src" or "tgt"; got "ref"'],
    [[{ category: 5 }], 'span 1 must have texts as "category" and "severity"; got [5,""]'],
    [[{ severity: null }], 'span 1 must have texts as "category" and "severity"; got ["",null]'],
    [[{ from: 1 }], 'span 1 must have whole numbers "from" up to "to"; got [1,null]'],
    [[{ to: 1 }], 'span 1 must have whole numbers "from" up to "to"; got [null,1]'],
    [[{ from: 2, to: 1 }], 'span 1 must have whole numbers "from" up to "to"; got [2,1]'],
    [[{ from: -1, to: 1 }], 'span 1 must have whole numbers "from" up to "to"; got [-1,1]'],
    [[{ from: 0, to: 1.5 }], 'span 1 must have whole numbers "from" up to "to"; got [0,1.5]'],
    [[{ from: 0, to: 2 ** 31 }], 'span 1 must have whole numbers "from" up to "to"; got [0,2147483648]'],
    [[{ from: 0, to: 5 }], 'span 1 must lie in the output, which has 4 characters; it ends at 5'],
    [[{ in: 'src', from: 0, to: 3 }], 'span 1 must lie in the source, which has 2 characters; it ends at 3'],
  ])('%j: refused', (spans, problem) => expect(readSpans(spans, texts)).toBe(problem));
});

test('scores of spans are minus the sum of the weights of each judgement', () => {
  const marks = [
    [
      ['major', 'accuracy/omission'],
      ['minor', 'fluency/punctuation'],
      ['major', 'accuracy/omission'],
    ],
    [],
    [['minor', 'style']],
    [['critical', 'style']],
    [['minor', 'accuracy/omission']],
  ];
  const { judgements } = datasetFromItems([
    {
      judgements: marks.map((errors, r) => ({
        system: 'x',
        rater: `r${r}`,
        value: 0,
        spans: errors.map(([severity, category]) => ({ severity, category })),
      })),
    },
  ]);
  const slow = marks.map((errors) =>
    errors.reduce(
      (score, [severity, category]) => score - (errorWeight({ severity, category }, MQM_WEIGHTS) ?? NaN),
      0,
    ),
  );
  expect([...spanScores(judgements!, MQM_WEIGHTS)]).toEqual(slow);
  expect(slow).toEqual([-10.1, 0, -1, NaN, -1]);
  const none = datasetFromItems([{ judgements: [{ system: 'x', rater: 'r', value: 4 }] }]).judgements!;
  expect([...spanScores(none, MQM_WEIGHTS)]).toEqual([0]);
});
