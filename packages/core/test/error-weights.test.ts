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
  expect(['=5', 'major', 'major=-1', 'major=x', 'major=1e3'].map(isErrorWeight)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
