import type { CarryingItem, OrderCheck, SystemRanking, SelectedOutput, TextColumn } from '@goldpan/core';
import { groupsOf, influence, pairError, type Influence, type Pair } from '@goldpan/estimation';
import type { Estimated } from './estimated.js';
import { differencesByRater } from './differences-by-rater.js';
import { firstOf } from './first-of.js';

/** How many carrying items are named. */
const MOST = 10;
/** Effects that are smaller come of rounding. */
const ROUNDING = 1e-12;

/**
 * What the order of a pair, the leading one, rests on: the items that carry it, and those items, documents and raters without which it
 * would not be. O(n) where all systems of the judged items are judged, else as `influence`.
 *
 * @param pair - see `leadingPair`
 */
export function carriedOrder(
  pair: Pair | undefined,
  made: Estimated,
): Pick<SystemRanking, 'carrying' | 'order'> {
  if (pair === undefined) return { carrying: [] };
  const items = influence(made.estimate, pair);
  return {
    carrying: firstOf(
      items.filter(({ effect }) => Math.abs(effect) > ROUNDING),
      MOST,
      { sizeOf: ({ effect }) => Math.abs(effect), nameOf: ({ group }) => made.run.dataset.ids[group] },
    ).map((item) => carryingItem(item, pair, made)),
    order: orderCheck(items, pair, made),
  };
}

/** The first system and the next one that is no twin of it; twins are told apart by nothing. Undefined of a single system. */
export function leadingPair({ order, estimate }: Pick<Estimated, 'order' | 'estimate'>): Pair | undefined {
  const [a, ...others] = order;
  if (others.length === 0) return undefined;
  const b = others.find((other) => pairError(estimate, { a, b: other }) > 0) ?? others[0];
  return { a, b };
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

function orderCheck(items: readonly Influence[], pair: Pair, made: Estimated): OrderCheck {
  const { run, estimate } = made;
  const { a, b } = pair;
  const { ids, documents } = run.dataset;
  const difference = estimate.values[a] - estimate.values[b];
  const turns = ({ without }: Pick<Influence, 'without'>) =>
    without === undefined || Math.sign(without) !== Math.sign(difference);
  const byRater = differencesByRater(pair, made);
  return {
    a: estimate.systems[a],
    b: estimate.systems[b],
    difference,
    itemsThatTurn: items.filter(turns).map(({ group }) => ids[group]),
    ...(documents && {
      documentsThatTurn: byDocument(documents, pair, made)
        .filter(turns)
        .map(({ name }) => name),
    }),
    ...(byRater && { ratersThatTurn: byRater.filter(turns).map(({ rater }) => rater) }),
  };
}

function byDocument(documents: TextColumn, pair: Pair, { run, estimate }: Estimated) {
  const groups = groupsOf(documents);
  const nameOf = new Map(documents.map((name, item) => [groups[item], name ?? run.dataset.ids[item]]));
  const judged = Int32Array.from(estimate.judged, (item) => groups[item]);
  return influence(estimate, pair, judged).map(({ group, without }) => ({
    name: nameOf.get(group)!,
    without,
  }));
}
