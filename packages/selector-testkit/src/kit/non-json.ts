/** Where a value is not plain JSON, and what is there; undefined when all of it is. */
export function nonJson(value: unknown, path = ''): string | undefined {
  const at = path === '' ? 'it' : path;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${at} is ${value}`;
  if (typeof value !== 'object') return `${at} is ${typeof value}`;
  if (Array.isArray(value)) return first(value.entries(), (i) => `${path}[${i}]`);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    return `${at} is a ${prototype.constructor.name}`;
  return first(Object.entries(value), (name) => `${path}.${name}`);
}

function first<K>(entries: Iterable<[K, unknown]>, path: (key: K) => string): string | undefined {
  for (const [key, value] of entries) {
    const found = nonJson(value, path(key));
    if (found) return found;
  }
  return undefined;
}
