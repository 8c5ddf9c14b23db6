import {
  describeMeasure,
  type Dataset,
  type DataInfo,
  type PlanDocument,
  type Registry,
  type Warning,
} from '@goldpan/core';
import type { Execution, Goal, PlanRequest } from '@goldpan/simulation';
import { resolve } from 'node:path';
import { estimatorNamed } from './estimator-named.js';
import { infoOf } from './given-data.js';
import { readCosts } from './item-costs.js';
import { usableData } from './missing-judgements.js';
import { largerWarning, standInWarning } from './plan-warnings.js';
import type { PlanQuestion } from './plan-question.js';
import { resampleUnit } from './resample-unit.js';
import { parseShares } from './sizes.js';
import { folderOf } from './surroundings.js';
import { targetOf } from './target-of.js';
import { version } from './version.js';
import { workerSettings } from './worker-settings.js';

/** What is planned on, as it was read. */
export interface PlanData {
  readonly dataset: Dataset;
  readonly info: DataInfo;
  readonly registry: Registry;
  readonly goal: Goal;
}

/** What selectors work on. */
export interface PlanUse {
  /** Score columns that must be there. */
  readonly metrics: readonly string[];
  /** Metrics that count as truth where the data has no scores of people. */
  readonly standIns: readonly string[];
}

/** Everything of a simulation but how items are chosen. */
export interface PlanSetting {
  readonly request: Omit<PlanRequest, 'selector' | 'options'>;
  readonly replicates: number;
  readonly execution: Execution;
  /** What the document says of it. */
  readonly frame: Pick<
    PlanDocument,
    | 'goldpan'
    | 'command'
    | 'level'
    | 'seed'
    | 'data'
    | 'goal'
    | 'measures'
    | 'target'
    | 'estimate'
    | 'unit'
    | 'items'
    | 'judgements'
  >;
  /** Items of the test set that sizes are of. */
  readonly items: number;
  readonly warnings: readonly Warning[];
}

/**
 * Deals with what is missing, finds truth, costs and what is drawn anew, and says what is simulated.
 *
 * @throws NO_TARGET, UNKNOWN_ESTIMATOR, INVALID_SIZE_LIST, MISSING_SCORES and what costs throw
 */
export async function planSetting(
  { dataset: all, info, registry, goal }: PlanData,
  options: PlanQuestion,
  use: PlanUse,
): Promise<PlanSetting> {
  const target = targetOf(all, { ...options, standIns: use.standIns });
  const [truth] = target.columns;
  const estimate = estimatorNamed(options, registry)?.name;
  const { dataset, missing, warnings } = usableData(all, { ...use, target, missing: options.missing });
  const costs = await readCosts(dataset, options, { registry, folder: folderOf(options) });
  const { seed = 0, replicates = 1000, permutations = 1000, sizes = '5%:100%:5%' } = options;
  const drawn = resampleUnit(dataset, { ...options, columns: [truth], seed });
  const method = options.items === undefined ? (options.method ?? 'subsample') : 'bootstrap';
  const resampling = {
    unit: drawn.unit,
    method,
    ...(options.items !== undefined && { items: options.items }),
  };
  const items = options.items ?? dataset.size;
  return {
    request: {
      ...{ dataset, registry, truth, missing, estimate, goal, costs: costs?.values },
      ...{ seed, replicates, permutations, shares: parseShares(sizes), resampling },
    },
    replicates,
    execution: executionOf(options),
    frame: {
      goldpan: version,
      command: 'plan',
      level: 0.9,
      seed,
      data: infoOf(dataset, info),
      goal: { text: goal.text, measure: goal.measure, value: goal.value },
      measures: [describeMeasure(registry.measure(goal.measure))],
      target,
      ...(estimate !== undefined && { estimate }),
      unit: costs?.unit ?? 'items',
      ...(options.items !== undefined && { items }),
      ...(costs?.judgements !== undefined && { judgements: costs.judgements }),
    },
    items,
    warnings: [
      ...(target.standsIn ? [standInWarning(info.name, truth)] : []),
      ...(options.items === undefined ? [] : [largerWarning(dataset.size, items)]),
      ...warnings,
      ...drawn.warnings,
    ],
  };
}

function executionOf(options: PlanQuestion): Execution {
  const { checkpoint, signal, onProgress } = options;
  onProgress?.('simulating', 0, 1);
  return {
    ...workerSettings(options),
    checkpoint: checkpoint && resolve(folderOf(options), checkpoint),
    signal,
    onProgress: (done, total) => onProgress?.('simulating', done, total),
  };
}
