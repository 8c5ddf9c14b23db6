import type { ScoreMatrix } from '@goldpan/core';
import { golden, goldenItems } from '@goldpan/testing';

/** A golden file with the score matrices it was computed from. */
export function goldenData(name: string) {
  const expected = golden(name);
  const items = goldenItems(name);
  const systems: string[] = expected.systems;
  const position = new Map(items.map((item, index) => [item.i, index]));
  const scores = (metric: string): ScoreMatrix => ({
    items: items.length,
    systems: systems.length,
    values: Float64Array.from(items.flatMap((item) => systems.map((s) => item.scores[s][metric]))),
  });
  const order = (method: string): number[] =>
    expected.orders.lists[method].map((id: unknown) => position.get(id)!);
  return { expected, systems, scores, order, size: items.length };
}

/** The names of systems, cluster by cluster. */
export function named(systems: readonly string[], clusters: { order: Uint32Array; clusterOf: Uint32Array }) {
  const groups: string[][] = [];
  for (const system of clusters.order) (groups[clusters.clusterOf[system]] ??= []).push(systems[system]);
  return groups;
}

/** What the reference's clusters become when systems with identical scores (p = 1) stay together. */
export function joinIdentical(order: readonly string[], pValues: readonly number[]): string[][] {
  const groups = [[order[0]]];
  pValues.forEach((p, k) => (p < 0.05 ? groups.push([order[k + 1]]) : groups.at(-1)!.push(order[k + 1])));
  return groups;
}
