import { runEstimator, type JudgedData, type SystemRanking, type Warning } from '@goldpan/core';
import {
  detectableDifference,
  differences,
  drawnByDocument,
  groupsOf,
  judgedData,
} from '@goldpan/estimation';
import { comparedPairs } from './compared-pairs.js';
import { besideUnjudged } from './beside-unjudged.js';
import { carriedOrder, leadingPair } from './carried-order.js';
import { domainEstimates } from './domain-estimates.js';
import { estimatedSystems, orderOf } from './estimated-systems.js';
import { domainName, nameOfDomain, type Estimated } from './estimated.js';
import { favoured } from './favoured.js';
import { missingCells, suspiciousJudgements, unjudgedSystemsOf } from './judgement-checks.js';
import { outlookOf, separations } from './how-many-more.js';
import { rankWarnings } from './rank-warnings.js';
import type { RankingRun } from './ranking-run.js';
import { isPicked, scaleEnds, shiftWithin } from './scale-ends.js';
import { twoScales } from './two-scales.js';
import { verdictOf } from './verdict.js';
import { wideMargin } from './wide-margin.js';

/** The ranking by one criterion, and what its reader must know. @throws what estimators throw */
export function rankingOf(
  criterion: string,
  run: RankingRun,
): { readonly ranking: SystemRanking; readonly warnings: readonly Warning[] } {
  const data = dataOf(criterion, run);
  const { estimator, seed, population, level } = run;
  const estimate = runEstimator(estimator, data, { seed, population });
  const ends = scaleEnds(criterion, run, { data, estimate });
  const made: Estimated = {
    run,
    criterion,
    data,
    estimate,
    differences: differences(estimate, { level }),
    order: orderOf(estimate),
    ends,
    shift: isPicked(run) ? shiftWithin(ends, estimate.values) : 0,
  };
  const leading = leadingPair(made);
  const systems = estimatedSystems(made);
  const judged = judgedCounts(made);
  const pairs = comparedPairs(made);
  const more = separations(made);
  const favours = favoured(made);
  const unjudged = unjudgedSystemsOf(made);
  const ranking: SystemRanking = {
    criterion,
    estimator: estimator.name,
    judged,
    systems,
    unjudged,
    pairs,
    metrics: {
      names: run.metrics,
      weight: estimate.gain.weight,
      shrinkage: estimate.shrinkage,
      ...(estimate.gain.domains && {
        weighedApart: estimate.gain.domains.map((domain) => nameOfDomain(domain, made)),
      }),
      effectiveItems: estimate.gain.effectiveItems,
      favours,
    },
    more,
    outlook: outlookOf(made),
    detectable: leading === undefined ? null : detectableDifference(estimate, leading, { level }),
    ...carriedOrder(leading, made),
    ...domainEstimates(made),
    ...missingCells(made),
    suspicious: suspiciousJudgements(made),
    verdict: besideUnjudged(verdictOf({ systems, pairs, more, judged }, run), { systems, unjudged }),
  };
  return { ranking, warnings: [...twoScales(made), ...wideMargin(made), ...rankWarnings(estimate, ranking)] };
}

function dataOf(criterion: string, run: RankingRun): JudgedData {
  const { dataset, metrics, design, population } = run;
  const { domains, documents, ...data } = judgedData(dataset, {
    target: criterion,
    metrics,
    inclusion: design.inclusion,
    documents: true,
  });
  return {
    ...data,
    ...(domains && dataset.domains && { domains: groupsOf(dataset.domains.map(domainName)) }),
    ...(documents && areUnits(documents, data, population) && { documents }),
  };
}

/** Documents are what was drawn where they were judged whole, and what texts like these come in. */
function areUnits(
  documents: Int32Array,
  { judgements: { values, systems } }: JudgedData,
  population: RankingRun['population'],
): boolean {
  const judged = Uint32Array.from(documents.keys()).filter((item) =>
    values.subarray(item * systems, (item + 1) * systems).some((value) => !Number.isNaN(value)),
  );
  const several = new Set(Array.from(judged, (item) => documents[item])).size < judged.length;
  return several && (population === 'like-these' || drawnByDocument(documents, judged));
}

function judgedCounts({ data, estimate }: Estimated): SystemRanking['judged'] {
  const cells = estimate.counts.reduce((sum, count) => sum + count, 0);
  const items = estimate.judged.length;
  return {
    items,
    cells,
    missing: items * estimate.systems.length - cells,
    unit: data.documents ? 'document' : 'item',
    units: estimate.unitCount,
  };
}
