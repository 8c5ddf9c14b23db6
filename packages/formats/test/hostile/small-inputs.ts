import { zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { shownHash } from '../../src/annotation/annotation-task.js';
import { platforms } from '../../src/annotation/platforms/platforms.js';

/** A small input of a format: its files, and what is named to the loader. */
export interface SmallInput {
  readonly format: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly paths: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
}

const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** The key of one task, whose texts are `s` and `o`. */
function keyFor(format: string): string {
  const task = { id: 't1', item: 'a', system: 'A', also: [], source: 's', output: 'o' };
  const hash = shownHash(platforms.find(({ name }) => name === format)!.shown(task));
  const head = { format, seed: 0, reference: true, scale: { min: 0, max: 100 }, items: 'x' };
  return JSON.stringify({
    goldpan: 'annotation-key',
    version: 1,
    head,
    tasks: [{ id: 't1', item: 'a', system: 'A', hash }],
  });
}

const sample = {
  id: 1,
  epoch: 1,
  input: [{ content: 'in' }],
  target: 'B',
  output: { completion: 'o' },
  scores: { s: { value: 'C' } },
};
const head = { version: 2, status: 'success', eval: { task: 't', model: 'm' } };

/** One valid input for every loader. */
export const smallInputs: readonly SmallInput[] = [
  {
    format: 'items',
    files: {
      'x.jsonl': lines({ id: 'a', src: 's', tgt: { A: 'x' }, scores: { A: { m: 1 } }, cost: 2 }, { i: 5 }),
    },
    paths: ['x.jsonl'],
  },
  {
    format: 'long-table',
    files: { 'x.csv': 'item,system,metric,score,source,cost\na,A,m,1,"s ""q""\nt",2\nb,A,m,,,\n' },
    paths: ['x.csv'],
  },
  {
    format: 'long-table',
    files: {
      'x.parquet': new Uint8Array(
        parquetWriteBuffer({
          columnData: [
            { name: 'item', data: ['a', 'b'] },
            { name: 'system', data: ['A', 'B'] },
            { name: 'score', data: [1, 2.5], type: 'DOUBLE' },
          ],
        }),
      ),
    },
    paths: ['x.parquet'],
  },
  { format: 'wide-table', files: { 'x.tsv': 'item\tA\tB\n1\t2\t3\n2\t\t4\n' }, paths: ['x.tsv'] },
  {
    format: 'mt-metrics-eval',
    files: {
      'w/sources/en-de.jsonl': lines({ source: 'a' }, { source: 'b' }),
      'w/references/en-de.refA.txt': 'a\nb\n',
      'w/documents/en-de.docs': 'n d\nn d\n',
      'w/system-outputs/en-de/A.txt': 'x\ny\n',
      'w/human-scores/en-de.mqm.seg.score': 'A\t1\nA\t-2\n',
      'w/metric-scores/en-de/M-src.seg.score': 'A\t1\nA\t2\n',
    },
    paths: ['w'],
  },
  {
    format: 'wmt25',
    files: {
      'h.jsonl': lines({
        doc_id: 'l_#_d_#_x_#_0',
        src_text: 's',
        tgt_text: { A: 'a' },
        scores: { A: { human1: 3 } },
      }),
      'A.jsonl': lines({ document_id: 'l_#_d_#_x', metric_scores: { chrF: [4] } }),
    },
    paths: ['A.jsonl', 'h.jsonl'],
  },
  {
    format: 'summeval',
    files: {
      's.jsonl': lines({
        id: 'd',
        model_id: 'M',
        decoded: 'x',
        references: ['r'],
        expert_annotations: [{ coherence: 3 }],
        metric_scores_1: { rouge: { r1: 0.5 }, supert: [0.2] },
      }),
    },
    paths: ['s.jsonl'],
  },
  {
    format: 'mqm',
    files: {
      'm.tsv':
        'system\tdoc\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata\t# a comment\n' +
        'A\td\t1\tr1\ts\t<v>o</v> t\tFluency/Grammar\tMajor\t{"timing":{"x":{"log":[{"ts":1000},{"ts":4000}]}}}\n' +
        'A\td\t1\tr2\ts\to t\tNo-error\tNo-error\t{}\n',
      's.tsv': 'system mqm_avg_score seg_id\nA\t-2.5 1\n',
    },
    paths: ['m.tsv', 's.tsv'],
  },
  {
    format: 'biomqm',
    files: {
      'b.json': JSON.stringify([
        {
          DOC_ID: 'd',
          SEG_ID: '1',
          MT_Engine: 'A',
          source: 's',
          target: 't',
          target_errors: [{ severity: 'Minor' }],
          Annotator_ID: 'x',
        },
      ]),
    },
    paths: ['b.json'],
  },
  {
    format: 'qe4pe',
    files: {
      'q.csv':
        'doc_id,segment_in_doc_id,tgt_lang,translator_main_id,mt_text,pe_text,qa_mt_esa_rating,qa_pe_esa_rating\n1,2,ita,t1,mt,pe,60,80\n',
    },
    paths: ['q.csv'],
  },
  {
    format: 'rose',
    files: {
      'r.jsonl': lines({
        example_id: 'e',
        source: 's',
        system_outputs: { A: 'o' },
        annotations: { A: { acu: 0.5, normalized_acu: 0.4 } },
      }),
    },
    paths: ['r.jsonl'],
  },
  {
    format: 'lm-eval',
    files: {
      'm/samples_t_2024-01-01T00-00-00.1.jsonl': lines({
        doc_id: 0,
        doc: {},
        target: 'x',
        arguments: [['p', {}]],
        resps: [['r']],
        filtered_resps: ['f'],
        filter: 'none',
        metrics: ['acc'],
        doc_hash: 'h',
        acc: 1,
      }),
    },
    paths: ['m'],
  },
  {
    format: 'inspect',
    files: {
      'l.json': JSON.stringify({ ...head, samples: [sample] }),
      'l.eval': zipSync({
        'samples/1_epoch_1.json': bytes(sample),
        'header.json': bytes({ ...head, eval: { task: 't', model: 'n' } }),
      }),
    },
    paths: ['l.json', 'l.eval'],
  },
  {
    format: 'helm',
    files: {
      'run/instances.json': JSON.stringify([
        {
          id: 'i',
          input: { text: 'q' },
          references: [{ output: { text: 'r' }, tags: ['correct'] }],
          split: 'test',
        },
      ]),
      'run/display_predictions.json': JSON.stringify([
        { instance_id: 'i', train_trial_index: 0, predicted_text: 'p' },
      ]),
      'run/per_instance_stats.json': JSON.stringify([
        {
          instance_id: 'i',
          train_trial_index: 0,
          stats: [{ name: { name: 'em', split: 'test' }, count: 1, sum: 1, mean: 1 }],
        },
      ]),
      'run/run_spec.json': JSON.stringify({ name: 'mmlu:model=x', adapter_spec: { model: 'x/y' } }),
    },
    paths: ['run'],
  },
  {
    format: 'promptfoo',
    files: {
      'p.json': JSON.stringify({
        evalId: 'e',
        results: {
          version: 3,
          results: [
            {
              promptIdx: 0,
              testIdx: 0,
              vars: { a: 'b' },
              provider: { id: 'x' },
              response: { output: 'o' },
              score: 1,
              success: true,
              namedScores: { n: 0.5 },
            },
          ],
        },
      }),
    },
    paths: ['p.json'],
  },
  {
    format: 'openai-evals',
    files: {
      'o.jsonl': lines(
        { spec: { completion_fns: ['g'], eval_name: 'e' } },
        { sample_id: 's.0', type: 'sampling', data: { prompt: 'p', sampled: ['x'] } },
        { sample_id: 's.0', type: 'match', data: { correct: true, expected: 'y' } },
        { final_report: {} },
      ),
    },
    paths: ['o.jsonl'],
  },
  ...(
    [
      [
        'label-studio',
        'r.json',
        JSON.stringify([
          {
            data: { task: 't1', source: 's', reference: '', output: 'o' },
            annotations: [
              {
                completed_by: 1,
                lead_time: 3,
                result: [{ from_name: 'score', type: 'number', value: { number: 50 } }],
              },
            ],
          },
        ]),
      ],
      [
        'argilla',
        'r.json',
        JSON.stringify([
          {
            id: 't1',
            fields: { source: 's', output: 'o' },
            responses: { score: [{ value: 5, user_id: 'u' }] },
          },
        ]),
      ],
      [
        'pearmut',
        'r.jsonl',
        lines({
          user_id: 'u',
          item_i: 0,
          item: [{ item_id: 'a', src: 's', tgt: { t1: 'o' } }],
          annotation: [{ t1: { score: 50 } }],
          actions: [{ time: 1 }, { time: 5 }],
        }),
      ],
      ['appraise', 'r.csv', 'u,t1,1,TGT,eng,deu,50,d,False,[],1,2\n'],
      ['doccano', 'r.jsonl', lines({ text: 'SOURCE:\ns\n\nOUTPUT:\no', label: ['4'], task: 't1' })],
      [
        'prodigy',
        'r.jsonl',
        lines({ text: 'SOURCE:\ns\n\nOUTPUT:\no', accept: [4], answer: 'accept', task: 't1' }),
      ],
      [
        'annotation-csv',
        'r.csv',
        'task,source,reference,output,score,annotator,goldpan\n' + "t1,s,',o,50,u,1\n",
      ],
    ] as const
  ).map(([format, name, content]) => ({
    format,
    files: { [name]: content, 'k.json': keyFor(format) },
    paths: [name],
    options: { key: 'k.json' },
  })),
  // Campaigns of others, read without a key.
  {
    format: 'label-studio',
    files: {
      'x.json': JSON.stringify([
        {
          id: 1,
          data: { id: 'a', src: 's', tgt_a: 'o 👋', tgt_b: 'p', model_a: 'A', model_b: 'B' },
          annotations: [
            {
              completed_by: { id: 1, email: 'u' },
              lead_time: 3,
              created_at: '2026-03-02T09:15:00Z',
              result: [
                { from_name: 'pw', to_name: 'tgt_a,tgt_b', type: 'pairwise', value: { selected: 'left' } },
                { from_name: 'q_a', to_name: 'tgt_a', type: 'rating', value: { rating: 2 } },
                { from_name: 'tone_b', to_name: 'tgt_b', type: 'choices', value: { choices: ['fine'] } },
                { from_name: 'e', to_name: 'tgt_a', id: 'r', value: { start: 0, end: 1, labels: ['minor'] } },
                { from_name: 'why', to_name: 'tgt_a', id: 'r', type: 'choices', value: { choices: ['x'] } },
              ],
            },
          ],
        },
      ]),
    },
    paths: ['x.json'],
  },
  {
    format: 'label-studio',
    files: {
      'm.json': JSON.stringify([
        { id: 1, src: 's', model: 'A', output: 'o', q: [{ rating: 4 }], annotator: 3, lead_time: 2 },
        { id: 2, src: 's', model: 'B', output: 'p', q: [{ rating: 1 }], annotator: 3, lead_time: 5 },
      ]),
    },
    paths: ['m.json'],
  },
  {
    format: 'pearmut',
    files: {
      'l.jsonl': lines(
        {
          annotation: [
            { A: { score: 5, error_spans: [{ start_i: 0, end_i: 0, severity: 'minor', category: null }] } },
            { A: { score: null, sliders: { f: 2 }, error_spans: [{ start_i: 9, end_i: 9 }] } },
          ],
          actions: [{ time: 1.75e9 }, { time: 1.75e9 + 5 }],
          item: [
            { item_id: 'a', src: 's', tgt: { A: 'o\np' } },
            { src: 't', tgt: { A: 'q' } },
          ],
          user_id: 'u',
          item_i: 0,
        },
        { user_id: 'u', item_i: 1, annotation: '__RESET__' },
      ),
    },
    paths: ['l.jsonl'],
    options: { 'item-field': 'src' },
  },
  {
    format: 'argilla',
    files: {
      'r.json': JSON.stringify([
        {
          id: 'r1',
          fields: { prompt: 's', 'response-1': 'o', 'response-2': 'p' },
          metadata: { doc: 'd' },
          suggestions: {},
          responses: {
            rank: [
              {
                value: [
                  { value: 'response-1', rank: 1 },
                  { value: 'response-2', rank: 2 },
                ],
                user_id: 'u',
              },
            ],
            'good-1': [{ value: 'yes', user_id: 'u' }],
          },
        },
      ]),
    },
    paths: ['r.json'],
  },
  {
    format: 'argilla',
    files: {
      'f.jsonl': lines({
        id: 'r1',
        prompt: 's',
        response: 'o',
        model: 'A',
        'q.responses': [4, 2],
        'q.responses.users': ['u', 'v'],
        'q.responses.status': ['submitted', 'draft'],
      }),
    },
    paths: ['f.jsonl'],
  },
  {
    format: 'doccano',
    files: {
      'd.jsonl': lines({ id: 1, text: 'o 👋', source: 's', system: 'A', label: ['4', [0, 2, 'minor']] }),
    },
    paths: ['d.jsonl'],
  },
  {
    format: 'prodigy',
    files: {
      'p.jsonl': lines({
        id: 1,
        input: 's',
        A: 'o',
        B: 'p',
        mapping: { A: 'accept', B: 'reject' },
        options: [
          { id: 'A', text: 'o' },
          { id: 'B', text: 'p' },
        ],
        accept: ['A'],
        answer: 'accept',
        _input_hash: 1,
        _task_hash: 2,
        _timestamp: 1_760_000_000,
      }),
    },
    paths: ['p.jsonl'],
  },
  {
    format: 'appraise',
    files: {
      's.csv':
        'u,A,1,TGT,eng,deu,50,d,False,"[{""start_i"":0,""end_i"":0,""severity"":""minor""}]",1,2\nu,A,2,TGT,eng,deu,50,1,2\n',
      'b.json': JSON.stringify([
        {
          items: [
            { itemID: 1, itemType: 'TGT', documentID: 'd', sourceText: 's', targetID: 'A', targetText: 'o' },
            { itemID: 2, itemType: 'TGT', segmentText: 't', targets: [{ targetID: 'A', targetText: 'p' }] },
          ],
        },
      ]),
    },
    paths: ['s.csv', 'b.json'],
  },
  {
    format: 'annotation-csv',
    files: { 't.csv': 'prompt,response_a,response_b,winner,rater,seconds,time\nq,o,p,A,u,2,2026-03-02\n' },
    paths: ['t.csv'],
  },
];
