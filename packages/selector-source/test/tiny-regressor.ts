import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constant, externalConstant, FLOAT, INT64, type Field, model, node, value } from './onnx-bytes.js';

/** Pieces of the tiny tokenizer, with their log probabilities, in the order of their ids. */
export const pieces: readonly (readonly [string, number])[] = [
  ['<s>', 0],
  ['<pad>', 0],
  ['</s>', 0],
  ['<unk>', 0],
  ['▁', -4],
  ['▁the', -2],
  ['▁cat', -3],
  ['▁sat', -3],
  ['s', -5],
  ['▁ca', -3.5],
  ['t', -5],
];

/** What the tiny model knows of each piece: its prediction is the mean over the tokens that are not padding. */
export const pieceValues = [1, 100, 2, -7, 0.5, 3, 10, -4, 6, 1000, 1000];

/** A folder with a model and tokenizer of the shape that tools/export-neural writes. @param change - edits files before they are written */
export function tinyRegressor(change: (files: Record<string, unknown>) => void = () => {}): string {
  const files: Record<string, unknown> = {
    'goldpan-card.json': {
      format: 'goldpan-neural-source/1',
      name: 'tiny',
      predicts: 'the mean value of the pieces',
      direction: 'higher-first',
      'max-tokens': 6,
      licence: 'Apache-2.0',
    },
    'config.json': { model_type: 'xlm-roberta', architectures: ['XLMRobertaForSequenceClassification'] },
    'tokenizer_config.json': {
      tokenizer_class: 'XLMRobertaTokenizer',
      pad_token: '<pad>',
      unk_token: '<unk>',
    },
    'tokenizer.json': tokenizer,
    'onnx/model.onnx': meanOfPieces(constant('values', FLOAT, Float32Array.from(pieceValues))),
  };
  change(files);
  const folder = mkdtempSync(join(tmpdir(), 'goldpan-neural-'));
  mkdirSync(join(folder, 'onnx'));
  for (const [name, content] of Object.entries(files)) {
    const bytes = content instanceof Uint8Array || typeof content === 'string';
    writeFileSync(join(folder, name), bytes ? content : JSON.stringify(content));
  }
  return folder;
}

/** Removes such a folder. */
export function removeRegressor(folder: string): void {
  rmSync(folder, { recursive: true });
}

const special = (id: number) => ({ id, content: pieces[id][0], special: true });

const tokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [0, 1, 2, 3].map((id) => ({
    ...special(id),
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  })),
  normalizer: { type: 'NFKC' },
  pre_tokenizer: {
    type: 'Sequence',
    pretokenizers: [
      { type: 'WhitespaceSplit' },
      { type: 'Metaspace', replacement: '▁', add_prefix_space: true },
    ],
  },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '<s>', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '</s>', type_id: 0 } },
    ],
    pair: [],
    special_tokens: {
      '<s>': { id: '<s>', ids: [0], tokens: ['<s>'] },
      '</s>': { id: '</s>', ids: [2], tokens: ['</s>'] },
    },
  },
  decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true },
  model: { type: 'Unigram', unk_id: 3, vocab: pieces },
};

/** logits = Σ value[input_ids] · attention_mask / Σ attention_mask, shape (batch, 1). */
function meanOfPieces(values: Field): Uint8Array {
  return model('mean of pieces', [
    values,
    constant('tokens', INT64, BigInt64Array.from([1n])),
    node('Gather', ['values', 'input_ids'], 'looked-up'),
    node('Cast', ['attention_mask'], 'mask', { to: FLOAT }),
    node('Mul', ['looked-up', 'mask'], 'masked'),
    node('ReduceSum', ['masked', 'tokens'], 'sum', { keepdims: 1 }),
    node('ReduceSum', ['mask', 'tokens'], 'count', { keepdims: 1 }),
    node('Div', ['sum', 'count'], 'logits'),
    value(11, 'input_ids', INT64, ['batch', 'tokens']),
    value(11, 'attention_mask', INT64, ['batch', 'tokens']),
    value(12, 'logits', FLOAT, ['batch', 'one']),
  ]);
}

/** Moves the weights to a file of their own, as models above 2 GB have them. */
export function withExternalWeights(files: Record<string, any>): void {
  files['onnx/model.onnx'] = meanOfPieces(
    externalConstant('values', FLOAT, [pieceValues.length, 'model.onnx_data']),
  );
  files['onnx/model.onnx_data'] = new Uint8Array(Float32Array.from(pieceValues).buffer);
}
