import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportItems, loadItems } from '../../src/index.js';
import { cellsOf } from '../cells-of.js';
import { jsonLines } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { simulatedRaters, type SimulatedRating } from './simulated-raters.js';

const { path, file } = temporaryFolder();
const text = fc
  .oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom(
      '=SUM(A1)',
      "'=x",
      '<b>hi</b>',
      'a,"b"\nc',
      'ünï 東京',
      'u\u0308nï 東京',
      '',
      '__proto__',
    ),
  )
  .filter((value) => !value.includes('\u0000'));
const name = fc.constantFrom('A', 'B', '__proto__', 'sys 3', 'Ü');
const items = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('i1', 'i2', 'i3', '__proto__', '5'),
    src: text,
    ref: fc.option(text, { nil: undefined }),
    tgt: fc.dictionary(name, text, { minKeys: 1 }),
  }),
  { selector: ({ id }) => id, minLength: 1 },
);
/** Canonically equal texts are one. */
const asSeen = (text: string) => text.normalize('NFC').replaceAll(/\r\n?/g, '\n');
const ratings = fc
  .array(
    fc.record({
      annotator: fc.constantFrom('ann', 'bob "b"', 'cy'),
      score: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 4 }),
    }),
    { maxLength: 3 },
  )
  .map((list) => [...new Map(list.map((rating) => [rating.annotator, rating])).values()]);

test.each(Object.keys(simulatedRaters))(
  'tasks for %s that people rate come back as the same table, one judgement for all systems with the same output',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(
        items,
        fc.array(ratings, { minLength: 25, maxLength: 25 }),
        fc.nat(9),
        async (records, lists, seed) => {
          const input = file(jsonLines(...records), 'items.jsonl');
          const source = { file: await loadItems(input, { format: 'items', texts: false }) };
          const out = path(`tasks-${format}`);
          const report = await exportItems(source, out, { format, seed, options: { min: 1, max: 5 } });
          const key = JSON.parse(readFileSync(report.files[1], 'utf8'));
          const given = new Map<string, readonly SimulatedRating[]>(
            key.tasks.map((task: any, at: number) => [task.id, lists[at % lists.length]]),
          );
          const expected: Record<string, Record<string, number>> = Object.create(null);
          for (const { id, item, system, also = [] } of key.tasks) {
            const scores = given.get(id)!.flatMap(({ score }) => (score === undefined ? [] : [score]));
            for (const each of scores.length > 0 ? [system, ...also] : [])
              (expected[item] ??= Object.create(null))[each] =
                scores.reduce((sum, score) => sum + score, 0) / scores.length;
          }
          expect(key.tasks).toHaveLength(
            records.reduce((sum, { tgt }) => sum + new Set(Object.values(tgt).map(asSeen)).size, 0),
          );
          for (const { id, tgt } of records)
            for (const [a, text] of Object.entries(tgt))
              for (const [b, other] of Object.entries(tgt))
                if (asSeen(text) === asSeen(other)) expect(expected[id]?.[a]).toBe(expected[id]?.[b]);
          const returned = simulatedRaters[format](readFileSync(out, 'utf8'), (task) => given.get(task)!).map(
            ({ name, content }) => file(content, name),
          );
          if (Object.keys(expected).length === 0) return;
          for (const merged of [undefined, input]) {
            const read = await loadItems(returned, {
              format,
              options: { key: report.files[1], items: merged },
            });
            const cells = Object.entries(cellsOf(read.dataset)).flatMap(([item, systems]) =>
              Object.entries(systems).map(([system, { human }]) => [item, system, human]),
            );
            const wanted = Object.entries(expected).flatMap(([item, systems]) =>
              Object.entries(systems).map(([system, score]) => [item, system, score]),
            );
            expect(
              new Map(
                cells.map(([item, system, human]) => [`${item}/${system}`, (human as number).toFixed(9)]),
              ),
            ).toEqual(
              new Map(
                wanted.map(([item, system, score]) => [`${item}/${system}`, (score as number).toFixed(9)]),
              ),
            );
          }
        },
      ),
      { numRuns: 15 },
    );
  },
);
