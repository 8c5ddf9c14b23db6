import { unusableInput } from '../errors.js';

/** An array of numbers as NumPy saves it. */
export interface NpyArray {
  readonly shape: readonly number[];
  /** In C order: the last axis runs fastest. */
  readonly values: Float32Array | Float64Array;
}

const MAGIC = '\x93NUMPY';
const ADVICE = 'save it with numpy.save, as float32 or float64';

/** Whether bytes begin as a .npy file does. */
export function isNpy(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, MAGIC.length) === MAGIC;
}

/**
 * Reads a .npy file of single or double precision, little-endian, in C order; all versions of the format.
 *
 * @throws UNUSABLE_INPUT
 */
export function parseNpy(path: string, bytes: Buffer): NpyArray {
  const refuse = (problem: string) => unusableInput(path, problem, ADVICE);
  if (!isNpy(bytes) || bytes.length < 12) throw refuse('must be a .npy file; it does not begin as one');
  const long = bytes[6] > 1;
  const start = long ? 12 : 10;
  const end = start + (long ? bytes.readUInt32LE(8) : bytes.readUInt16LE(8));
  const header = bytes.toString('latin1', start, end);
  const type = /'descr':\s*'([^']*)'/.exec(header)?.[1];
  const order = /'fortran_order':\s*(True|False)/.exec(header)?.[1];
  const axes = /'shape':\s*\(([\d\s,]*)\)/.exec(header)?.[1];
  if (type === undefined || order === undefined || axes === undefined)
    throw refuse('has a header that cannot be read');
  if (type !== '<f4' && type !== '<f8')
    throw refuse(`must hold numbers of type <f4 or <f8; it holds ${JSON.stringify(type)}`);
  if (order === 'True') throw refuse('must be in C order; it is in Fortran order');
  const shape = axes
    .split(',')
    .filter((axis) => axis.trim() !== '')
    .map(Number);
  const count = shape.reduce((product, axis) => product * axis, 1);
  const width = type === '<f4' ? 4 : 8;
  if (bytes.length - end !== count * width)
    throw refuse(
      `must have ${count * width} bytes of numbers for shape (${shape.join(', ')}); it has ${bytes.length - end}`,
    );
  // A copy begins where a typed array may begin.
  const data = new Uint8Array(bytes.subarray(end)).buffer;
  return { shape, values: type === '<f4' ? new Float32Array(data) : new Float64Array(data) };
}
