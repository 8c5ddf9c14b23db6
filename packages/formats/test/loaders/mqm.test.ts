import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sharedPath } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { loadItems } from '../../src/index.js';
import { cellsOf } from '../cells-of.js';
import { all, errorOf, temporaryFolder } from '../temporary-folder.js';
import { tarOf } from '../tar-of.js';

const { file } = temporaryFolder();
const HEADER = 'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\tcomment';
const row = (system: string, segment: number, rater: string, category: string, severity: string) =>
  `${system}\td1\t1\t${segment}\t${rater}\tsource ${segment}\t<v>out</v>put\t${category}\t${severity}\t`;
const marks = (...rows: string[]) => [HEADER, ...rows].join('\n');
const ROWS = [
  row('A', 1, 'r1', 'Fluency/Punctuation', 'Minor'),
  row('A', 1, 'r1', 'Style/Awkward', 'Major'),
  row('A', 1, 'r2', 'Non-translation!', 'Major'),
  row('A', 1, 'r3', 'No-error', 'No-error'),
  row('B', 1, 'r1', 'Accuracy/Omission', 'minor'),
  row('B', 2, 'r1', 'Source issue', 'Major'),
  row('refA', 2, 'r1', 'Fluency/Grammar', 'Neutral'),
  row('A', 2, 'r2', 'Found', 'HOTW-test'),
];

describe('mqm tables', () => {
  test('are known by their header, and score each cell by the published weights, mean over raters', async () => {
    const read = await loadItems(file(marks(...ROWS), 'marks.txt'));
    expect(read.format).toBe('mqm');
    const { A, B } = cellsOf(read.dataset)['1'];
    expect(A.human).toBeCloseTo(-(5.1 + 25 + 0) / 3, 12);
    expect(B.human).toBe(-1);
    expect(cellsOf(read.dataset)['2']).toEqual({ B: { human: 0 }, refA: { human: 0 } });
    expect(read.notes).toEqual([
      'attention checks (HOTW-test), left out of the scores: 1, of which 1 found',
      'human: 6 ratings by 3 annotators; where a cell has several, their mean counts',
    ]);
    expect([read.dataset.references, read.dataset.documents]).toEqual([
      [undefined, 'output'],
      ['d1', 'd1'],
    ]);
  });

  test('keep the marks as spans of the text without them, in code points', async () => {
    const line = `A\td1\t1\t1\tr1\tsource 1\t😀 <v>gut</v> 😀\tStyle/Awkward\tMinor\t`;
    const source = `B\td1\t1\t1\tr1\t<v>source</v> 1\tgut\tAccuracy/Omission\tMajor\t`;
    const [record] = await all((await loadItems(file(marks(line, source)))).records());
    expect(record.judgements).toEqual([
      {
        system: 'A',
        rater: 'r1',
        value: -1,
        spans: [{ from: 2, to: 5, in: 'tgt', category: 'Style/Awkward', severity: 'Minor' }],
      },
      {
        system: 'B',
        rater: 'r1',
        value: -5,
        spans: [{ from: 0, to: 6, in: 'src', category: 'Accuracy/Omission', severity: 'Major' }],
      },
    ]);
    expect(record.tgt).toEqual({ A: '😀 gut 😀', B: 'gut' });
  });

  test('take other weights, and leave references out', async () => {
    const options = {
      weights: ['minor:fluency/punctuation=2', ':source issue=7'],
      'references-as-systems': false,
    };
    const { dataset } = await loadItems(file(marks(...ROWS)), { format: 'mqm', options });
    const cells = cellsOf(dataset);
    expect(cells['1'].A.human).toBeCloseTo(-(7 + 25 + 0) / 3, 12);
    expect(cells['2']).toEqual({ B: { human: -7 } });
    const wrong = await errorOf(
      loadItems(file(marks(...ROWS)), { format: 'mqm', options: { weights: ['5'] } }),
    );
    expect([wrong.code, wrong.message]).toEqual([
      'INVALID_OPTIONS',
      expect.stringContaining('such as major=5'),
    ]);
  });

  test('refuse a severity without a weight by line, item, system, rater; set aside, its judgement has no score', async () => {
    const name = file(marks(...ROWS, row('A', 1, 'r2', 'Style/Awkward', 'Critical')));
    expect((await errorOf(loadItems(name))).message).toContain(
      ':10: item "1", system "A", rater "r2": a severity must be one that has a weight; got "Critical"; give it one (weights=Critical=…)',
    );
    const { dataset, notes } = await loadItems(name, { skipInvalid: `${name}.rejected` });
    expect(cellsOf(dataset)['1'].A.human).toBeCloseTo(-5.1 / 2, 12);
    expect(notes).toContain(
      '1 judgement with rows that were set aside: left out, for the score would be too good',
    );
    expect(readFileSync(`${name}.rejected`, 'utf8')).toContain('Critical');
  });

  test('number segments by document where they say so, and refuse one segment in two documents otherwise', async () => {
    const name = file(marks(...ROWS, row('A', 1, 'r1', 'No-error', 'No-error').replace('\td1\t', '\td2\t')));
    expect((await errorOf(loadItems(name))).message).toContain('set segments=document');
    const { dataset } = await loadItems(name, { format: 'mqm', options: { segments: 'document' } });
    expect(dataset.ids).toEqual(['d1:1', 'd1:2', 'd2:1']);
  });

  test('refuse rows that are cut, names that are empty and metadata that is no JSON', async () => {
    const header = HEADER.replace('comment', 'metadata');
    const cut = [header, 'A\td1', `${ROWS[0]}{`, row('', 1, 'r', 'x', 'Minor')].join('\n');
    const { message } = await errorOf(loadItems(file(cut)));
    expect(message).toContain(':2: the row must have 10 values like the header; it has 2');
    expect(message).toContain(':3: the metadata must be JSON or empty');
    expect(message).toContain(':4: every row must name its segment, system and rater');
  });

  test('tell seconds from the actions of a rater, over all segments, with pauses counted as the median', async () => {
    const header = `${HEADER.replace('comment', 'metadata')}\t# see the viewer`;
    const at = (...times: number[]) =>
      JSON.stringify({
        timestamp: 1e12,
        timing: { 'next-arrow': { count: 1, timeMS: 1, log: times.map((ts) => ({ ts: 1e12 + 1000 * ts })) } },
      });
    const rows = [
      `${row('A', 1, 'r1', 'x', 'Minor')}${at(0, 10)}`,
      `${row('B', 1, 'r1', 'x', 'Minor')}${at(30, 60)}`,
      // Back at the first output after a night.
      `${row('A', 1, 'r1', 'x', 'Minor')}${at(40_000, 40_008)}`,
      `${row('B', 1, 'r2', 'x', 'Minor')}{}`,
    ];
    const { dataset } = await loadItems(file([header, ...rows].join('\n')));
    // Steps of r1: (first) 10 20 30 (night) 8; their median is 15.
    expect([...dataset.judgements!.seconds!]).toEqual([15 + 10 + 15 + 8, 20 + 30, NaN]);
    expect(dataset.judgements!.times![0]).toBe(1e12);
  });

  test('are compared with published segment scores, which are read alone too', async () => {
    const scores = file('system mqm_avg_score seg_id\nA\t-10.033333 1\nB\t-2 1\nB\tNone 2\nC\t-1 1\n');
    const alone = await loadItems(scores);
    expect([alone.format, cellsOf(alone.dataset)]).toEqual([
      'mqm',
      { '1': { A: { human: -10.033333 }, B: { human: -2 }, C: { human: -1 } } },
    ]);
    const { notes } = await loadItems([file(marks(...ROWS)), scores]);
    expect(notes).toContain(
      'published segment scores: 1 of the 2 that both have equal the means of the raters; not item "1", system "B": -1 and -2',
    );
  });
});

describe('tar archives', () => {
  test('of one file are read as that file; of several, cut off or not packed they are refused', async () => {
    const text = marks(
      ...ROWS,
      ...Array.from({ length: 3000 }, (_, n) => row('A', n + 3, 'r1', 'x', 'Minor')),
    );
    const packed = (...files: [string, string][]) => gzipSync(tarOf(...files));
    const one = await loadItems(file(packed(['._m.tsv', 'x'], ['m.tsv', text]), 'm.tar.gz'));
    expect([one.format, one.dataset.size]).toEqual(['mqm', 3002]);
    const two = await errorOf(loadItems(file(packed(['m.tsv', text], ['n.tsv', text]), 'two.tar.gz')));
    expect([two.code, two.message]).toEqual([
      'BAD_COMPRESSION',
      expect.stringContaining('unpack it (tar -xf) and name the file'),
    ]);
    const short = gzipSync(gunzipSync(packed(['m.tsv', text])).subarray(0, 100_000));
    expect((await errorOf(loadItems(file(short, 'short.tar.gz')))).message).toContain('it is cut off');
    expect((await errorOf(loadItems(file(tarOf(['m.tsv', text]), 'm.tar')))).message).toContain(
      'it is a tar archive',
    );
  });
});

const raw = sharedPath('data/raw');
const published = (name: string) => join(raw!, name);

describe.skipIf(raw === undefined)('published tables (where they are at hand)', () => {
  test('of WMT21 TED English–German have the published scores in all 6,877 cells', async () => {
    const { dataset, notes } = await loadItems([
      published('mqm_ted_ende.tsv'),
      published('mqm_ted_ende.avg_seg_scores.tsv'),
    ]);
    expect([dataset.size, dataset.systems.length, dataset.judgements!.size]).toEqual([529, 14, 7406]);
    expect(notes).toContain(
      'published segment scores: 6877 of the 6877 that both have equal the means of the raters',
    );
  });

  test('with three ratings per segment have three raters on each of 1,040 cells, seconds and places', async () => {
    const { dataset, notes } = await loadItems(
      published('sxs_mqm_generalMT2023_ende.3ratingsPerSegment.tsv.tar.gz'),
    );
    const { size, systems, starts, rater, seconds, spans, raters } = dataset.judgements!;
    const perCell = new Map<string, Set<number>>();
    for (let item = 0; item < dataset.size; item++)
      for (let j = starts[item]; j < starts[item + 1]; j++) {
        const cell = `${item} ${systems[j]}`;
        perCell.set(cell, (perCell.get(cell) ?? new Set()).add(rater[j]));
      }
    expect([perCell.size, [...perCell.values()].every((of) => of.size === 3)]).toEqual([1040, true]);
    expect([size, raters.length, spans!.from.length]).toEqual([3120, 10, 9977]);
    expect(spans!.from.every((from) => from >= 0)).toBe(true);
    expect(seconds!.every((took) => took >= 0 && took < 1000)).toBe(true);
    expect(notes[0]).toBe('attention checks (HOTW-test), left out of the scores: 245, of which 220 found');
  });
});
