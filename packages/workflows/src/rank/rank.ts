import {
  asJudged,
  DEFAULT_TARGET,
  isHumanColumn,
  judgedItems,
  withoutTexts,
  type Dataset,
  type RankDocument,
  type TargetPopulation,
  type Warning,
} from '@goldpan/core';
import { invalidMargin, invalidBestCount } from '../errors.js';
import { RANK_ESTIMATE } from '../estimator-named.js';
import { givenData, type ItemsInput } from '../given-data.js';
import { loadRegistry } from '../load-plugins.js';
import type { DataOptions } from '../question.js';
import { targetOf } from '../target-of.js';
import { withCriterionAsTarget } from '../criterion.js';
import { version } from '../version.js';
import { joinJudged } from './join-judged.js';
import { DESIGN_COLUMNS, designOf, type RecordedDesign } from './judged-design.js';
import { otherCriteria } from './rank-warnings.js';
import { rankingOf } from './ranking-of.js';
import type { RankingRun } from './ranking-run.js';
import { usableMetrics } from './usable-metrics.js';

/** What can be said when systems are ranked by judged items. */
export interface RankQuestion extends DataOptions {
  /** Items that are judged, where the others are in a file of their own: their scores of the criteria are used, the pool's are not. */
  readonly judged?: ItemsInput;
  /** Columns of judgements, one ranking each; default: `human`, or every human column where there is none of that name. */
  readonly target?: string | readonly string[];
  /** Metrics that may be used; default: every score column that is not human and has no missing cell. */
  readonly metrics?: readonly string[];
  /** Name of an estimator; default `shrunk`. */
  readonly estimate?: string;
  /** What the ranking speaks of; default `all`, the items at hand. */
  readonly population?: TargetPopulation;
  /** Share of repetitions in which intervals hold, in (0, 1); default 0.95. */
  readonly level?: number;
  /** The largest difference that does not matter, in units of the judgements, above 0. */
  readonly margin?: number;
  /** k, a whole number from 1 on: views show the chance of every system to be among the k best. */
  readonly top?: number;
  /** Whether views list every pair of systems with its p-values; default false. */
  readonly pairs?: boolean;
  /** Whether texts of items are shown; default true. */
  readonly texts?: boolean;
  /** Default 0. */
  readonly seed?: number;
}

/**
 * Who is best, how sure that is, what carries it, and how many more items would tell more: from items of which some are judged.
 *
 * Identical outputs of an item have the mean of their scores by a metric (`asJudged`). Missing cells of a criterion are what is not judged. Metrics with missing cells are left out, with a warning. Where items name the
 * selector that chose them (their `goldpan` member), inclusion probabilities are used, and a choice that was none of chance is told
 * of; where they do not, the judged items are taken as drawn by chance.
 *
 * @param items - the pool: judged items and, best, those that are not
 * @throws NO_TARGET, TOO_FEW_ITEMS below two judged items, JUDGED_NOT_IN_POOL, INVALID_MARGIN, INVALID_BEST_COUNT, METRIC_IS_TARGET, DISCONNECTED_SYSTEMS,
 * UNKNOWN_ESTIMATOR and what loading throws
 * @remarks O(N·S·K + n·S·K² + draws·S²) per criterion; see `@goldpan/estimation` for the methods.
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { rank } from '@goldpan/workflows';
 *
 * // Twelve items with a metric, the first six judged.
 * const items = Array.from({ length: 12 }, (_, i) => ({
 *   id: `item ${i}`,
 *   scores: {
 *     good: { metric: (i * 7) % 12, ...(i < 6 && { human: 5 + (i % 2) }) },
 *     poor: { metric: (i * 5) % 11, ...(i < 6 && { human: 2 - (i % 3) }) },
 *   },
 * }));
 * const { verdict, systems } = await rank(datasetFromItems(items));
 * verdict.best; // → 'good'
 * verdict.decided; // → true
 * systems.map(({ name, rank }) => [name, rank.best]); // → [['good', 1], ['poor', 2]]
 * ```
 */
export async function rank(items: ItemsInput, question: RankQuestion = {}): Promise<RankDocument> {
  const options = withCriterionAsTarget(question);
  const { seed = 0, level = 0.95, margin, judged, top, pairs } = options;
  if (margin !== undefined && !(margin > 0 && margin < Infinity)) throw invalidMargin(margin);
  if (top !== undefined && !(Number.isInteger(top) && top >= 1)) throw invalidBestCount(top);
  // Whether two outputs are one to people changes numbers: texts are read even where none is to be shown.
  const reading = { ...options, texts: true, columns: [...(options.columns ?? []), ...DESIGN_COLUMNS] };
  const pool = await givenData(items, reading);
  const given =
    judged === undefined ? undefined : await givenData(judged, { ...reading, vectors: undefined });
  const criteria = columnsAsked(given?.dataset ?? pool.dataset, options);
  const joined = given && joinJudged(pool, given, criteria);
  const seen = asJudged(joined?.dataset ?? pool.dataset);
  const dataset = options.texts === false ? withoutTexts(seen) : seen;
  const others = otherCriteria(dataset, question);
  const warnings = [...(joined?.warnings ?? []), ...(others ? [others] : [])];
  const metrics = usableMetrics(dataset, { criteria, named: options.metrics, warnings });
  const design = designOf(dataset, judgedIn(dataset, criteria), warnings);
  const population = populationOf(dataset, { design, asked: options.population, warnings });
  const registry = await loadRegistry(options);
  const estimator = registry.estimator(options.estimate ?? RANK_ESTIMATE);
  const run: RankingRun = { dataset, metrics, design, estimator, population, level, margin, seed };
  const [first, ...further] = criteria.map((criterion) => rankingOf(criterion, run));
  for (const { ranking, warnings: found } of [first, ...further])
    warnings.push(
      ...found.map((one) =>
        further.length > 0 ? { ...one, text: `${ranking.criterion}: ${one.text}` } : one,
      ),
    );
  return {
    goldpan: version,
    command: 'rank',
    seed,
    data: pool.info,
    ...(given && { judgedData: given.info }),
    target: { columns: criteria, standsIn: !criteria.every(isHumanColumn) },
    level,
    population,
    ...(margin !== undefined && { margin }),
    design: design.description,
    ...((top !== undefined || pairs) && {
      shown: { ...(top !== undefined && { top }), ...(pairs && { pairs }) },
    }),
    ...first.ranking,
    ...(further.length > 0 && { others: further.map(({ ranking }) => ranking) }),
    warnings,
  };
}

/** The columns of judgements that are ranked by. @throws NO_TARGET, UNKNOWN_CRITERION */
function columnsAsked(dataset: Dataset, { target, criterion }: RankQuestion): readonly string[] {
  const named = [target ?? []].flat();
  const human = dataset.metrics.filter(isHumanColumn);
  if (named.length === 0 && !human.includes(DEFAULT_TARGET) && human.length > 0) return human;
  const wanted = named.length === 0 ? [DEFAULT_TARGET] : [...new Set(named)];
  return wanted.flatMap((name) => targetOf(dataset, { target: name, criterion }).columns);
}

/** Items that are judged by some criterion, ascending. */
function judgedIn(dataset: Dataset, criteria: readonly string[]): Uint32Array {
  const all = new Set<number>();
  for (const criterion of criteria)
    for (const item of judgedItems({
      systems: dataset.systems,
      judgements: dataset.scores(criterion),
      metrics: [],
    }))
      all.add(item);
  return Uint32Array.from(all).sort();
}

/** A file of the chosen items alone says nothing of the pool they were drawn from: they then stand for texts like these. */
function populationOf(
  dataset: Dataset,
  {
    design,
    asked,
    warnings,
  }: { design: RecordedDesign; asked: RankQuestion['population']; warnings: Warning[] },
): TargetPopulation {
  if (asked !== 'like-these' && design.description.kind === 'all') warnings.push(allJudged(dataset.size));
  if (asked !== undefined) return asked;
  if (!design.withoutPool) return 'all';
  warnings.push({
    code: 'POOL_ABSENT',
    text:
      `All ${dataset.size} items were chosen by ${design.description.selectors.join(', ')} and are judged: the pool they were chosen from is not here, so ` +
      'the ranking speaks of texts like these. Give the pool first and the judged items second to rank over the pool.',
  });
  return 'like-these';
}

function allJudged(items: number): Warning {
  return {
    code: 'ALL_JUDGED',
    text: `All ${items} items are judged: over them nothing is left to doubt. For texts like these, ask for the population like-these.`,
  };
}
