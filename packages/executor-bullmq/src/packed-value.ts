import { refused } from './errors.js';

/** A view on numbers. */
export type NumberArray =
  Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/** Marks, as the one member of this name, what JSON has no way to say. */
const MARK = '$';

/**
 * A value as JSON can hold it, without loss: numbers that JSON lacks, undefined, maps, and arrays of numbers, which are taken out.
 * Members that are undefined are left out. O(size).
 *
 * @param take - is given each array of numbers and says under which number it is found
 * @throws TypeError for a function or anything else that is no value
 */
export function pack(value: unknown, take: (array: NumberArray) => number): unknown {
  if (ArrayBuffer.isView(value)) return { [MARK]: 'array', at: take(value as NumberArray) };
  if (Array.isArray(value)) return value.map((member) => pack(member, take));
  if (value instanceof Map) return { [MARK]: 'map', entries: pack([...value], take) };
  if (value === undefined) return { [MARK]: 'undefined' };
  if (typeof value === 'number') return packNumber(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') throw new TypeError(`a job must be plain values; got a ${typeof value}`);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const packed = Object.fromEntries(members.map(([name, member]) => [name, pack(member, take)]));
  return Object.hasOwn(packed, MARK) ? { [MARK]: 'object', members: packed } : packed;
}

function packNumber(value: number): unknown {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { [MARK]: 'number', text: Object.is(value, -0) ? '-0' : String(value) };
}

/**
 * The value that was packed. O(size).
 *
 * @param arrays - the arrays of numbers that were taken out, by their numbers
 * @throws REFUSED where a mark says nothing
 */
export function unpack(value: unknown, arrays: readonly NumberArray[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => unpack(member, arrays));
  if (Object.hasOwn(value, MARK)) return unpackMarked(value as Record<string, unknown>, arrays);
  return unpackMembers(value, arrays);
}

function unpackMarked(marked: Record<string, unknown>, arrays: readonly NumberArray[]): unknown {
  const { [MARK]: mark, at, entries, members, text } = marked;
  if (mark === 'undefined') return undefined;
  if (mark === 'array' && typeof at === 'number' && Object.hasOwn(arrays, at)) return arrays[at];
  if (mark === 'map' && Array.isArray(entries))
    return new Map(unpack(entries, arrays) as [unknown, unknown][]);
  if (mark === 'object' && typeof members === 'object' && members !== null)
    return unpackMembers(members, arrays);
  if (mark === 'number' && ['-0', 'NaN', 'Infinity', '-Infinity'].includes(text as string))
    return Number(text);
  throw refused('its description holds a mark that means nothing');
}

/** `fromEntries` defines members, so that `__proto__` is one like any other. */
function unpackMembers(members: object, arrays: readonly NumberArray[]): unknown {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, unpack(member, arrays)]));
}
