import { expect, test } from 'vitest';
import { ESA_WEIGHTS, errorWeight, errorWeightOf, isErrorWeight, MQM_WEIGHTS } from '../src/index.js';

test.each([
  ['Major', 'Accuracy/Mistranslation', 5, 5],
  ['minor', 'Style/Awkward', 1, 1],
  ['Minor', 'Fluency/Punctuation', 0.1, 1],
  ['Major', 'Fluency/Punctuation', 5, 5],
  ['Major', 'Non-translation!', 25, 5],
  ['Neutral', 'Accuracy/Addition', 0, undefined],
  ['Major', 'Source issue', 0, 5],
  ['Major', 'Accuracy/Source language fragment', 5, 5],
  ['Minor', 'Accuracy/Creative Reinterpretation', 0, 1],
  ['Critical', 'Style/Awkward', undefined, undefined],
])('an error %s of %s weighs %s by MQM and %s by ESA', (severity, category, mqm, esa) => {
  expect([
    errorWeight({ severity, category }, MQM_WEIGHTS),
    errorWeight({ severity, category }, ESA_WEIGHTS),
  ]).toEqual([mqm, esa]);
});

test('a weight is told from its text, which names a severity, a category or both', () => {
  expect(
    ['critical=25', 'minor:fluency/punctuation=0.1', ':source issue=0', 'a:b:c=1'].map(errorWeightOf),
  ).toEqual([
    { severity: 'critical', weight: 25 },
    { severity: 'minor', category: 'fluency/punctuation', weight: 0.1 },
    { category: 'source issue', weight: 0 },
    { severity: 'a', category: 'b:c', weight: 1 },
  ]);
});

test.each([
  ...['major=5', 'major=0.25', 'major=12.75', 'm=10', ':fluency=0.1', 'minor:a:b=1', 'major:=2', ':=1'],
])('%j says a weight', (text) => expect(isErrorWeight(text)).toBe(true));

test.each([
  ...['=5', 'major', 'major=', 'major=-1', 'major=x', 'major=1e3', 'major=1.', 'major=.5', 'major=1.5x'],
  ...['a=b=5', 'a:b=c=5', '', '=major=5', 'major=1.x'],
])('%j says none', (text) => expect(isErrorWeight(text)).toBe(false));

test('spaces around severities and categories do not count, nor does case', () => {
  expect(errorWeightOf(' critical : style/tone =2.5')).toEqual({
    ...{ severity: 'critical', category: 'style/tone', weight: 2.5 },
  });
  const rules = [errorWeightOf('Critical:Style=2.5')];
  expect(errorWeight({ severity: ' CRITICAL ', category: ' style/Tone ' }, rules)).toBe(2.5);
  expect(errorWeight({ severity: 'critical', category: 'accuracy/style' }, rules)).toBeUndefined();
  expect(errorWeight({ severity: 'critical-ish', category: 'style' }, rules)).toBeUndefined();
});
