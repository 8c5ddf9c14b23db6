import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportItems, loadItems } from '../../src/index.js';
import { jsonLines } from '../json-lines.js';
import { errorOf, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();

const ITEMS = jsonLines(
  { id: 'a', src: 'eins', tgt: { X: 'one', Y: 'two' } },
  { id: 'b', src: 'zwei', tgt: { X: 'three' } },
);

/** Tasks of Label Studio that ask for fluency and adequacy from 0 to 5, and what reads an answer file of theirs. */
async function campaign() {
  const input = file(ITEMS, 'asked.jsonl');
  const source = { file: await loadItems(input, { format: 'items', texts: false }) };
  const options = { min: 0, max: 5, criteria: ['fluency', 'adequacy'] };
  const { files } = await exportItems(source, path('asked.json'), { format: 'label-studio', options });
  const tasks = JSON.parse(readFileSync(files[0], 'utf8')) as { data: { task: string } }[];
  const read = (answers: (task: number) => readonly (readonly [string, number])[][]) =>
    loadItems(
      file(
        JSON.stringify(
          tasks.map((task, at) => ({
            ...task,
            annotations: answers(at).map((results, id) => ({
              completed_by: { email: 'ann' },
              lead_time: 10 + id,
              result: results.map(([from_name, number]) => ({
                from_name,
                type: 'number',
                value: { number },
              })),
            })),
          })),
        ),
        'answers.json',
      ),
      { format: 'label-studio', options: { key: files[1], items: input } },
    );
  return read;
}

const valuesOf = ({ dataset }: Awaited<ReturnType<typeof loadItems>>) => [...dataset.judgements!.values];
const scalesOf = ({ dataset }: Awaited<ReturnType<typeof loadItems>>) =>
  dataset.judgements!.criteria.map(({ scale }) => scale.kind);

test('answers to a question that was not asked are left out and told, with the first place', async () => {
  const read = await campaign();
  const found = await read((at) => [
    at === 1
      ? [
          ['style', 4],
          ['adequacy', 2],
        ]
      : [
          ['fluency', 1],
          ['adequacy', 2],
          ['style', 3],
        ],
  ]);
  expect(valuesOf(found)).toHaveLength(5);
  expect(found.notes.join('\n')).toMatch(
    /"style", which was not asked: 3 answers left out \(the first: .*answers\.json.*, item "\w", system "\w", rater "ann"\); the key asks "fluency", "adequacy"/,
  );
  expect(found.notes.join('\n')).toContain('answers without a score (skipped, rejected or unfinished): 1');
});

test.each([
  [
    'two annotations',
    [
      [
        ['fluency', 0],
        ['adequacy', 1],
      ],
      [
        ['fluency', 5],
        ['adequacy', 3],
      ],
    ],
    11,
  ],
  [
    'one annotation',
    [
      [
        ['fluency', 0],
        ['adequacy', 3],
        ['fluency', 5],
      ],
    ],
    10,
  ],
] as const)(
  'of answers to one question in %s the last counts, and stars stay stars',
  async (_, given, seconds) => {
    const read = await campaign();
    const found = await read((at) =>
      at === 0
        ? (given as any)
        : [
            [
              ['fluency', 4],
              ['adequacy', 2],
            ],
          ],
    );
    const values = valuesOf(found);
    expect([...values].sort()).toEqual([2, 2, 3, 4, 4, 5]);
    expect(found.dataset.judgements!.seconds![values.indexOf(5)]).toBe(seconds);
    expect(scalesOf(found)).toEqual(['stars', 'stars']);
    expect(found.notes.join('\n')).toContain('ratings of what the same person rated before:');
  },
);

test('half a star is refused with the record that holds it', async () => {
  const read = await campaign();
  const { message } = await errorOf(
    read(() => [
      [
        ['fluency', 2.5],
        ['adequacy', 2],
      ],
    ]),
  );
  expect(message).toMatch(
    /answers\.json record 2: .*rater "ann", criterion "fluency": a score must be a whole number from 0 to 5; got 2\.5/,
  );
});
