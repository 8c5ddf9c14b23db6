import { columnsOfDataset, datasetFromColumns, type Dataset, type Warning } from '@goldpan/core';
import { judgedNotInPool } from '../errors.js';
import type { GivenData } from '../given-data.js';
import { placedJudgements } from './placed-judgements.js';

/** A pool with the judgements of another file. */
export interface JoinedPool {
  readonly dataset: Dataset;
  readonly warnings: readonly Warning[];
}

/**
 * The pool with the judgements of the judged items, and with what these items say of how they were chosen. The pool's own scores of
 * the criteria are not used: the judged file says what is judged. O(N·S·criteria).
 *
 * @throws JUDGED_NOT_IN_POOL for an item or a system of the judged file that the pool does not have
 */
export function joinJudged(pool: GivenData, judged: GivenData, criteria: readonly string[]): JoinedPool {
  const places = placesIn(pool, judged);
  const { judgements: _, views: __, ...columns } = columnsOfDataset(pool.dataset);
  const { judgements, views } = judged.dataset;
  const metrics = [...columns.metrics, ...criteria.filter((name) => !columns.metrics.includes(name))];
  const scores = metrics.map((name, m) =>
    criteria.includes(name)
      ? placed(judged.dataset.scores(name).values, pool.dataset, places)
      : columns.scores[m],
  );
  const dataset = datasetFromColumns({
    ...columns,
    metrics,
    scores,
    ...(judgements && { judgements: placedJudgements(judgements, places, pool.dataset.size), views }),
    columns: placedColumns(pool.dataset, judged.dataset, places.items),
  });
  return { dataset, warnings: differingCells(pool, judged, places) };
}

interface Places {
  /** Position in the pool of each judged item. */
  readonly items: Uint32Array;
  readonly systems: Uint32Array;
}

function placesIn(poolGiven: GivenData, judgedGiven: GivenData): Places {
  const [pool, judged] = [poolGiven.dataset, judgedGiven.dataset];
  const find = (what: 'item' | 'system', names: readonly string[], all: readonly string[]) => {
    const positions = new Map(all.map((name, position) => [name, position]));
    return Uint32Array.from(names, (name) => {
      const position = positions.get(name);
      if (position === undefined) {
        const known = new Set(names);
        const swapped = all.every((one) => known.has(one));
        throw judgedNotInPool(what, name, { judged: nameOf(judgedGiven), pool: nameOf(poolGiven), swapped });
      }
      return position;
    });
  };
  return {
    items: find('item', judged.ids, pool.ids),
    systems: find('system', judged.systems, pool.systems),
  };
}

/** Base names can be equal: paths tell the files apart. */
function nameOf({ file, info }: GivenData): string {
  return file?.path ?? info.name;
}

function placed(values: Float64Array, { size, systems }: Dataset, places: Places): Float64Array {
  const into = new Float64Array(size * systems.length).fill(NaN);
  eachCell(places, systems.length, (from, to) => (into[to] = values[from]));
  return into;
}

/** Visits the cells of the judged file with their places in a pool of so many systems. */
function eachCell(
  { items, systems }: Places,
  width: number,
  visit: (from: number, to: number) => void,
): void {
  items.forEach((item, i) =>
    systems.forEach((system, s) => visit(i * systems.length + s, item * width + system)),
  );
}

/** Further columns: those of the judged items where these have them. */
function placedColumns(pool: Dataset, judged: Dataset, items: Uint32Array): Dataset['columns'] {
  const names = new Set([...(pool.columns?.keys() ?? []), ...(judged.columns?.keys() ?? [])]);
  return new Map(
    [...names].map((name) => {
      const values = [...(pool.columns?.get(name) ?? Array<undefined>(pool.size))];
      judged.columns?.get(name)?.forEach((value, i) => (values[items[i]] = value ?? values[items[i]]));
      return [name, values];
    }),
  );
}

/** Score columns that both files have, where they differ in a cell that both have. */
function differingCells(
  { dataset: pool, info }: GivenData,
  { dataset: judged, info: from }: GivenData,
  places: Places,
): Warning[] {
  const shared = judged.metrics.filter((name) => pool.metrics.includes(name));
  return shared.flatMap((name) => {
    const [theirs, ours] = [judged.scores(name).values, pool.scores(name).values];
    let count = 0;
    let first = '';
    eachCell(places, pool.systems.length, (cell, to) => {
      if (Number.isNaN(theirs[cell]) || Number.isNaN(ours[to]) || theirs[cell] === ours[to]) return;
      if (count++ > 0) return;
      const [item, system] = [Math.floor(to / pool.systems.length), to % pool.systems.length];
      first = `item ${JSON.stringify(pool.ids[item])}, system ${JSON.stringify(pool.systems[system])}: ${ours[to]} and ${theirs[cell]}`;
    });
    if (count === 0) return [];
    const text =
      `${count} cells of ${JSON.stringify(name)} differ between ${info.name} and ${from.name} (${first}). Judgements are ` +
      `taken from ${from.name}, metrics from ${info.name}.`;
    return [{ code: 'DIFFERING_CELLS', text }];
  });
}
