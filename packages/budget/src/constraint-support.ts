import type { Selector } from '@goldpan/core';
import { maxPerText } from './constraint-text.js';
import type { Constraints } from './constraints.js';
import { constraintsRefused } from './errors.js';

/** How the constraints of a call are kept with a selector. */
export interface ConstraintSupport {
  /**
   * `choose`: the selector gives utilities or a ranking, and `chooseWithin` keeps everything. `set`: it chooses a whole
   * set for a budget by itself.
   */
  readonly by: 'choose' | 'set';
  /** For a set: constraints that hold when the items of `include` and `exclude` are taken out of the data beforehand. */
  readonly kept: readonly string[];
  /** For a set: constraints that cannot be kept. */
  readonly refused: readonly string[];
}

/**
 * Decides from the traits of a selector which constraints can be kept. A selector that needs a budget and whose selections
 * for smaller budgets are not the beginnings of larger ones chooses a set as a whole: swapping its items for others
 * would undo what the set is for. Items can still be kept out of it or added to it.
 */
export function constraintSupport(
  selector: Pick<Selector, 'needs' | 'traits'>,
  constraints: Constraints,
): ConstraintSupport {
  if (!selector.needs.includes('budget') || selector.traits.nested)
    return { by: 'choose', kept: [], refused: [] };
  const kept = [
    ...((constraints.include?.length ?? 0) > 0 ? ['include'] : []),
    ...((constraints.exclude?.length ?? 0) > 0 ? ['exclude'] : []),
  ];
  const refused = [
    ...(constraints.keepDocuments ? ['keep-documents'] : []),
    ...(constraints.groups ?? []).map(
      ({ column, group }) => `group ${column}${group === undefined ? '' : `=${group}`}`,
    ),
    ...(constraints.balance === undefined ? [] : [`balance ${constraints.balance}`]),
    ...(constraints.maxPer ?? []).map(maxPerText),
  ];
  return { by: 'set', kept, refused };
}

/**
 * `constraintSupport`, with an error where a constraint cannot be kept.
 *
 * @throws CONSTRAINTS_REFUSED naming the constraints
 */
export function requireConstraintSupport(selector: Selector, constraints: Constraints): ConstraintSupport {
  const support = constraintSupport(selector, constraints);
  if (support.refused.length > 0) throw constraintsRefused(selector.name, support.refused);
  return support;
}
