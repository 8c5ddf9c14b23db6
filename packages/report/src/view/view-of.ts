import type { ResultDocument } from '@goldpan/core';
import { notAResult } from '../errors.js';
import { agreementView } from './agreement-view.js';
import { compareView } from './compare-view.js';
import { evaluateView } from './evaluate-view.js';
import { fitCostView } from './fit-cost-view.js';
import { inspectView } from './inspect-view.js';
import { irtView } from './irt-view.js';
import { planView } from './plan-view.js';
import { rankView } from './rank-view.js';
import { selectView } from './select-view.js';
import type { View } from './view.js';

const VIEWS: {
  readonly [Command in ResultDocument['command']]: (
    result: Extract<ResultDocument, { command: Command }>,
  ) => View;
} = {
  agreement: agreementView,
  inspect: inspectView,
  select: selectView,
  evaluate: evaluateView,
  compare: compareView,
  plan: planView,
  irt: irtView,
  rank: rankView,
  'fit-cost': fitCostView,
};

/**
 * A result as a reader meets it: answer, charts, tables, method.
 *
 * @throws NOT_A_RESULT when the value is not the document of a command that reports are made of
 */
export function viewOf(result: ResultDocument): View {
  const { command, goldpan, data } = (result ?? {}) as Partial<ResultDocument>;
  const known = typeof command === 'string' && Object.hasOwn(VIEWS, command);
  if (!known || typeof goldpan !== 'string' || typeof data !== 'object' || data === null) {
    throw notAResult(
      command === undefined ? describe(result) : `"command": ${JSON.stringify(command)}`,
      Object.keys(VIEWS),
    );
  }
  return (VIEWS[command] as (result: ResultDocument) => View)(result);
}

function describe(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  return Array.isArray(value)
    ? 'an array'
    : `an object with ${Object.keys(value).slice(0, 8).join(', ') || 'nothing in it'}`;
}
