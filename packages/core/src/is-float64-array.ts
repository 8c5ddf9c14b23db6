/** Whether a value is a Float64Array, of this realm or another. */
export function isFloat64Array(value: unknown): value is Float64Array {
  return Object.prototype.toString.call(value) === '[object Float64Array]';
}
