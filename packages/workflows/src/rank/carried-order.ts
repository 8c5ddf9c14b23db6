import type { CarryingItem, OrderCheck, SystemRanking, SelectedOutput } from '@goldpan/core';
import { groupsOf, influence, type Influence, type Pair } from '@goldpan/estimation';
import type { Estimated } from './estimated.js';

/** How many carrying items are named. */
const MOST = 10;
/** Effects that are smaller come of rounding. */
const ROUNDING = 1e-12;

/**
 * What the order of the first two systems rests on: the items that carry it, and those items and documents without which it would not
 * be. O(n) where all systems of the judged items are judged, else as `influence`.
 */
export function carriedOrder(made: Estimated): Pick<SystemRanking, 'carrying' | 'order'> {
  const { order, estimate } = made;
  const [a, b] = order;
  if (b === undefined) return { carrying: [] };
  const pair = { a, b };
  const items = influence(estimate, pair);
  return {
    carrying: items
      .filter(({ effect }) => Math.abs(effect) > ROUNDING)
      .slice(0, MOST)
      .map((item) => carryingItem(item, pair, made)),
    order: orderCheck(items, pair, made),
  };
}

function carryingItem({ group, effect, without }: Influence, { a, b }: Pair, made: Estimated): CarryingItem {
  const { dataset } = made.run;
  const [source, document, domain] = [dataset.sources, dataset.documents, dataset.domains].map(
    (column) => column?.[group],
  );
  return {
    id: dataset.ids[group],
    effect,
    without: without ?? null,
    ...(source !== undefined && { source }),
    ...(document !== undefined && { document }),
    ...(domain !== undefined && { domain }),
    outputs: [a, b].map((system) => outputOf(group, system, made)),
  };
}

function outputOf(item: number, system: number, { run, data, estimate }: Estimated): SelectedOutput {
  const position = estimate.positions[system];
  const score = data.judgements.values[item * data.systems.length + position];
  const text = run.dataset.outputs?.(item, position);
  return {
    system: estimate.systems[system],
    score: Number.isNaN(score) ? null : score,
    ...(text !== undefined && { text }),
  };
}

function orderCheck(items: readonly Influence[], { a, b }: Pair, { run, estimate }: Estimated): OrderCheck {
  const { ids, documents } = run.dataset;
  const difference = estimate.values[a] - estimate.values[b];
  const turns = ({ without }: Influence) =>
    without === undefined || Math.sign(without) !== Math.sign(difference);
  const check = {
    a: estimate.systems[a],
    b: estimate.systems[b],
    difference,
    itemsThatTurn: items.filter(turns).map(({ group }) => ids[group]),
  };
  if (documents === undefined) return check;
  const groups = groupsOf(documents);
  const nameOf = new Map(documents.map((name, item) => [groups[item], name ?? ids[item]]));
  const byDocument = influence(
    estimate,
    { a, b },
    Int32Array.from(estimate.judged, (item) => groups[item]),
  );
  return { ...check, documentsThatTurn: byDocument.filter(turns).map(({ group }) => nameOf.get(group)!) };
}
