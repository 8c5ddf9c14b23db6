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

test('where the output that was judged is taken out, the first copy stands for it, with what it took', async () => {
  const line =
    '{"tgt":{"A":"x","B":"x","C":"x","D":"d"},"judgements":[{"system":"C","rater":"r","value":2.0,"copyOf":"A"}, {"system":"A","rater":"r","value":2,"seconds":7.5,"spans":[{"from":0,"to":1}]},{"system":"B","rater":"r","value":2,"copyOf":"A","note":1.0},{"system":"A","rater":"q","value":1},{"system":"D","rater":"q","value":1.0}]}';
  const read = await readItems(file(line));
  const places = ['B', 'C', 'D'].map((name) => read.dataset.systems.indexOf(name));
  const left = withSystems(read, takeSystems(read.dataset, places));
  expect(await all(left.lines())).toEqual([
    '{"tgt":{"B":"x","C":"x","D":"d"},"judgements":[{"system":"C","rater":"r","value":2.0,"seconds":7.5,"spans":[{"from":0,"to":1}]},{"system":"B","rater":"r","value":2,"note":1.0,"copyOf":"C"},{"system":"D","rater":"q","value":1.0}]}',
  ]);
  const again = await readItems(file((await all(left.lines())).join('\n')));
  const { seconds, copyOf } = left.dataset.judgements!;
  expect(again.dataset.judgements!.seconds).toEqual(seconds);
  expect(Array.from(copyOf!)).toEqual([-1, left.dataset.systems.indexOf('C'), -1]);
});

test('copies that are not nearly each other stand for themselves, and the file can be read again', async () => {
  const tgt = { x: 'the quick brown fox jumps over it', y: 'THe quick brown fox jumps over it' };
  const line = JSON.stringify({
    tgt: { ...tgt, z: 'the quick brown fox jumps over IT' },
    judgements: [
      { system: 'x', rater: 'r', value: 3, seconds: 9, spans: [{ from: 0, to: 3 }] },
      { system: 'y', rater: 'r', value: 3, copyOf: 'x' },
      { system: 'z', rater: 'r', value: 3, copyOf: 'x' },
    ],
  });
  const read = await readItems(file(line));
  const places = ['y', 'z'].map((name) => read.dataset.systems.indexOf(name));
  const left = withSystems(read, takeSystems(read.dataset, places));
  const lines = await all(left.lines());
  expect(JSON.parse(lines[0]).judgements).toEqual([
    { system: 'y', rater: 'r', value: 3, seconds: 9 },
    { system: 'z', rater: 'r', value: 3 },
  ]);
  const again = (await readItems(file(lines.join('\n')))).dataset.judgements!;
  expect(again.seconds).toEqual(left.dataset.judgements!.seconds);
  expect(Array.from(left.dataset.judgements!.copyOf!)).toEqual([-1, -1]);
});
