import type { Fence } from '../markdown/fences.js';

/** A document with the code of some of its fences replaced. */
export function replaceCode(text: string, fresh: ReadonlyMap<Fence, string>): string {
  const inOrder = [...fresh].sort(([a], [b]) => b.start - a.start);
  return inOrder.reduce((all, [{ start, end }, code]) => all.slice(0, start) + code + all.slice(end), text);
}
