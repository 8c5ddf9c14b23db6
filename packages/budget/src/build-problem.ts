import type { Groups } from '@goldpan/core';
import { capacityOf } from './kernels/whole-costs.js';
import type { Material } from './material.js';
import type { NamedConstraint } from './named-constraints.js';
import type { Problem, Row } from './problem.js';
import { boundRows, countRow } from './rows.js';
import { makeUnits, type Units } from './units.js';

/** A selection as a 0/1 program over units, which are items or whole documents. */
export interface Built {
  readonly units: Units;
  readonly problem: Problem;
  /** 1 = included, -1 = excluded, 0 = open. */
  readonly decided: Int8Array;
  /** Where groups are to be balanced: the group of every unit. */
  readonly balance?: Balance;
}

/** The groups that take turns. */
export interface Balance {
  readonly name: string;
  /** The group of every unit. */
  readonly of: Int32Array;
  readonly groups: number;
}

/**
 * Puts constraints on material into the form of a 0/1 program. At least one unit is always asked for.
 *
 * @returns undefined where constraints contradict each other without looking at values: an item included and excluded,
 * a document over several groups that are to be balanced, bounds of a group that leave no number
 */
export function buildProblem(material: Material, constraints: readonly NamedConstraint[]): Built | undefined {
  const of = <K extends NamedConstraint['kind']>(kind: K) =>
    constraints.filter((constraint): constraint is NamedConstraint & { kind: K } => constraint.kind === kind);
  const isKeepingDocuments = of('documents').length > 0;
  const free = of('include').flatMap(({ items, counts }) => (counts ? [] : items));
  const units = makeUnits(material, { isKeepingDocuments, free });
  const decided = new Int8Array(units.size);
  for (const { items } of of('include')) for (const item of items) decided[units.of[item]] = 1;
  for (const { items } of of('exclude')) {
    for (const item of items) {
      if (decided[units.of[item]] === 1) return undefined;
      decided[units.of[item]] = -1;
    }
  }
  const bounds = boundRows(units, of('bound'));
  const balance = of('balance').map((constraint) => balanceOf(units, constraint));
  if (bounds === undefined || balance.includes(undefined)) return undefined;
  const limits = of('budget').map(({ name, budget }): Row => {
    const [amounts, upper] =
      budget.cost === undefined
        ? [units.counts, budget.items!]
        : [units.costs, capacityOf(material.costs, budget.cost)];
    return { ...countRow(amounts), lower: -Infinity, upper, lowerBy: '', upperBy: name };
  });
  const rows = [
    ...limits,
    ...bounds,
    ...(bounds.length > 0 || balance.length > 0 ? [atLeastOne(units)] : []),
  ];
  return {
    units,
    problem: { values: units.values, rows },
    decided,
    ...(balance[0] && { balance: balance[0] }),
  };
}

function atLeastOne(units: Units): Row {
  const all = countRow(new Float64Array(units.size).fill(1));
  return { ...all, lower: 1, upper: Infinity, lowerBy: 'at least one item', upperBy: '' };
}

/** The group of every unit; undefined where a document has items of several groups. */
function balanceOf(units: Units, { name, groups }: { name: string; groups: Groups }): Balance | undefined {
  const of = new Int32Array(units.size).fill(-1);
  for (let item = 0; item < groups.of.length; item++) {
    const unit = units.of[item];
    if (of[unit] >= 0 && of[unit] !== groups.of[item]) return undefined;
    of[unit] = groups.of[item];
  }
  return { name, of, groups: groups.labels.length };
}
