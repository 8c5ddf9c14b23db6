import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words the model knows, in the order of their numbers; others are `[UNK]`. */
const VOCABULARY = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'red', 'green', 'blue', 'house'];

/** The vector of each word. */
export const wordVectors: readonly (readonly [number, number, number])[] = VOCABULARY.map((_, i) => [
  i === 4 ? 5 : 0.5,
  i === 5 ? 5 : 0.25 * i,
  i === 6 ? 5 : 1 - 0.125 * i,
]);

/**
 * Writes a sentence model that looks up one vector of three numbers per word: a real ONNX graph (one Gather, about 500
 * bytes) with the tokenizer and configuration that the loading code of transformers asks for.
 */
export function writeTinyModel(folder: string): string {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  json('config.json', { model_type: 'bert', architectures: ['BertModel'], hidden_size: 3, vocab_size: 8 });
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 16,
    do_lower_case: true,
  });
  json('tokenizer.json', tokenizer());
  writeFileSync(join(folder, 'onnx', 'model.onnx'), model());
  return folder;
}

function tokenizer() {
  const special = VOCABULARY.slice(0, 4).map((content, id) => ({
    id,
    content,
    special: true,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  }));
  return {
    version: '1.0',
    added_tokens: special,
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [{ Sequence: { id: 'A', type_id: 0 } }, { Sequence: { id: 'B', type_id: 1 } }],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(VOCABULARY.map((word, id) => [word, id])),
    },
  };
}

const FLOAT = 1;
const INT64 = 7;

/**
 * last_hidden_state = Gather(table, input_ids); the other inputs of a BERT are there and not used. The numbers are those
 * of the fields in onnx.proto.
 */
function model(): Buffer {
  const shape = (dims: readonly (string | number)[]) =>
    message(...dims.map((dim) => field(1, message(field(typeof dim === 'string' ? 2 : 1, dim)))));
  const tensor = (name: string, type: number, dims: readonly (string | number)[]) =>
    message(field(1, name), field(2, message(field(1, message(field(1, type), field(2, shape(dims)))))));
  const node = message(
    field(1, 'table'),
    field(1, 'input_ids'),
    field(2, 'last_hidden_state'),
    field(4, 'Gather'),
  );
  const table = message(
    field(1, VOCABULARY.length),
    field(1, 3),
    field(2, FLOAT),
    field(8, 'table'),
    field(9, Buffer.from(Float32Array.from(wordVectors.flat()).buffer)),
  );
  const graph = message(
    field(1, node),
    field(2, 'tiny'),
    field(5, table),
    ...['input_ids', 'attention_mask', 'token_type_ids'].map((name) =>
      field(11, tensor(name, INT64, ['batch', 'length'])),
    ),
    field(12, tensor('last_hidden_state', FLOAT, ['batch', 'length', 3])),
  );
  return message(field(1, 8), field(7, graph), field(8, message(field(1, ''), field(2, 13))));
}

function message(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}

/** A protobuf field: a number as varint, anything else with its length in front. */
function field(id: number, value: number | string | Buffer): Buffer {
  if (typeof value === 'number') return Buffer.concat([varint(id << 3), varint(value)]);
  const bytes = Buffer.from(value);
  return Buffer.concat([varint((id << 3) | 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}
