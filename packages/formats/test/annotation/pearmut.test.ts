import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pearmutMarks } from '../../src/annotation/platforms/pearmut-marks.js';
import { spanOf } from '../../src/annotation/sheets/span-places.js';
import { exportItems, loadItems } from '../../src/index.js';
import { cellsOf } from '../cells-of.js';
import { jsonLines } from '../json-lines.js';
import { errorOf, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();

const OUTPUT = 'a😀b\ncd';
const items = () =>
  file(jsonLines({ id: 'one', src: 's', tgt: { X: OUTPUT, Y: OUTPUT, Z: 'other' } }), 'items.jsonl');

/** What people answer, by output, as the log of a campaign. */
async function returned(answers: Readonly<Record<string, object>>, options: object = {}) {
  const source = { file: await loadItems(items(), { format: 'items' }) };
  const { files } = await exportItems(source, path('tasks'), { format: 'pearmut', options });
  const [[item]] = JSON.parse(readFileSync(files[0], 'utf8')).data;
  const annotation = Object.fromEntries(
    Object.entries<string>(item.tgt).map(([task, output]) => [task, answers[output]]),
  );
  const entry = { user_id: 'ann', item_i: 0, item: [item], annotation: [annotation], actions: [] };
  const log = file(jsonLines(entry), 'log.jsonl');
  return loadItems(log, { format: 'pearmut', options: { key: files[1], items: items() } });
}

test('places count what is shown, its last one included, and become characters', () => {
  const spansOf = (error_spans: unknown, output: string) => {
    const marks = pearmutMarks({ error_spans }, output);
    return typeof marks === 'string' ? marks : marks.map((mark) => spanOf(mark, { output, source: '' }));
  };
  const at = (start_i: number, end_i: number) =>
    spansOf([{ start_i, end_i, severity: 'minor', category: null }], OUTPUT);
  const named = { in: 'tgt', category: '', severity: 'minor' };
  expect(at(0, 0)).toEqual([{ from: 0, to: 1, ...named }]);
  // The face takes two units, the line break none.
  expect(at(1, 2)).toEqual([{ from: 1, to: 2, ...named }]);
  expect(at(3, 4)).toEqual([{ from: 2, to: 5, ...named }]);
  expect(at(5, 5)).toEqual([{ from: 5, to: 6, ...named }]);
  // What is missing is marked behind the output.
  expect(at(6, 6)).toEqual([named]);
  expect(spansOf([{ start_i: 0, end_i: 0 }], '')).toEqual([{ in: 'tgt', category: '', severity: '' }]);
});

test('marked errors are kept with the answer to the output that was judged', async () => {
  const spans = [
    { start_i: 1, end_i: 3, severity: 'Major', category: 'Accuracy/Mistranslation' },
    { start_i: 6, end_i: 6, severity: 'Minor', category: 'Accuracy/Omission' },
  ];
  const { dataset } = await returned({
    [OUTPUT]: { score: 60, error_spans: spans },
    other: { score: 90, error_spans: [] },
  });
  const { spans: marked, copyOf, systems } = dataset.judgements!;
  const judged = Array.from(systems, (s, j) => [
    dataset.systems[s],
    copyOf![j] >= 0,
    marked!.starts[j + 1] - marked!.starts[j],
  ]);
  expect(new Map(judged.map(([system, ...rest]) => [system, rest]))).toEqual(
    new Map([
      ['X', [false, 2]],
      ['Y', [true, 0]],
      ['Z', [false, 0]],
    ]),
  );
  expect([...marked!.from, ...marked!.to]).toEqual([1, -1, 3, -1]);
  expect([marked!.categories, marked!.severities]).toEqual([
    ['Accuracy/Mistranslation', 'Accuracy/Omission'],
    ['major', 'minor'],
  ]);
});

test('sliders are read where the log has them, beside the score or in its place; errors go with the first', async () => {
  const error_spans = [{ start_i: 0, end_i: 0, severity: 'minor' }];
  const { dataset } = await returned(
    {
      [OUTPUT]: { score: null, sliders: { tone: 2, fluency: 4 }, error_spans },
      other: { score: { tone: 1, fluency: 3 } },
    },
    { criteria: ['tone', 'fluency'], min: 1, max: 5 },
  );
  const first = { human_tone: 2, human_fluency: 4 };
  expect(cellsOf(dataset)).toEqual({ one: { X: first, Y: first, Z: { human_tone: 1, human_fluency: 3 } } });
  expect(dataset.judgements!.spans!.from).toHaveLength(1);
});

test.each([
  ['no list', { a: 1 }, '"error_spans" must be a list; got {"a":1}'],
  ['no object', [null], 'error span 1 must have whole numbers'],
  [
    'places turned round',
    [
      { start_i: 0, end_i: 1 },
      { start_i: 2, end_i: 1 },
    ],
    'error span 2 must have whole',
  ],
  ['a number for a severity', [{ start_i: 0, end_i: 1, severity: 3 }], 'error span 1 must have'],
])('marked errors that are %s are refused with the rater', async (_, error_spans, problem) => {
  const error = await errorOf(returned({ [OUTPUT]: { score: 1, error_spans }, other: { score: 2 } }));
  expect(error.message).toContain('rater "ann": ');
  expect(error.message).toContain(problem);
});
