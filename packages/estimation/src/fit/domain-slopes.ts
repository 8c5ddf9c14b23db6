import { evidenceWeight } from './evidence-weight.js';
import { foldSums, type WithinCells } from './fold-sums.js';
import { predict } from './predict.js';
import { withinSlopes, type WithinSlopes } from './ridge.js';
import { residualise, type TwoWay } from './two-way.js';

/** Judged items that a domain needs for slopes of its own. */
const LEAST_ITEMS = 10;
/** Evidence counts where the weight is this many standard errors above 0: many domains are tried. */
const STANDARD_ERRORS = 2;
/** Nothing says beforehand that domains differ, so no feature is spared the penalty. */
const MEAN_METRIC_SHARE = 1;

/** What metrics say in some domains beyond what they say in all. */
export interface DomainSlopes {
  /** Slopes to be added to those of all domains, by domain; only domains where that pays. */
  readonly slopes: ReadonlyMap<number, Float64Array>;
  /** Honest (cross-fitted) predictions of the residuals, shape (judged × systems). */
  readonly predictions: Float64Array;
}

interface DomainInput {
  readonly cells: WithinCells;
  /** What the slopes of all domains leave, shape (judged × systems). */
  readonly residuals: Float64Array;
  /** Slopes of all domains, before their weight. */
  readonly common: WithinSlopes;
  /** Weight of the slopes of all domains. */
  readonly weight: number;
  readonly folds: Uint32Array;
  readonly foldCount: number;
  /** Domain of each judged item, shape (judged). */
  readonly domains: Int32Array;
  readonly layout: TwoWay;
  readonly evidence: {
    readonly weights: Float64Array;
    readonly units: Uint32Array;
    readonly unitCount: number;
  };
}

/**
 * Slopes of domains where the metrics say something else than elsewhere: in each domain of ten judged items or more, ridge regression on what the
 * slopes of all leave, penalty by cross-validation, weight by evidence: a·max(0, 1 − 4·se²/a²). Domains that are alike get none.
 * O(n·S·P² + domains·(folds·(S·P² + 7·P³) + n·S)).
 */
export function domainSlopes(input: DomainInput): DomainSlopes {
  const { cells, residuals, domains, folds, foldCount, common, weight, layout } = input;
  const tried = wellJudged(domains);
  const slopes = new Map<number, Float64Array>();
  const predictions = new Float64Array(residuals.length);
  if (new Set(domains).size < 2) return { slopes, predictions };
  const known = scaled(common, weight);
  for (const domain of tried) {
    const rows = Uint32Array.from(domains.keys()).filter((row) => domains[row] === domain);
    const sums = foldSums(cells, folds, foldCount, rows);
    const own = withinSlopes(sums, { known, meanMetricShare: MEAN_METRIC_SHARE });
    const none = new Float64Array(cells.width);
    const said = predict(
      cells.features,
      (row) => (domains[row] === domain ? own.foldSlopes[folds[row]] : none),
      layout,
    );
    residualise(said, 1, layout);
    const share = evidenceWeight(
      { predictions: said, residuals, columns: layout.systems, ...input.evidence },
      STANDARD_ERRORS,
    );
    if (share === 0) continue;
    slopes.set(
      domain,
      own.slopes.map((slope) => share * slope),
    );
    for (let cell = 0; cell < said.length; cell++) predictions[cell] += share * said[cell];
  }
  return { slopes, predictions };
}

function wellJudged(domains: Int32Array): number[] {
  const counts = new Map<number, number>();
  for (const domain of domains) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= LEAST_ITEMS).map(([domain]) => domain);
}

function scaled({ slopes, foldSlopes }: WithinSlopes, weight: number): WithinSlopes {
  const times = (list: Float64Array) => list.map((slope) => weight * slope);
  return { slopes: times(slopes), foldSlopes: foldSlopes.map(times) };
}
