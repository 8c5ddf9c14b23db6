import type { Selector } from '@goldpan/core';
import type { Check } from './check.js';
import { changesNoInput } from './checks/changes-no-input.js';
import { copesWithMissingScores } from './checks/copes-with-missing-scores.js';
import { copesWithUnusualData } from './checks/copes-with-unusual-data.js';
import { describesItsOptions } from './checks/describes-its-options.js';
import { drawsAsItWrites } from './checks/draws-as-it-writes.js';
import { extendsJudgedItems } from './checks/extends-judged-items.js';
import { hasTheShape } from './checks/has-the-shape.js';
import { ignoresNames } from './checks/ignores-names.js';
import { ignoresTheSeed } from './checks/ignores-the-seed.js';
import { keepsBounds } from './checks/keeps-bounds.js';
import { keepsCostBudgets, keepsItemBudgets } from './checks/keeps-budgets.js';
import { leavesNothingBehind } from './checks/leaves-nothing-behind.js';
import { namesItsColumns } from './checks/names-its-columns.js';
import { needsItsTexts } from './checks/needs-its-texts.js';
import { nestsItsChoices } from './checks/nests-its-choices.js';
import { permutesWithItems } from './checks/permutes-with-items.js';
import { ratesItemsAlone } from './checks/rates-items-alone.js';
import { refusesInvalidOptions } from './checks/refuses-invalid-options.js';
import { repeatsItself } from './checks/repeats-itself.js';
import { runsOnOrdinaryData } from './checks/runs-on-ordinary-data.js';
import { scoresPools } from './checks/scores-pools.js';
import { stopsWhenAborted } from './checks/stops-when-aborted.js';
import { survivesCloning } from './checks/survives-cloning.js';
import { writesProbabilities } from './checks/writes-probabilities.js';
import { expectFailures } from './kit/expect-failures.js';
import type { SelectorCheck } from './kit/selector-check.js';
import { select } from './kit/subject.js';
import { fullSetup, type Setup } from './setup.js';

const CHECKS: readonly SelectorCheck[] = [
  hasTheShape,
  describesItsOptions,
  refusesInvalidOptions,
  runsOnOrdinaryData,
  repeatsItself,
  leavesNothingBehind,
  changesNoInput,
  namesItsColumns,
  needsItsTexts,
  ignoresNames,
  permutesWithItems,
  ignoresTheSeed,
  ratesItemsAlone,
  nestsItsChoices,
  extendsJudgedItems,
  writesProbabilities,
  drawsAsItWrites,
  scoresPools,
  keepsItemBudgets,
  keepsCostBudgets,
  keepsBounds,
  copesWithMissingScores,
  ...copesWithUnusualData('give a selection of', select),
  survivesCloning,
  stopsWhenAborted,
];

/**
 * The laws of the selector contract as named checks for any test runner. Checks of a trait are there only when the
 * selector claims it, that of a pool scorer when it has one. Every check makes its own data from seeds, so that a failure can be repeated.
 *
 * @throws INVALID_EXPECTATION when `setup.expectedFailures` names no check or gives no reason
 */
export function selectorChecks(selector: Selector, setup: Setup = {}): Check[] {
  const who = `selector ${JSON.stringify(selector?.name ?? '(without a name)')}`;
  const subject = { selector, setup: fullSetup(setup), who };
  // A value without traits has no claims to check; that it lacks them is found by the check of its shape.
  const checks = CHECKS.filter(({ appliesTo }) => !appliesTo || (selector?.traits && appliesTo(selector)));
  return expectFailures(
    who,
    checks.map(({ name, hold }) => ({ name, run: async () => hold(subject) })),
    subject.setup.expectedFailures,
  );
}
