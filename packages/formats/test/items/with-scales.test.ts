import { expect, test } from 'vitest';
import { checkItems, readItems, writeSelected } from '../../src/index.js';
import { readFileSync } from 'node:fs';
import { temporaryFolder } from '../temporary-folder.js';

const { file, path: inFolder } = temporaryFolder();

const scales = {
  tone: { scale: 'ordered', levels: ['bad', 'fair', 'good'], better: 'lower' },
  human: { scale: 'numbers', min: -25, max: 0 },
};
const lines = ['good', 'bad', 'fair', 'good'].map((value, i) =>
  JSON.stringify({
    id: i,
    src: `text ${i}`,
    ...(i === 1 && { criteria: scales }),
    judgements: [
      { system: 'x', rater: 'ann', criterion: 'tone', value },
      { system: 'x', rater: 'ann', value: -i },
    ],
  }),
);

const path = file(`${lines.join('\n')}\n`);
const entry = (item: number) => ({ item, goldpan: { rank: 1 } });

test.each([[[3, 0]], [[2, 1]], [[1, 2]]])(
  'items %j keep the scales that one of the file declares',
  async (chosen) => {
    const output = inFolder('chosen.jsonl');
    for (const read of [readItems, checkItems]) {
      await writeSelected(output, await read(path), chosen.map(entry));
      const { dataset } = await readItems(output);
      const { dataset: all } = await readItems(path);
      expect(new Map(dataset.judgements!.criteria.map(({ name, scale }) => [name, scale]))).toEqual(
        new Map(all.judgements!.criteria.map(({ name, scale }) => [name, scale])),
      );
      const written = readFileSync(output, 'utf8').trimEnd().split('\n');
      // All lines but the first are what they were, and so is the first if it declares the scales itself.
      written.slice(chosen[0] === 1 ? 0 : 1).forEach((line, at) => {
        const item = chosen[chosen[0] === 1 ? at : at + 1];
        expect(line).toBe(`${lines[item].slice(0, -1)},"goldpan":{"rank":1}}`);
      });
    }
  },
);

test('an item that declares scales of its own keeps them beside those of the file', async () => {
  const two = lines.with(
    3,
    lines[3].replace('"judgements"', '"criteria":{"speed":{"scale":"stars","max":3}},"judgements"'),
  );
  const output = inFolder('two.jsonl');
  await writeSelected(output, await readItems(file(`${two.join('\n')}\n`, 'own.jsonl')), [entry(3)]);
  const { criteria } = JSON.parse(readFileSync(output, 'utf8'));
  expect(criteria).toEqual({ speed: { scale: 'stars', max: 3 }, ...scales });
});
