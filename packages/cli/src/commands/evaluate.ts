import { Command, Option } from '@commander-js/extra-typings';
import {
  describeMeasure,
  type Measure,
  type Clusters,
  type Dataset,
  type Curve,
  type EvaluatedSubset,
  type EvaluateDocument,
  type RankedSystem,
} from '@goldpan/core';
import {
  curves,
  evaluateSubset,
  fullData,
  measures as everyMeasure,
  randomBaseline,
  systemRanks,
  type FullData,
} from '@goldpan/evaluation';
import { writeFileAtomic } from '@goldpan/formats';
import { basename, resolve } from 'node:path';
import {
  curvesCsv,
  dataInfo,
  finiteOrNull,
  loadItems,
  loadRegistry,
  noTarget,
  notASubset,
  parseSizes,
} from '@goldpan/workflows';
import { printResult } from '../print-result.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../command-context.js';
import { surroundingsOf } from '../surroundings.js';
import { list, shared, wholeNumber } from '../shared-options.js';
import { version } from '../version.js';

const DEFAULT_MEASURES = 'spa,pairwise-accuracy,kendall,spearman,pearson,mean-absolute-error,clusters';

/** `goldpan evaluate`: what a subset says, beside what all items say. */
export function evaluateCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('evaluate')
    .description('Compare the result on one or several subsets with the result on all items.')
    .argument('<full>', 'file with all items')
    .argument('<subsets...>', 'files with some of them, in the order of judging (as `select` writes them)')
    .addOption(shared.target())
    .option('--measured <metric>', 'the score column that subsets are measured with; default: the target')
    .option(
      '--measures <names>',
      `measures, of ${everyMeasure.map(({ name }) => name).join(', ')}; or all`,
      DEFAULT_MEASURES,
    )
    .option('--sizes <sizes>', 'sizes of the curves: 10,20,50 or 5%:50%:5%, shares of all items', '5%:50%:5%')
    .option('--random <draws>', 'random orders to show beside the curves; 0 = none', wholeNumber, 100)
    .option('--permutations <number>', 'permutations behind SPA', wholeNumber, 1000)
    .addOption(
      new Option('--clusters <method>', 'how clusters are formed')
        .choices(['neighbour', 'head'] as const)
        .default('neighbour' as const),
    )
    .addOption(
      new Option('--missing <policy>', 'what to do with missing scores')
        .choices(['error', 'drop-items', 'pairwise'] as const)
        .default('error' as const),
    )
    .option('--csv <file>', 'write the curves there, one line per subset, measure and size')
    .addOption(shared.html())
    .addOption(shared.plugin())
    .addOption(shared.format())
    .addOption(shared.formatOption())
    .addOption(shared.seed())
    .addOption(shared.json())
    .addOption(shared.quiet())
    .addHelpText(
      'after',
      examples(
        'goldpan evaluate items.jsonl selected.jsonl',
        'goldpan evaluate items.jsonl a.jsonl b.jsonl --measures spa,kendall --sizes 5%:25%:5% --json',
      ),
    )
    .action(async (path, subsetPaths, flags) => {
      const surroundings = surroundingsOf(context, flags);
      const file = await loadItems(path, { ...flags, ...surroundings, texts: false });
      const { dataset } = file;
      for (const metric of [flags.target, flags.measured ?? flags.target]) {
        if (!dataset.metrics.includes(metric)) throw noTarget(metric, dataset.metrics);
      }
      const full = fullData(dataset.scores(flags.target), {
        measured: dataset.scores(flags.measured ?? flags.target),
        seed: flags.seed,
        permutations: flags.permutations,
        clusters: { method: flags.clusters },
        missing: flags.missing,
      });
      const registry = await loadRegistry(surroundings);
      const measures =
        flags.measures === 'all'
          ? registry.measures
          : list(flags.measures).map((name) => registry.measure(name));
      const subsets: EvaluatedSubset[] = [];
      for (const subsetPath of subsetPaths) {
        const subset = await loadItems(subsetPath, { ...flags, ...surroundings, texts: false });
        const ranking = positionsOf(subset.dataset, dataset, basename(subsetPath));
        subsets.push(
          evaluated(full, ranking, { name: basename(subsetPath), measures, sizes: flags.sizes, dataset }),
        );
      }
      const sizes = parseSizes(flags.sizes, full.size, full.size);
      const result: EvaluateDocument = {
        goldpan: version,
        command: 'evaluate',
        seed: flags.seed,
        data: dataInfo(file),
        target: flags.target,
        measures: measures.map(describeMeasure),
        subsets,
        full: { systems: rankedSystems(dataset, full.standing) },
        ...(flags.random > 0 && {
          random: randomCurves(full, { measures, sizes, draws: flags.random, seed: flags.seed }),
        }),
        warnings: [...(full.missing.cells > 0 ? [missingWarning(full)] : []), SUBSET_MEANS],
      };
      if (flags.csv !== undefined)
        await writeFileAtomic(resolve(terminal.folder, flags.csv), curvesCsv(result));
      await printResult(result, terminal, flags);
    });
}

/** Positions in the full data of the items of a subset, in its order. @throws NOT_A_SUBSET */
function positionsOf(subset: Dataset, full: Dataset, name: string): Uint32Array {
  const positions = new Map(full.ids.map((id, position) => [id, position]));
  return Uint32Array.from(subset.ids, (id) => {
    const position = positions.get(id);
    if (position === undefined) throw notASubset(name, id);
    return position;
  });
}

interface SubsetRequest {
  readonly name: string;
  readonly measures: readonly Measure[];
  readonly sizes: string;
  readonly dataset: Dataset;
}

function evaluated(
  full: FullData,
  ranking: Uint32Array,
  { name, measures, sizes, dataset }: SubsetRequest,
): EvaluatedSubset {
  const { size, values, means, clusters } = evaluateSubset(full, ranking, measures);
  const along = curves(full, ranking, { measures, sizes: parseSizes(sizes, full.size, size) });
  return {
    name,
    size,
    measures: Object.fromEntries(measures.map(({ name }) => [name, finiteOrNull(values[name])])),
    curves: Object.fromEntries(measures.map(({ name }) => [name, pointsOf(along.sizes, along.values[name])])),
    systems: rankedSystems(dataset, { means, clusters }),
  };
}

function pointsOf(sizes: Uint32Array, values: Float64Array): Curve {
  return Array.from(sizes, (size, k) => ({ size, value: finiteOrNull(values[k]) }));
}

function rankedSystems(
  dataset: Dataset,
  { means, clusters }: { means: Float64Array; clusters: Clusters },
): RankedSystem[] {
  const ranks = systemRanks(means);
  return Array.from(clusters.order, (system) => ({
    name: dataset.systems[system],
    mean: means[system],
    rank: ranks[system],
    cluster: clusters.clusterOf[system] + 1,
  }));
}

function randomCurves(
  full: FullData,
  {
    measures,
    sizes,
    draws,
    seed,
  }: { measures: readonly Measure[]; sizes: number[]; draws: number; seed: number },
) {
  const { bands } = randomBaseline(full, { measures, sizes, rankings: draws, seed });
  const curve = ({ name }: Measure): Curve =>
    sizes.map((size, k) => ({
      size,
      value: finiteOrNull(bands[name].mean[k]),
      low: finiteOrNull(bands[name].low[k]),
      high: finiteOrNull(bands[name].high[k]),
    }));
  return { curves: Object.fromEntries(measures.map((measure) => [measure.name, curve(measure)])), draws };
}

const SUBSET_MEANS = {
  code: 'SUBSET_MEANS',
  text: 'Picked items are not typical items: use a picked subset for the ranking of the systems, not for their absolute scores.',
};

function missingWarning({ missing }: FullData) {
  const done =
    missing.policy === 'drop-items'
      ? `${missing.dropped} items were left out because of it`
      : 'every mean and test uses the cells that are there';
  return {
    code: 'MISSING_CELLS',
    text: `${missing.cells} cells of ${missing.items} items have no score; ${done}.`,
  };
}
