import { readBudgets } from '@goldpan/budget';
import {
  completeItems,
  DEFAULT_TARGET,
  dropIncompleteItems,
  takeItems,
  type CompareDocument,
  type Dataset,
} from '@goldpan/core';
import type { Design } from './design.js';
import { pilotNotJudged } from './errors.js';
import { RANK_ESTIMATE } from './estimator-named.js';
import { givenData, type GivenData, type ItemsInput } from './given-data.js';
import type { OptionValues } from './option-values.js';
import type { DataOptions } from './question.js';
import { requireInPool } from './require-in-pool.js';
import { targetOf } from './target-of.js';
import { wayText, waysToPick } from './ways-to-pick.js';

/** What a pilot says about how to choose. */
export interface PilotDesign {
  /** What to choose by; undefined = the default, because no way to pick is shown to gain. */
  readonly design?: Design;
  /** What was looked at and found, in words that follow "No selector was named, and". */
  readonly why: string;
}

/** The judged items that a question about a design looks at. */
interface Pilot {
  readonly dataset: Dataset;
  readonly name: string;
  /** Whether outputs were read, and so may be compared. */
  readonly texts: boolean;
}

/** With fewer judged items nothing can be shown to gain. */
const LEAST = 20;
/** Resamplings behind the intervals; each of them estimates anew. */
const REPLICATES = 100;
/** Where no budget says which. */
const SIZES = '10%,25%,50%';

/** What can be said about a pilot. */
export interface PilotQuestion extends DataOptions {
  /** Judged items of the data, in a file of their own; default: those of the data that are judged, where not all are. */
  readonly pilot?: ItemsInput;
  /** What may be spent on the data; the pilot is asked about the same share of its items. */
  readonly budget?: string | number | readonly string[];
  /** Default 0. */
  readonly seed?: number;
}

/**
 * Whether picking half of the items is shown to gain on judged items, under the estimate that `rank` will use: by variance, consistency
 * or mean of the composite metric or of the one that agrees best with the judgements, or by how far outputs are apart.
 *
 * @returns undefined where there is no pilot: no file of it, and in the data no items or all items are judged
 * @throws PILOT_NOT_IN_POOL, PILOT_DIFFERS, NO_TARGET, UNKNOWN_CRITERION, and what `compare` throws
 * @remarks As `compare` of seven contestants with 100 resamplings.
 */
export async function pilotDesign(
  pool: GivenData,
  question: PilotQuestion,
): Promise<PilotDesign | undefined> {
  const pilot = await pilotOf(pool, question);
  if (pilot === undefined) return undefined;
  const { dataset, name } = pilot;
  const where = `on the ${dataset.size} judged items of ${name}`;
  if (dataset.size < LEAST)
    return { why: `${where}, fewer than ${LEAST}, nothing can be shown to gain over random items` };
  const visible = pilot.texts ? dataset : { ...dataset, outputs: undefined };
  // Loaded here: a choice without a pilot compares nothing.
  const { compare } = await import('./compare.js');
  const found = await compare(dataset, {
    ...question,
    systems: undefined,
    withoutSystems: undefined,
    selectors: [],
    also: waysToPick(visible, truthOf(dataset, question)),
    estimate: RANK_ESTIMATE,
    sizes: sizesFor(question, pool.dataset.size),
    // As items of the pool it says nothing of the pilot.
    budget: undefined,
    replicates: REPLICATES,
    missing: 'drop-items',
  });
  return inWords(found, where);
}

/** The share of the pool that the budget is, or several shares. @throws INVALID_BUDGET, WRONG_BUDGET_UNIT */
function sizesFor({ budget }: PilotQuestion, size: number): string {
  if (budget === undefined) return SIZES;
  const { items = size } = readBudgets([budget].flat().map(String), { size });
  return `${Math.min(100, (100 * items) / size).toFixed(2)}%`;
}

async function pilotOf(pool: GivenData, question: PilotQuestion): Promise<Pilot | undefined> {
  if (question.pilot !== undefined) {
    const { dataset, info } = await givenData(question.pilot, { ...question, texts: true });
    requireInPool(dataset, pool, info.name);
    if (question.criterion === undefined && !dataset.metrics.includes(DEFAULT_TARGET))
      throw pilotNotJudged(info.name, dataset.metrics);
    const judged = dropIncompleteItems(dataset, [truthOf(dataset, question)]);
    return { dataset: judged, name: info.name, texts: true };
  }
  const { dataset, info } = pool;
  if (question.criterion === undefined && !dataset.metrics.includes(DEFAULT_TARGET)) return undefined;
  const judged = completeItems(dataset, [truthOf(dataset, question)]);
  if (judged.length === 0 || judged.length === dataset.size) return undefined;
  return { dataset: takeItems(dataset, judged), name: info.name, texts: false };
}

/** The column that counts as truth. @throws NO_TARGET, UNKNOWN_CRITERION */
function truthOf(dataset: Dataset, { criterion }: PilotQuestion): string {
  return targetOf(dataset, { criterion }).columns[0];
}

function inWords({ recommendation, selectors }: CompareDocument, where: string): PilotDesign {
  const { selector, options } = recommendation;
  const recommended = selectors.find(
    (one) => one.name === selector && JSON.stringify(one.options) === JSON.stringify(options),
  );
  if (recommended === undefined)
    return {
      why: `${where} none of ${selectors.length} ways to pick half of the items is shown to gain over random items under the estimate of \`goldpan rank\``,
    };
  const { mean, low, high } = recommended.gain;
  const gain = `${mean.toFixed(3)} (${low!.toFixed(3)} to ${high!.toFixed(3)})`;
  return {
    design: { selector: 'half-picked', options: recommended.options as OptionValues },
    why: `${where} picking half of them by ${wayText(recommended.options)} gains ${gain} in SPA over random items under the estimate of \`goldpan rank\``,
  };
}
