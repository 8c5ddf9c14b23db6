import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadItems } from '../../src/index.js';
import { cellsOf } from '../cells-of.js';
import { jsonLines } from '../json-lines.js';
import { errorOf, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();

test('wmt25: two ratings per cell with gaps, and automatic scores of the segments that were judged', async () => {
  const doc = 'en-cs_CZ_#_news_#_d1';
  const humeval = file(
    jsonLines(
      {
        doc_id: `${doc}_#_0`,
        src_text: 's0',
        tgt_text: { A: 'a0', B: 'b0', refA: 'r0' },
        scores: { A: { human1: 80, human2: 60, errors1: [] }, B: { human1: 50 } },
      },
      {
        doc_id: `${doc}_#_1`,
        src_text: 's1',
        tgt_text: { A: 'a1', B: 'b1' },
        scores: { A: { human1: 70, human2: null } },
      },
      {
        doc_id: 'en-ja_JP_#_news_#_d1_#_0',
        src_text: 's',
        tgt_text: { A: 'x' },
        scores: { A: { human1: 1 } },
      },
    ),
    'humeval.jsonl',
  );
  const automatic = file(
    jsonLines({
      language_pair: 'en-cs_CZ',
      domain: 'news',
      document_id: doc,
      metric_scores: { chrF: [10, 20, 30] },
    }),
    'A.jsonl',
  );
  const read = await loadItems([automatic, humeval], {
    format: 'wmt25',
    options: { langs: ['en-cs_CZ'], 'keep-annotators': true },
  });
  expect(cellsOf(read.dataset)).toEqual({
    [`${doc}_#_0`]: {
      A: { human: 70, human_human1: 80, human_human2: 60, chrF: 10 },
      B: { human: 50, human_human1: 50 },
    },
    [`${doc}_#_1`]: { A: { human: 70, human_human1: 70, chrF: 20 } },
  });
  expect([read.dataset.references![0], read.dataset.documents![0], read.dataset.domains![0]]).toEqual([
    'r0',
    doc,
    'news',
  ]);
  expect(read.dataset.systems).toEqual(['A', 'B']);
  expect(read.notes).toEqual([
    'automatic scores of segments without human judgements were left out',
    'human: 4 ratings by 2 annotators; where a cell has several, their mean counts',
  ]);
});

test('summeval: experts in four dimensions, metric scores of the chosen number of references', async () => {
  const rating = (coherence: number, fluency: number) => ({ coherence, fluency });
  const row = (id: string, model_id: string, experts: object[]) => ({
    id,
    model_id,
    decoded: `${id}${model_id}`,
    text: `article ${id}`,
    references: ['r', 's'],
    filepath: 'f',
    expert_annotations: experts,
    turker_annotations: [rating(1, 1)],
    metric_scores_1: { rouge: { rouge_1_f_score: 0.4 }, supert: [0.5], bleu: 3 },
    metric_scores_11: { bleu: 9 },
  });
  const name = file(
    jsonLines(row('d1', 'M0', [rating(1, 5), rating(3, 5)]), row('d1', 'M1', [rating(4, 4), rating(2, 2)])),
  );
  const read = await loadItems(name);
  expect(read.format).toBe('summeval');
  expect(cellsOf(read.dataset)).toEqual({
    d1: {
      M0: { human: 3.5, human_coherence: 2, human_fluency: 5, rouge_1_f_score: 0.4, supert: 0.5, bleu: 3 },
      M1: { human: 3, human_coherence: 3, human_fluency: 3, rouge_1_f_score: 0.4, supert: 0.5, bleu: 3 },
    },
  });
  expect([read.dataset.sources, read.dataset.references, read.dataset.outputs!(0, 1)]).toEqual([
    ['article d1'],
    ['r'],
    'd1M1',
  ]);
  const other = await loadItems(name, { options: { annotators: 'turker', references: '11' } });
  expect(cellsOf(other.dataset).d1.M0).toEqual({ human: 1, human_coherence: 1, human_fluency: 1, bleu: 9 });
  const twice = file(jsonLines(row('d1', 'M0', [rating(1, 1)]), row('d1', 'M0', [rating(1, 1)])));
  expect((await errorOf(loadItems(twice))).message).toContain(
    ':2: item "d1" must have one row of system "M0"',
  );
});

test('biomqm: error spans become a score, annotators are kept apart, the reference is no system', async () => {
  const segment = (MT_Engine: string, target: string, severities: string[], Annotator_ID = 'x') => ({
    source: 'quelle',
    target,
    SEG_ID: '3',
    DOC_ID: 'doc50',
    MT_Engine,
    Annotator_ID,
    source_errors: [{ severity: 'Critical' }],
    target_errors: severities.map((severity) => ({ severity })),
  });
  mkdirSync(path('de2en'));
  writeFileSync(
    join(path('de2en'), 'A.json'),
    JSON.stringify([segment('A', 'a', ['Minor', 'Major', 'Neutral']), segment('A', 'a', ['Critical'], 'y')]),
  );
  writeFileSync(join(path('de2en'), 'B.json'), JSON.stringify([segment('B', 'b', [])]));
  writeFileSync(
    join(path('de2en'), 'reference.json'),
    JSON.stringify([segment('reference', 'ref', ['Minor'])]),
  );
  const read = await loadItems(path('de2en'), { format: 'biomqm' });
  expect(cellsOf(read.dataset)).toEqual({ 'doc50:3': { A: { human: -15.5 }, B: { human: 0 } } });
  expect([read.dataset.references, read.dataset.sources, read.dataset.documents]).toEqual([
    ['ref'],
    ['quelle'],
    ['doc50'],
  ]);
  const both = await loadItems(path('de2en'), {
    format: 'biomqm',
    options: { 'source-errors': true, 'references-as-systems': true },
  });
  expect(cellsOf(both.dataset)['doc50:3']).toEqual({
    A: { human: -40.5 },
    B: { human: -25 },
    reference: { human: -26 },
  });
  writeFileSync(join(path('de2en'), 'C.json'), JSON.stringify([segment('C', 'c', ['Huge'])]));
  expect((await errorOf(loadItems(path('de2en'), { format: 'biomqm' }))).message).toContain(
    'C.json record 1: item "doc50:3", system "C": a severity must be one of neutral, minor, major, critical; got "huge"',
  );
});

test('qe4pe: the machine translation and each post-edit are systems; its rating is not counted once per editor', async () => {
  const header =
    'doc_id,segment_in_doc_id,tgt_lang,translator_main_id,src_text,mt_text,pe_text,wmt_category,qa_mt_annotator_id,qa_mt_esa_rating,qa_pe_annotator_id,qa_pe_esa_rating,mt_xcomet,pe_xcomet\n';
  const csv = `${header}1,2,ita,t1,src,mt,pe one,social,q1,60,q1,80,0.5,0.7\n1,2,ita,t2,src,mt,pe two,social,q1,60,q2,90,0.5,0.8\n1,2,nld,t1,src,mt,pe,social,q1,,q1,,,\n`;
  const read = await loadItems(file(csv, 'qe.csv'), {
    format: 'qe4pe',
    options: { langs: ['ita'], metrics: ['xcomet'] },
  });
  expect(cellsOf(read.dataset)).toEqual({
    'ita:1:2': {
      mt: { human: 60, xcomet: 0.5 },
      t1: { human: 80, xcomet: 0.7 },
      t2: { human: 90, xcomet: 0.8 },
    },
  });
  expect(read.notes[0]).toContain('human: 3 ratings by 2 annotators');
});

test('rose: the named annotation is the target, the others are human columns', async () => {
  const row = {
    example_id: 'e1',
    source: 's',
    reference: 'r',
    reference_acus: ['a'],
    system_outputs: { bart: 'o', gsum: 'p' },
    annotations: {
      bart: { acu: 0.4, normalized_acu: 0.35, acu_labels: [1, 0], prior: 4 },
      gsum: { acu: 0.2, normalized_acu: 0.1 },
    },
  };
  const read = await loadItems(file(jsonLines(row)));
  expect(read.format).toBe('rose');
  expect(cellsOf(read.dataset)).toEqual({
    e1: { bart: { human_acu: 0.4, human: 0.35, human_prior: 4 }, gsum: { human_acu: 0.2, human: 0.1 } },
  });
  expect(read.notes).toEqual(['the annotation "acu_labels" is not a number and was left out']);
  expect((await errorOf(loadItems(file(jsonLines(row, row))))).message).toContain(
    ':2: item "e1" must be unique',
  );
});
