import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJsonLines, sharedPath, testWithShared } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { loadItems } from '../../src/index.js';
import { cellsOf } from '../cells-of.js';
import { errorOf, temporaryFolder } from '../temporary-folder.js';

const { path } = temporaryFolder();

function write(root: string, files: Record<string, string | readonly string[]>) {
  for (const [name, lines] of Object.entries(files)) {
    const target = join(path(root), name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, typeof lines === 'string' ? lines : lines.map((line) => `${line}\n`).join(''));
  }
  return path(root);
}

const SET = {
  'sources/en-de.txt': ['one', 'two', 'three'],
  'documents/en-de.docs': ['news\td1', 'news\td1', 'social\td2'],
  'references/en-de.refA.txt': ['eins', 'zwei', 'drei'],
  'references/en-de.refB.txt': ['EINS', 'ZWEI', 'DREI'],
  'system-outputs/en-de/A.txt': ['a1', 'a2', '[No translation supplied]'],
  'system-outputs/en-de/B.b-c.txt': ['b1', 'b2', 'b3'],
  'system-outputs/en-de/refA.txt': ['eins', 'zwei', 'drei'],
  'system-outputs/en-de/refB.txt': ['EINS', 'ZWEI', 'DREI'],
  'system-outputs/en-de/synthetic_ref.txt': ['x', 'x', 'x'],
  'system-outputs/en-de/unjudged.txt': ['u', 'u', 'u'],
  'human-scores/en-de.mqm.seg.score': [
    'B.b-c\t-1',
    'A\t-30',
    'B.b-c\tNone',
    'A\t0',
    'B.b-c\t-5',
    'A\t-2',
    'refB\t0',
    'refB\t0',
    'refB\t0',
    'unjudged\tNone',
    'unjudged\tNone',
    'unjudged\tNone',
  ],
  'human-scores/en-de.wmt-z.seg.score': ['A 0.1', 'A 0.2', 'A 0.3'],
  'human-scores/en-de.mqm.sys.score': ['A\t-2'],
  'metric-scores/en-de/BLEU-refA.seg.score': [
    'A\t10',
    'A\t20',
    'A\t30',
    'B.b-c\t11',
    'B.b-c\t21',
    'B.b-c\t31',
  ],
  'metric-scores/en-de/BLEU-refB.seg.score': ['A\t1', 'A\t2', 'A\t3'],
  'metric-scores/en-de/X-src.seg.score': ['A\t0.1', 'A\t0.2', 'A\t0.3'],
  'metric-scores/en-de/X-refA.seg.score': ['A\t0.5', 'A\t0.6', 'A\t0.7'],
  'metric-scores/en-de/BLEU-refA.sys.score': ['A\t20'],
};

describe('mt-metrics-eval', () => {
  test('reads a test set: texts, documents, the preferred protocol and reference, metrics by reference', async () => {
    const read = await loadItems(write('plain/wmt99', SET));
    expect(read.format).toBe('mt-metrics-eval');
    expect(cellsOf(read.dataset)).toEqual({
      'en-de:1': { A: { human: -30, BLEU: 10, X: 0.5, 'X-src': 0.1 }, 'B.b-c': { human: -1, BLEU: 11 } },
      'en-de:3': { A: { human: -2, BLEU: 30, X: 0.7, 'X-src': 0.3 }, 'B.b-c': { human: -5, BLEU: 31 } },
    });
    expect(read.dataset.references).toEqual(['eins', 'drei']);
    expect([read.dataset.documents, read.dataset.domains]).toEqual([
      ['d1', 'd2'],
      ['news', 'social'],
    ]);
    expect([read.dataset.outputs!(1, 0), read.dataset.outputs!(1, 1)]).toEqual([undefined, 'b3']);
    expect(read.notes).toEqual([
      'en-de: systems left out for lack of human scores: unjudged',
      'en-de: segments left out for lack of human scores: 1 of 3 (segments=complete)',
    ]);
    expect(read.dataset.origin!(1)).toContain('sources/en-de.txt:3');
  });

  test('options choose reference, protocol, scale, segments and systems', async () => {
    const options = {
      reference: 'refB',
      protocol: 'mqm',
      'other-protocols': true,
      'mqm-to-100': true,
      'references-as-systems': true,
      segments: 'scored',
      metrics: ['BLEU'],
    };
    const read = await loadItems(write('chosen/wmt99', SET), {
      options: { ...options, exclude: ['unjudged', 'synthetic_ref'] },
    });
    expect(cellsOf(read.dataset)['en-de:1']).toEqual({
      A: { human: 0, 'human_wmt-z': 0.1, BLEU: 1 },
      'B.b-c': { human: 96 },
    });
    expect(read.dataset.size).toBe(3);
    // refB is the reference that was chosen; refA is a system, but nobody judged it.
    expect(read.dataset.systems).toEqual(['A', 'B.b-c']);
  });

  test('drops canary lines from texts and scores alike', async () => {
    const canary = Object.fromEntries(
      Object.entries(SET).map(([name, lines]) => {
        if (!name.endsWith('.score'))
          return [name, [name.endsWith('.docs') ? 'canary canary' : 'CANARY 123', ...lines]];
        const block = (line: string) => [`${line.split(/\s/)[0]}\tNone`, line];
        const first = new Set<string>();
        return [
          name,
          lines.flatMap((line) =>
            first.has(line.split(/\s/)[0]) ? [line] : (first.add(line.split(/\s/)[0]), block(line)),
          ),
        ];
      }),
    );
    const [plain, dropped] = [
      await loadItems(write('p/wmt99', SET)),
      await loadItems(write('c/wmt99', canary)),
    ];
    expect(cellsOf(dropped.dataset)).toEqual(cellsOf(plain.dataset));
    expect(dropped.dataset.sources).toEqual(plain.dataset.sources);
    expect(dropped.dataset.documents).toEqual(plain.dataset.documents);
    expect(dropped.dataset.origin!(0)).toContain('sources/en-de.txt:2');
  });

  test('reads the .jsonl files of newer years, several pairs, and a folder of test sets', async () => {
    const lines = (field: string, texts: string[]) => texts.map((text) => JSON.stringify({ [field]: text }));
    const root = write('many', {});
    write('many/wmt25', {
      'sources/cs-uk.jsonl': lines('source', ['č', 'ď']),
      'references/cs-uk.refA.jsonl': lines('target', ['r1', 'r2\nmore']),
      'system-outputs/cs-uk/S.jsonl': lines('hypothesis', ['h1', 'h2']),
      'human-scores/cs-uk.esa.seg.score': ['S\t90', 'S\t80'],
      'sources/en-is.txt': ['x'],
      'system-outputs/en-is/S.txt': ['y'],
    });
    write('many/wmt24', { 'sources/en-de.txt': ['x'] });
    const options = { 'test-set': 'wmt25', langs: ['all'], segments: 'all' };
    const read = await loadItems(root, { format: 'mt-metrics-eval', options });
    expect(read.dataset.ids).toEqual(['cs-uk:1', 'cs-uk:2', 'en-is:1']);
    expect(read.dataset.references![1]).toBe('r2\nmore');
    expect(read.notes).toEqual(['en-is: there are no human scores of segments; only metrics are kept']);
    expect((await errorOf(loadItems(root, { format: 'mt-metrics-eval' }))).message).toContain(
      'name one of "wmt24", "wmt25" with test-set=',
    );
    const wrong = { 'test-set': 'wmt25', langs: ['cs-ua'] };
    expect((await errorOf(loadItems(root, { format: 'mt-metrics-eval', options: wrong }))).message).toContain(
      'did you mean "cs-uk"?',
    );
  });

  test.each([
    [
      'a source that lacks a line',
      { 'system-outputs/en-de/A.txt': ['a1'] },
      'A.txt must have one line for each of the 3 source segments; it has 1',
    ],
    [
      'a score that is no number',
      { 'human-scores/en-de.mqm.seg.score': ['A\tx'] },
      'line 1, system "A": a line must be a system and a number or None',
    ],
    ['too few scores', { 'metric-scores/en-de/BLEU-refA.seg.score': ['A\t1'] }, 'system "A" has 1'],
  ])('%s is named with file and line', async (name, broken, part) => {
    const error = await errorOf(loadItems(write(`bad ${name}/wmt99`, { ...SET, ...broken })));
    expect([error.code, error.message]).toEqual(['UNUSABLE_INPUT', expect.stringContaining(part)]);
  });

  testWithShared(
    'real WMT23 data written as a test set is read back as it was',
    ['data/wmt23_en-de_mqm.jsonl'],
    async () => {
      const items = readJsonLines(sharedPath('data/wmt23_en-de_mqm.jsonl')!);
      const systems = Object.keys(items[0].scores);
      const metrics = Object.keys(items[0].scores[systems[0]]).filter((metric) => metric !== 'human');
      const scores = (metric: string) =>
        systems.flatMap((system) => items.map((item) => `${system}\t${item.scores[system][metric]}`));
      const root = write('real/wmt23', {
        'sources/en-de.txt': items.map((item) => item.src),
        'references/en-de.refA.txt': items.map((item) => item.ref),
        'documents/en-de.docs': items.map((item) => `${item.domain} ${item.doc}`),
        'human-scores/en-de.mqm.seg.score': scores('human'),
        ...Object.fromEntries(
          systems.map((system) => [
            `system-outputs/en-de/${system}.txt`,
            items.map((item) => item.tgt[system]),
          ]),
        ),
        ...Object.fromEntries(
          metrics.map((metric) => [`metric-scores/en-de/${metric}-refA.seg.score`, scores(metric)]),
        ),
      });
      const read = (await loadItems(root)).dataset;
      expect([read.size, new Set(read.systems), new Set(read.metrics)]).toEqual([
        460,
        new Set(systems),
        new Set(['human', ...metrics]),
      ]);
      const cells = cellsOf(read);
      items.forEach((item, i) => expect(cells[`en-de:${i + 1}`]).toEqual(item.scores));
      expect(read.documents).toEqual(items.map((item) => item.doc));
    },
  );
});
