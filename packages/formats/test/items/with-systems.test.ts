import { takeSystems } from '@goldpan/core';
import { expect, test } from 'vitest';
import { readItems, withSystems } from '../../src/index.js';
import { all, temporaryFolder } from '../temporary-folder.js';

const { file } = temporaryFolder();

const LINES = [
  '{"id":"a","tgt":{"A":"x","__proto__":"y","C":"z"}, "scores" : {"A":{"m":1.50},"__proto__":{"m":2},"C":{"m":3e0}},"n":12345678901234567890}',
  '{"id":"b","judgements":[{"system":"A","rater":"r","value":1.0}, {"system":"C","rater":"r","value":2},{"system":"__proto__","rater":"q","value":3}],"scores":null}',
  '{"id":"c","embedding":{"src":[1,2],"tgt":{"C":[1.0,0],"A":[0,1]}},"tgt":{"C":"[\\"}"}}',
  '{"id":"d","tgt":{}}',
];

test('what other systems wrote, were given and were judged is taken out, and nothing else changes', async () => {
  const read = await readItems(file(LINES.join('\n')));
  const [a, proto] = ['A', '__proto__'].map((name) => read.dataset.systems.indexOf(name));
  const { dataset, lines } = withSystems(read, takeSystems(read.dataset, [a, proto]));
  expect(dataset.systems).toEqual(['A', '__proto__']);
  expect(await all(lines())).toEqual([
    '{"id":"a","tgt":{"A":"x","__proto__":"y"}, "scores" : {"A":{"m":1.50},"__proto__":{"m":2}},"n":12345678901234567890}',
    '{"id":"b","judgements":[{"system":"A","rater":"r","value":1.0},{"system":"__proto__","rater":"q","value":3}],"scores":null}',
    '{"id":"c","embedding":{"src":[1,2],"tgt":{"A":[0,1]}},"tgt":{}}',
    '{"id":"d","tgt":{}}',
  ]);
});

test('lines come in any order, and none but the last system leaves no comma behind', async () => {
  const read = await readItems(file(LINES.join('\n')));
  const c = withSystems(read, takeSystems(read.dataset, [read.dataset.systems.indexOf('C')]));
  const [third, first] = await all(c.lines([2, 0]));
  expect(first).toContain('"tgt":{"C":"z"}, "scores" : {"C":{"m":3e0}}');
  expect(third).toBe('{"id":"c","embedding":{"src":[1,2],"tgt":{"C":[1.0,0]}},"tgt":{"C":"[\\"}"}}');
});
