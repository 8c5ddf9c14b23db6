import { buildProblem } from './build-problem.js';
import type { Material } from './material.js';
import { isFeasible } from './is-feasible.js';
import type { Means } from './maximise.js';
import { narrowed, type NamedBound, type NamedConstraint } from './named-constraints.js';

/**
 * A smallest set of constraints that no selection of at least one item can meet together; bounds on groups are cut down to
 * the groups that clash.
 *
 * First constraints are dropped one by one as long as the rest still clashes; then all smaller sets are tried. Every try
 * asks for a selection, so this may take a while; it is only done when there is none.
 */
export async function findClash(
  material: Material,
  constraints: readonly NamedConstraint[],
  means: Means,
): Promise<NamedConstraint[]> {
  const clashes = async (some: readonly NamedConstraint[]) => {
    means.signal?.throwIfAborted();
    const built = buildProblem(material, some);
    return built === undefined || !(await isFeasible(built, means));
  };
  const few = await withoutNeedless(constraints, clashes);
  const smallest = (await smallerClash(constraints, few.length, clashes)) ?? few;
  return narrowBounds(smallest, clashes);
}

type Clashes = (constraints: readonly NamedConstraint[]) => Promise<boolean>;

/** Drops every constraint without which the rest still clashes. */
async function withoutNeedless<T>(
  parts: readonly T[],
  clashes: (parts: readonly T[]) => Promise<boolean>,
): Promise<T[]> {
  let left = [...parts];
  for (const part of parts) {
    const rest = left.filter((other) => other !== part);
    if (await clashes(rest)) left = rest;
  }
  return left;
}

/** The first clashing set of fewer than `size` constraints, smaller sets first. */
async function smallerClash(
  constraints: readonly NamedConstraint[],
  size: number,
  clashes: Clashes,
): Promise<NamedConstraint[] | undefined> {
  for (let fewer = 1; fewer < size; fewer++) {
    for (const some of combinations(constraints, fewer)) if (await clashes(some)) return some;
  }
  return undefined;
}

function* combinations<T>(parts: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) yield [];
  else {
    for (let at = from; at <= parts.length - size; at++) {
      for (const rest of combinations(parts, size - 1, at + 1)) yield [parts[at], ...rest];
    }
  }
}

/** Most groups that are looked at one by one. */
const MOST_GROUPS = 200;

/** Cuts bounds on groups down to those groups without which there would be no clash. */
async function narrowBounds(constraints: NamedConstraint[], clashes: Clashes): Promise<NamedConstraint[]> {
  const isWide = (constraint: NamedConstraint): constraint is NamedBound =>
    constraint.kind === 'bound' && constraint.members.length > 1 && constraint.members.length <= MOST_GROUPS;
  const parts = constraints
    .filter(isWide)
    .flatMap((bound) => bound.members.map((member) => ({ bound, member })));
  const join = (some: readonly { bound: NamedBound; member: number }[]) =>
    constraints.flatMap((constraint): NamedConstraint[] => {
      if (!isWide(constraint)) return [constraint];
      const members = some.filter(({ bound }) => bound === constraint).map(({ member }) => member);
      return members.length === 0 ? [] : [narrowed(constraint, members)];
    });
  return join(await withoutNeedless(parts, (some) => clashes(join(some))));
}
