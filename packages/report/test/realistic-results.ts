import { describedMeasures } from './described-measures.js';
import {
  stream,
  type Json,
  type Rng,
  type CompareDocument,
  type Curve,
  type EvaluateDocument,
  type FitCostDocument,
  type InspectDocument,
  type IrtDocument,
  type PlanDocument,
  type RankedSystem,
  type SelectDocument,
  type SelectedItem,
} from '@goldpan/core';

/** An item of the JSON lines that results are made of here. */
export interface RawItem {
  readonly i: number | string;
  readonly src?: string;
  readonly tgt?: Readonly<Record<string, string>>;
  readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface RealisticOptions {
  readonly name: string;
  readonly target: string;
  readonly metrics: readonly string[];
}

const head = { goldpan: '0.1.0', seed: 0 } as const;

/**
 * Results of every command over real items. The measure is computed for real (share of system pairs in the right order),
 * with few draws, so that curves, gains and intervals have the shapes that readers will meet.
 */
export function realisticResults(items: readonly RawItem[], { name, target, metrics }: RealisticOptions) {
  const systems = Object.keys(items[0].scores);
  const data = { name, items: items.length, systems: systems.length, sha256: '3b1f'.repeat(16) };
  const column = (metric: string) =>
    items.map((item) => systems.map((system) => item.scores[system][metric]));
  const truth = column(target);
  const shares = Array.from({ length: 19 }, (_, k) => (k + 1) / 40);
  const sizes = [...new Set(shares.map((share) => Math.max(2, Math.round(items.length * share))))];
  const draw = (rng: Rng) => shuffle(items.length, rng);
  const draws = Array.from({ length: 60 }, (_, k) => draw(stream(0, 'random', k)));
  const randomCurves = draws.map((order) => curveOf(order, truth, sizes));
  const random = band(randomCurves, sizes);
  const randomMean = meanOfCurve(random);
  const utilities: Record<string, number[]> = {
    ...Object.fromEntries(metrics.map((metric) => [`metric-var ${metric}`, column(metric).map(variance)])),
    'metric-avg': column(metrics[0]).map((row) => -meanOf(row)),
    'diversity-length': items.map((_, i) => items[i].src?.length ?? i),
  };
  const selectors = Object.entries(utilities).map(([key, values], index) => {
    const [selector, metric] = key.split(' ');
    const folds = Array.from({ length: 40 }, (_, k) => {
      const rng = stream(index, 'boot', k);
      const noisy = values.map((value) => value * (0.85 + 0.3 * rng.next()));
      return curveOf(byValue(noisy), truth, sizes);
    });
    const curve = band(folds, sizes);
    const mean = meanOfCurve(curve);
    const gains = folds.map((fold) => meanOf(fold) - randomMean);
    const gain = { mean: mean - randomMean, low: quantile(gains, 0.1), high: quantile(gains, 0.9) };
    return {
      name: selector,
      options: (metric === undefined ? {} : { metric }) as Json,
      curve,
      mean,
      gain,
      parity: mean > randomMean - 0.05 ? 1 - gain.mean * 8 : null,
      verdict:
        gain.low > 0 ? ('helps' as const) : gain.high < 0 ? ('hurts' as const) : ('no evidence' as const),
    };
  });
  selectors.sort((a, b) => b.gain.low - a.gain.low);
  const [best] = selectors;
  const compare: CompareDocument = {
    ...head,
    command: 'compare',
    measures: describedMeasures,
    level: 0.8,
    data,
    target: { columns: [target], standsIn: false },
    measure: 'pairwise-accuracy',
    selectors,
    random: { curve: random, mean: randomMean, draws: draws.length },
    skipped: [{ name: 'comet-qe', why: 'needs a model file, and none is given (--option model=FILE)' }],
    recommendation: {
      selector: best.name,
      options: best.options,
      reason: `Use ${best.name}: on this data it puts ${(best.gain.mean * 100).toFixed(1)} more of 100 system pairs in the right order than random selection of the same size.`,
    },
    reproduce: `goldpan compare ${name} --selectors all --target ${target} --seed 0 --html report.html`,
  };
  const order = byValue(utilities[`metric-var ${metrics[0]}`]);
  const size = Math.round(items.length * 0.34);
  return {
    inspect: inspect(),
    compare,
    plan: plan(),
    select: select(),
    evaluate: evaluate(),
    irt: irt(),
    fitCost: fitCost(),
  };

  function plan(): PlanDocument {
    const curve = best.curve.map((at, k) => ({
      size: at.size,
      median: at.value,
      low: at.low!,
      high: at.high!,
      random: { median: random[k].value, low: random[k].low!, high: random[k].high! },
    }));
    const reach = (pick: (at: (typeof curve)[number]) => number | null) =>
      curve.find((at) => (pick(at) ?? 0) >= 0.85)?.size ?? null;
    const median = reach((at) => at.median);
    const randomMedian = reach((at) => at.random.median);
    return {
      ...head,
      command: 'plan',
      measures: describedMeasures,
      level: 0.8,
      data,
      selector: best.name,
      options: best.options,
      goal: { text: 'pairwise-accuracy=0.85', measure: 'pairwise-accuracy', value: 0.85 },
      size: {
        median,
        low: reach((at) => at.high),
        high: reach((at) => at.low),
        share: median && median / items.length,
        cost: median && median * 2.4,
      },
      neverReached: 3,
      random: {
        median: randomMedian,
        low: reach((at) => at.random.high),
        high: reach((at) => at.random.low),
        share: randomMedian && randomMedian / items.length,
        cost: randomMedian && randomMedian * 2.4,
        neverReached: 41,
      },
      ratio: { median: median && randomMedian && median / randomMedian, low: 0.52, high: 1.13 },
      curve,
      replicates: 1000,
      target: { columns: [target], standsIn: false },
      unit: 'minutes',
      sentence: `Judging ${median} of the ${items.length} items, picked by ${best.name}, puts 85% of the system pairs in the order of the full human result; random selection needs ${randomMedian}.`,
      reproduce: `goldpan plan ${name} --selector ${best.name} --goal pairwise-accuracy=0.85 --replicates 1000 --seed 0`,
    };
  }

  function select(): SelectDocument {
    const values = utilities[`metric-var ${metrics[0]}`];
    const chosen = order.slice(0, size).map((i, k): SelectedItem => {
      const { src, tgt } = items[i];
      return {
        id: String(items[i].i),
        rank: k + 1,
        utility: values[i],
        cost: Math.round((src?.length ?? 100) / 40) / 10 + 1,
        ...(src !== undefined && { source: src }),
        outputs: systems.map((system, s) => ({
          system,
          score: column(metrics[0])[i][s],
          ...(tgt?.[system] !== undefined && { text: tgt[system] }),
        })),
      };
    });
    const total = chosen.reduce((sum, { cost }) => sum + cost, 0);
    return {
      ...head,
      command: 'select',
      data,
      selector: 'metric-var',
      options: { metric: metrics[0] },
      metric: metrics[0],
      chosen,
      cost: { total, unit: 'minutes', budget: Math.ceil(total / 10) * 10, all: total * 3.1 },
      reproduce: `goldpan select ${name} --selector metric-var --metric ${metrics[0]} --budget 34% --seed 0`,
    };
  }

  function evaluate(): EvaluateDocument {
    const curves = {
      'pairwise-accuracy': sizes.map((at) => ({ size: at, value: accuracy(order.slice(0, at), truth) })),
    };
    return {
      ...head,
      command: 'evaluate',
      measures: describedMeasures,
      data,
      target: { columns: [target], standsIn: false },
      subsets: [
        {
          name: 'subset.jsonl',
          size,
          measures: {
            'pairwise-accuracy': accuracy(order.slice(0, size), truth),
            kendall: 0.713,
            clusters: 4,
          },
          curves,
          systems: ranked(order.slice(0, size)),
        },
      ],
      full: { systems: ranked(order) },
      random: { curves: { 'pairwise-accuracy': random }, draws: draws.length },
      reproduce: `goldpan evaluate ${name} subset.jsonl --target ${target}`,
    };
  }

  function ranked(rows: readonly number[]): readonly RankedSystem[] {
    const means = systems.map((_, s) => meanOf(rows.map((i) => truth[i][s])));
    return byValue(means).map((s, rank) => ({
      name: systems[s],
      mean: means[s],
      rank: rank + 1,
      cluster: 1 + Math.floor((rank * 4) / systems.length),
    }));
  }

  function inspect(): InspectDocument {
    const flat = (metric: string) => column(metric).flat();
    return {
      ...head,
      command: 'inspect',
      data,
      systems,
      metrics: [target, ...metrics].map((metric, m) => ({
        name: metric,
        role: metric === target ? ('target' as const) : ('metric' as const),
        missing: m === 2 ? 7 : 0,
        min: Math.min(...flat(metric)),
        mean: meanOf(flat(metric)),
        max: Math.max(...flat(metric)),
      })),
      columns: { source: items.length, output: items.length, document: 0 },
      agreement: metrics.map((metric) => {
        const pearson = correlation(flat(metric), flat(target));
        return { metric, target, pearson, kendall: pearson / 2, withinItem: pearson / 3 };
      }),
      selectors: [
        { name: 'random', summary: 'Every item has the same chance.', runs: true },
        { name: 'metric-var', summary: 'Items on which the scores of the systems differ most.', runs: true },
        { name: 'comet-qe', runs: false, why: 'needs embeddings, which the data does not have' },
      ],
      warnings: [
        { code: 'MISSING_SCORES', text: `7 cells of ${metrics[1] ?? metrics[0]} are missing in 3 items` },
      ],
      reproduce: `goldpan inspect ${name}`,
    };
  }

  function fitCost(): FitCostDocument {
    const costs = items.map((item, i) => {
      const predicted = 12 + 0.4 * String(item.src ?? item.i).length;
      const residual = 8 * (stream(3, 'cost', i).next() ** 3 - 0.25);
      return { id: String(item.i), observed: predicted + residual, predicted, residual };
    });
    return {
      ...head,
      command: 'fit-cost',
      data,
      file: 'cost.json',
      model: {
        unit: 'seconds',
        count: 'characters',
        fixed: 12,
        perSource: 0.4,
        perOutput: 0,
        least: 5.5,
        items: costs.length,
        r2: 0.71,
        medianError: 2.3,
      },
      items: costs,
      parts: [
        { from: 13.2, to: 41.2, low: -1.95, median: -1.5, high: 2.25 },
        { from: 41.6, to: 66.8, low: -2, median: -1, high: 3.5 },
      ],
      withoutCost: 2,
      reproduce: `goldpan fit-cost ${name} --unit seconds --out cost.json`,
    };
  }

  function irt(): IrtDocument {
    const abilities = systems.map((system, s) => ({
      system,
      ability: (meanOf(truth.map((row) => row[s])) - meanOf(truth.flat())) * 12,
      se: 0.12 + (s % 5) / 30,
    }));
    const grid = Array.from({ length: 41 }, (_, k) => (k - 20) / 5);
    const parameters = items.map((item, i) => {
      const rng = stream(7, 'irt', i);
      const difficulty = rng.next() * 4 - 2;
      const discrimination = 0.3 + 2 * rng.next() ** 2;
      const curve = grid.map((ability) => {
        const p = 1 / (1 + Math.exp(-discrimination * (ability - difficulty)));
        return { ability, information: discrimination ** 2 * p * (1 - p) };
      });
      return { id: String(item.i), parameters: { difficulty, discrimination }, curve };
    });
    return {
      ...head,
      command: 'irt',
      data,
      model: '2pl',
      metric: target,
      abilities,
      items: parameters,
      information: grid.map((ability, k) => ({
        ability,
        information: parameters.reduce((sum, { curve }) => sum + curve[k].information, 0),
      })),
      fit: { rmse: 0.0712 },
    };
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  return meanOf(a.map((value, i) => (value - meanA) * (b[i] - meanB))) / Math.sqrt(variance(a) * variance(b));
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.round(share * (values.length - 1))];
}

function byValue(values: readonly number[]): number[] {
  return values.map((_, i) => i).sort((a, b) => values[b] - values[a]);
}

function shuffle(size: number, rng: Rng): number[] {
  return byValue(Array.from({ length: size }, () => rng.next()));
}

/** Share of system pairs that the rows order as all rows do. */
function accuracy(rows: readonly number[], truth: readonly (readonly number[])[]): number {
  const means = (of: readonly number[]) => truth[0].map((_, s) => meanOf(of.map((i) => truth[i][s])));
  const [part, all] = [means(rows), means(truth.map((_, i) => i))];
  let right = 0;
  let pairs = 0;
  for (let a = 0; a < all.length; a++) {
    for (let b = 0; b < a; b++) {
      pairs += 1;
      if (part[a] < part[b] === all[a] < all[b]) right += 1;
    }
  }
  return right / pairs;
}

function curveOf(
  order: readonly number[],
  truth: readonly (readonly number[])[],
  sizes: readonly number[],
): number[] {
  return sizes.map((size) => accuracy(order.slice(0, size), truth));
}

function band(curves: readonly number[][], sizes: readonly number[]): Curve {
  return sizes.map((size, k) => {
    const values = curves.map((one) => one[k]);
    return { size, value: meanOf(values), low: quantile(values, 0.1), high: quantile(values, 0.9) };
  });
}

function meanOfCurve(curve: Curve): number {
  return meanOf(curve.map(({ value }) => value!));
}
