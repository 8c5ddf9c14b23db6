import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportItems, loadItems } from '../../src/index.js';
import { jsonLines } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();
const CRITERIA = ['fluency', 'adequacy', 'constructor'];
const RATERS = ['ann', 'bob'];

/** The score of a task by a rater on a criterion; undefined = not answered. */
type Rate = (task: string, rater: string, criterion: string) => number | undefined;

const known = (rate: Rate, task: string, rater: string) =>
  CRITERIA.flatMap((criterion) => {
    const score = rate(task, rater, criterion);
    return score === undefined ? [] : [[criterion, score] as const];
  });

/** What people who answer several questions of each task make a platform give back. */
const raters: Readonly<Record<string, (tasks: string, rate: Rate) => string>> = {
  'label-studio': (text, rate) =>
    JSON.stringify(
      JSON.parse(text).map((task: any) => ({
        ...task,
        annotations: RATERS.map((rater) => ({
          completed_by: { email: rater },
          lead_time: 8,
          result: known(rate, task.data.task, rater).map(([from_name, number]) => ({
            from_name,
            to_name: 'output',
            type: 'number',
            value: { number },
          })),
        })),
      })),
    ),
  argilla: (text, rate) =>
    JSON.stringify(
      JSON.parse(text).map((record: any) => ({
        ...record,
        responses: Object.fromEntries(
          CRITERIA.map((criterion) => [
            criterion,
            RATERS.flatMap((user_id) => {
              const value = rate(record.id, user_id, criterion);
              return value === undefined ? [] : [{ value, user_id, status: 'submitted' }];
            }),
          ]),
        ),
      })),
    ),
  pearmut: (text, rate) => {
    const { data, info } = JSON.parse(text);
    expect(info.sliders.map(({ name }: { name: string }) => name)).toEqual(CRITERIA);
    return data
      .flatMap(([item]: any[]) =>
        RATERS.map((user_id) => ({
          item: [item],
          user_id,
          annotation: [
            Object.fromEntries(
              Object.keys(item.tgt).map((task) => [
                task,
                { score: Object.fromEntries(known(rate, task, user_id)) },
              ]),
            ),
          ],
        })),
      )
      .map((entry: object) => `${JSON.stringify(entry)}\n`)
      .join('');
  },
  'annotation-csv': (text, rate) => {
    const [header, ...rows] = text.trimEnd().split('\r\n');
    expect(header).toContain(`${CRITERIA.join(',')},annotator`);
    const filled = rows.flatMap((row) =>
      RATERS.map((rater) => {
        const scores = CRITERIA.map((criterion) => rate(row.slice(0, 16), rater, criterion) ?? '');
        return row.replace(/,,,,,1$/, `,${scores.join(',')},${rater},1`);
      }),
    );
    return [header, ...filled].join('\r\n');
  },
};

test.each(Object.keys(raters))(
  'several questions for %s come back as judgements of several criteria, with or without the items',
  async (format) => {
    const systems = fc.uniqueArray(fc.constantFrom('A', 'B', '__proto__'), { minLength: 1 });
    const score = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(systems, { minLength: 1, maxLength: 3 }),
        fc.array(score, { minLength: 23, maxLength: 23 }),
        async (lists, scores) => {
          const items = lists.map((names, i) => ({
            id: `i${i}`,
            src: `source ${i}`,
            tgt: Object.fromEntries(names.map((name) => [name, `output ${i} ${name}`])),
          }));
          const input = file(jsonLines(...items), 'several.jsonl');
          const source = { file: await loadItems(input, { format: 'items', texts: false }) };
          const out = path(`several-${format}`);
          const report = await exportItems(source, out, {
            format,
            seed: 0,
            options: { min: 1, max: 5, criteria: CRITERIA },
          });
          const { tasks } = JSON.parse(readFileSync(report.files[1], 'utf8'));
          const place = new Map<string, number>(tasks.map(({ id }: { id: string }, at: number) => [id, at]));
          const rate: Rate = (task, rater, criterion) =>
            scores[
              (place.get(task)! * 6 + RATERS.indexOf(rater) * 3 + CRITERIA.indexOf(criterion)) % scores.length
            ];
          const wanted = tasks.flatMap(({ id, item, system }: Record<string, string>) =>
            RATERS.flatMap((rater) =>
              known(rate, id, rater).map(([criterion, value]) =>
                [item, system, rater, criterion, value].join(),
              ),
            ),
          );
          if (wanted.length === 0) return;
          const returned = file(
            raters[format](readFileSync(out, 'utf8'), rate),
            format === 'annotation-csv' ? 'r.csv' : format === 'pearmut' ? 'r.jsonl' : 'r.json',
          );
          for (const merged of [undefined, input]) {
            const { dataset } = await loadItems(returned, {
              format,
              options: { key: report.files[1], items: merged },
            });
            const { judgements } = dataset;
            const found = dataset.ids.flatMap((id, item) =>
              Array.from({ length: judgements!.starts[item + 1] - judgements!.starts[item] }, (_, at) => {
                const j = judgements!.starts[item] + at;
                return [
                  id,
                  dataset.systems[judgements!.systems[j]],
                  judgements!.raters[judgements!.rater[j]],
                  judgements!.criteria[judgements!.criterion[j]].name,
                  judgements!.values[j],
                ].join();
              }),
            );
            expect(found.toSorted()).toEqual(wanted.toSorted());
            for (const { scale, declared } of judgements!.criteria)
              expect([scale, declared]).toEqual([{ kind: 'stars', min: 1, max: 5, better: 'higher' }, true]);
            for (const metric of dataset.metrics)
              expect(CRITERIA.map((criterion) => `human_${criterion}`)).toContain(metric);
          }
        },
      ),
      { numRuns: 12, seed: 15 },
    );
  },
);

test('the time of an answer is taken once, with the first question that was answered', async () => {
  const input = file(jsonLines({ id: 'i', tgt: { A: 'out' } }), 'one.jsonl');
  const source = { file: await loadItems(input, { format: 'items', texts: false }) };
  const out = path('timed');
  const options = { min: 1, max: 5, criteria: CRITERIA };
  const report = await exportItems(source, out, { format: 'label-studio', seed: 0, options });
  const answer = raters['label-studio'](readFileSync(out, 'utf8'), (_task, rater, criterion) =>
    rater === 'ann' && criterion !== 'fluency' ? 3 : undefined,
  );
  const { dataset } = await loadItems(file(answer, 'timed.json'), {
    format: 'label-studio',
    options: { key: report.files[1] },
  });
  expect([...dataset.judgements!.seconds!]).toEqual([8, NaN]);
});

test.each([
  ['appraise', ['fluency', 'adequacy'], 'CANNOT_EXPORT'],
  ['doccano', ['fluency'], 'CANNOT_EXPORT'],
  ['prodigy', ['fluency'], 'CANNOT_EXPORT'],
  ['label-studio', ['a', 'a'], 'INVALID_OPTIONS'],
  ['label-studio', ['two words'], 'INVALID_OPTIONS'],
  ['annotation-csv', ['source'], 'INVALID_OPTIONS'],
])('tasks for %s with the criteria %j are refused', async (format, criteria, code) => {
  const input = file(jsonLines({ id: 'i', tgt: { A: 'out' } }), 'one.jsonl');
  const source = { file: await loadItems(input, { format: 'items', texts: false }) };
  await expect(
    exportItems(source, path('refused'), { format, seed: 0, options: { criteria } }),
  ).rejects.toMatchObject({ code });
});
