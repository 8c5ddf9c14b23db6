import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isGoldpanError } from '@goldpan/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInLoaders, loadItems, readItems, type ItemsFile } from '../../src/index.js';
import { all, temporaryFolder } from '../temporary-folder.js';
import { smallInputs, type SmallInput } from './small-inputs.js';

const { folder, path, file } = temporaryFolder();

function place(
  { files, paths, options }: SmallInput,
  changed: Readonly<Record<string, string | Uint8Array>> = {},
) {
  const root = join(folder, 'input');
  for (const [name, content] of Object.entries({ ...files, ...changed })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  const key = typeof options?.key === 'string' ? { key: join(root, options.key) } : {};
  return { paths: paths.map((name) => join(root, name)), options: { ...options, ...key } };
}

/** Reads an input; it must end with a dataset or with an error of the catalogue. */
async function read(
  input: SmallInput,
  changed?: Readonly<Record<string, string | Uint8Array>>,
  tolerances = [false, true],
): Promise<ItemsFile | undefined> {
  const { paths, options } = place(input, changed);
  let loaded: ItemsFile | undefined;
  for (const tolerant of tolerances) {
    try {
      const skipInvalid = tolerant ? path('rejected') : undefined;
      loaded = await loadItems(paths, { format: input.format, options, skipInvalid });
      for (const line of await all(loaded.lines())) JSON.parse(line);
    } catch (error) {
      if (!isGoldpanError(error)) throw error;
    }
  }
  return loaded;
}

test('there is a small input of every loader', () => {
  expect(new Set(smallInputs.map(({ format }) => format))).toEqual(
    new Set(builtInLoaders.map(({ name }) => name)),
  );
});

const named = smallInputs.map((input) => [`${input.format} (${input.paths.join(', ')})`, input] as const);

test.each(named)('%s: as it is, it can be read', async (_name, input) => {
  expect((await read(input))!.dataset.size).toBeGreaterThan(0);
});

test.each(named)('%s: broken bytes never crash a loader', async (_name, input) => {
  const names = Object.keys(input.files);
  const edit = fc.record({
    file: fc.nat(names.length - 1),
    at: fc.nat(),
    cut: fc.nat(3),
    insert: fc.uint8Array({ maxLength: 3 }),
    end: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      const changed: Record<string, Uint8Array> = {};
      for (const { file, at, cut, insert, end } of edits) {
        const before = Buffer.from(changed[names[file]] ?? input.files[names[file]]);
        const from = at % (before.length + 1);
        changed[names[file]] = Buffer.concat([
          before.subarray(0, from),
          insert,
          end ? Buffer.alloc(0) : before.subarray(from + cut),
        ]);
      }
      await read(input, changed);
    }),
    { numRuns: 8 },
  );
});

/** A JSON value in which one part is replaced. */
function replaced(value: unknown, at: { position: number }, by: unknown): unknown {
  if (at.position-- === 0) return by;
  if (Array.isArray(value)) return value.map((element) => replaced(element, at, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, replaced(element, at, by)]));
}

function parts(value: unknown): number {
  return typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce((sum: number, element) => sum + parts(element), 0)
    : 1;
}

const ODD = [null, 5, 'text', [], {}, [null], [{ toString: 1 }]];

test.each(named.filter(([, { files }]) => Object.keys(files).some((name) => /\.jsonl?$/.test(name))))(
  '%s: values of another kind never crash a loader',
  async (_name, input) => {
    for (const [name, content] of Object.entries(input.files)) {
      if (typeof content !== 'string' || !/\.jsonl?$/.test(name)) continue;
      const isLines = name.endsWith('.jsonl');
      const values: unknown[] = isLines
        ? content
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [JSON.parse(content)];
      for (let position = 0; position < parts(values) - 1; position++) {
        for (const odd of ODD) {
          const changed = replaced(values, { position: position + 1 }, odd) as unknown[];
          const text = isLines
            ? changed.map((value) => JSON.stringify(value)).join('\n')
            : JSON.stringify(changed[0]);
          await read(input, { [name]: text }, [false]);
        }
      }
    }
  },
);

test('of a file of items every line is an item, blank, or set aside, and nothing is lost', async () => {
  const line = fc.oneof(
    fc
      .record({
        id: fc.constantFrom('a', 'b', 'c', 1),
        scores: fc.constantFrom({}, { A: { m: 1 } }, { A: { m: 'x' } }, { A: 3 }),
      })
      .map((item) => JSON.stringify(item)),
    fc.constantFrom('', '  ', '{', '[]', 'NaN', '{"id":"z","scores":{"A":{"m":NaN}}}', '\ufeff{}'),
    fc
      .uint8Array({ maxLength: 5 })
      .map((bytes) => Buffer.from(bytes).toString('latin1').replaceAll('\n', '')),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { minLength: 1, maxLength: 12 }),
      async (list) => {
        const all = ['{"id":"first"}\n', ...list.map(([text, end]) => text + end)].map((text) =>
          Buffer.from(text, 'latin1'),
        );
        const { counts, lines } = await readItems(file(Buffer.concat(all), 'mixed.jsonl'), {
          skipInvalid: path('aside'),
        });
        expect(counts.items + counts.blank + counts.rejected).toBe(counts.lines);
        expect(counts.lines).toBe(all.length);
        const aside = readFileSync(path('aside'));
        let kept = 0;
        for await (const text of lines()) kept += Buffer.byteLength(text);
        const ends = all.filter((each) => /[^ \t\r\n]/.test(each.toString('latin1'))).length;
        expect(aside.length + kept).toBeLessThanOrEqual(Buffer.concat(all).length);
        expect(counts.items + counts.rejected).toBeLessThanOrEqual(ends + counts.blank);
      },
    ),
    { numRuns: 40 },
  );
});

test('input that asks for more than it is worth ends soon and in bounded memory', async () => {
  const start = process.memoryUsage().rss;
  const open = `item,system,score\na,"A,1\n${'b,A,1\n'.repeat(200_000)}`;
  await read({ format: 'long-table', files: { 'x.csv': open }, paths: ['x.csv'] });
  await read({
    format: 'items',
    files: { 'x.jsonl': `${'['.repeat(500_000)}\n{"id":1}` },
    paths: ['x.jsonl'],
  });
  await read({ format: 'items', files: { 'x.jsonl': '\n'.repeat(500_000) }, paths: ['x.jsonl'] });
  expect(process.memoryUsage().rss - start).toBeLessThan(400e6);
});
