import type { Item } from '@goldpan/core';

const NAMES = [
  '__proto__',
  'zz',
  'constructor',
  '',
  '<script>alert(1)</script>',
  'toString',
  '東京',
  'a',
  'length',
];

/** The items with other names for the systems, in the same order: names that break what keeps them in plain objects. */
export function renamedSystems(items: readonly Item[]): Item[] {
  const names = new Map<string, string>();
  const nameOf = (system: string) => {
    if (!names.has(system)) names.set(system, NAMES[names.size] ?? `${NAMES[0]}${names.size}`);
    return names.get(system)!;
  };
  const rename = <T>(values: Readonly<Record<string, T>> | undefined) =>
    values && Object.fromEntries(Object.entries(values).map(([system, value]) => [nameOf(system), value]));
  return items.map((item) => ({
    ...item,
    scores: rename(item.scores),
    tgt: rename(item.tgt),
    embedding: item.embedding && { ...item.embedding, tgt: rename(item.embedding.tgt) },
  }));
}
