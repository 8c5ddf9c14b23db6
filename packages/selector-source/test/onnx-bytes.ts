/** A field of a protocol buffer message: its number, and a varint, a text, bytes, or a nested message. */
export type Field = readonly [number: number, value: number | string | Uint8Array | readonly Field[]];

/** Encodes a protocol buffer message. */
export function message(fields: readonly Field[]): Uint8Array {
  const bytes = fields.flatMap(([number, value]) => {
    if (typeof value === 'number') return [...varint(number * 8), ...varint(value)];
    const content = contentOf(value);
    return [...varint(number * 8 + 2), ...varint(content.length), ...content];
  });
  return Uint8Array.from(bytes);
}

function contentOf(value: string | Uint8Array | readonly Field[]): Uint8Array {
  if (typeof value === 'string') return new TextEncoder().encode(value);
  return value instanceof Uint8Array ? value : message(value);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

/** Element types of ONNX tensors. */
export const FLOAT = 1;
export const INT64 = 7;

/** A node of a graph, with whole-number attributes. */
export function node(operator: string, inputs: readonly string[], output: string, attributes = {}): Field {
  const attribute = ([name, value]: [string, number]): Field => [
    5,
    [
      [1, name],
      [3, value],
      [20, 2],
    ],
  ];
  return [
    1,
    [
      ...inputs.map((input): Field => [1, input]),
      [2, output],
      [4, operator],
      ...Object.entries(attributes as Record<string, number>).map(attribute),
    ],
  ];
}

/** A constant vector of a graph. */
export function constant(name: string, type: number, values: Float32Array | BigInt64Array): Field {
  const raw = new Uint8Array(values.buffer);
  return [
    5,
    [
      [1, values.length],
      [2, type],
      [8, name],
      [9, raw],
    ],
  ];
}

/** A constant vector whose numbers lie in another file beside the model. */
export function externalConstant(name: string, type: number, [length, file]: [number, string]): Field {
  const entry: Field[] = [
    [1, 'location'],
    [2, file],
  ];
  return [
    5,
    [
      [1, length],
      [2, type],
      [8, name],
      [13, entry],
      [14, 1],
    ],
  ];
}

/** An input (field 11) or output (field 12) of a graph with named dimensions. */
export function value(field: 11 | 12, name: string, type: number, dimensions: readonly string[]): Field {
  const shape = dimensions.map((dimension): Field => [1, [[2, dimension]]]);
  const tensor: Field[] = [
    [1, type],
    [2, shape],
  ];
  return [
    field,
    [
      [1, name],
      [2, [[1, tensor]]],
    ],
  ];
}

/** A model of one graph, in ONNX's intermediate representation 8 and operator set 13. */
export function model(name: string, graph: readonly Field[]): Uint8Array {
  return message([
    [1, 8],
    [8, [[2, 13]]],
    [7, [[2, name], ...graph]],
  ]);
}
