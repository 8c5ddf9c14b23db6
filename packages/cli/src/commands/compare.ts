import { Command, Option } from '@commander-js/extra-typings';
import {
  describeMeasure,
  automaticMetrics,
  mainMetric,
  type Dataset,
  type ComparedSelector,
  type CompareDocument,
  type Registry,
  type Warning,
} from '@goldpan/core';
import { compareSelectors, type Comparison, type ContestantResult } from '@goldpan/simulation';
import {
  type CostOptions,
  applyMissingPolicy,
  contestantOf,
  contestantsOf,
  dataInfo,
  invalidHoldout,
  loadItems,
  loadRegistry,
  noTarget,
  parseShares,
  readCosts,
  shortOptions,
} from '@goldpan/workflows';
import { printResult } from '../print-result.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../command-context.js';
import { surroundingsOf } from '../surroundings.js';
import { progressLine } from '../progress.js';
import { collect, list, positiveWholeNumber, shared } from '../shared-options.js';
import { version } from '../version.js';

/** `goldpan compare`: every selector against random selection. */
export function compareCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('compare')
    .description(
      'Does picking help here? Every selector against random selection, with an interval on the gain.',
    )
    .argument('<items>', 'file of items with human scores (or metrics to stand in)')
    .option('--selectors <names>', 'selectors to compare, separated by commas', 'all')
    .option('--metrics <names>', 'metrics that selectors may use; default: all automatic ones')
    .option(
      '--also <selector>',
      'a further selector with options: "source model=model.json"; may be repeated',
      collect,
      [],
    )
    .addOption(shared.target())
    .option('--measure <name>', 'how well a subset reproduces the full result', 'spa')
    .option('--sizes <shares>', 'subset sizes, as shares', '5%:50%:5%')
    .option(
      '--holdout-systems <number>',
      'measure on this many systems (or share, 25%) that selectors do not see',
    )
    .option('--replicates <number>', 'resamplings behind the intervals', positiveWholeNumber, 1000)
    .addOption(
      new Option('--resample <unit>', 'what is drawn anew')
        .choices(['items', 'documents'] as const)
        .default('items' as const),
    )
    .addOption(shared.cost())
    .addOption(shared.costOption())
    .addOption(shared.workers())
    .addOption(shared.html())
    .addOption(shared.missing())
    .addOption(shared.plugin())
    .addOption(shared.format())
    .addOption(shared.formatOption())
    .addOption(shared.vectors())
    .addOption(shared.seed())
    .addOption(shared.json())
    .addOption(shared.quiet())
    .addHelpText(
      'after',
      examples(
        'goldpan compare pilot.jsonl --html report.html',
        'goldpan compare pilot.jsonl --selectors metric-variance,metric-consistency --metrics MetricX --json',
      ),
    )
    .action(async (path, flags) => {
      const surroundings = surroundingsOf(context, flags);
      const registry = await loadRegistry(surroundings);
      const file = await loadItems(path, { ...flags, ...surroundings });
      const metrics = flags.metrics === undefined ? undefined : list(flags.metrics);
      const truths = truthsOf(file.dataset, flags.target);
      const { dataset } = applyMissingPolicy(file.dataset, {
        metrics: [...truths.columns, ...(metrics ?? automaticMetrics(file.dataset))],
        policy: flags.missing,
      });
      const { contestants, skipped } = contestantsOf(dataset, registry, {
        selectors: flags.selectors === 'all' ? undefined : list(flags.selectors),
        metrics,
      });
      for (const words of flags.also) contestants.push(await contestantOf(words, registry, terminal.folder));
      const costs = await readCosts(dataset, costFlags(dataset, flags), {
        registry,
        folder: terminal.folder,
      });
      const progress = progressLine(terminal, `comparing ${contestants.length} selectors`, flags.quiet);
      try {
        const comparison = await compareSelectors(
          {
            dataset,
            registry,
            contestants,
            truths: truths.columns,
            measure: flags.measure,
            shares: parseShares(flags.sizes),
            replicates: flags.replicates,
            holdout: readHoldout(flags.holdoutSystems, dataset.systems.length),
            costs: costs?.values,
            resampling: { unit: flags.resample, method: 'bootstrap' },
            seed: flags.seed,
          },
          { workers: flags.workers, signal: terminal.signal, onProgress: progress.update },
        );
        progress.clear();
        const result: CompareDocument = {
          goldpan: version,
          command: 'compare',
          level: 0.95,
          seed: flags.seed,
          data: dataInfo(file, dataset),
          truth: truths.columns.join(', '),
          measure: flags.measure,
          measures: [describeMeasure(registry.measure(flags.measure))],
          ...(costs && { costs: costFlags(dataset, flags).cost }),
          selectors: comparison.contestants
            .map((result) => comparedSelector(result, registry))
            .sort((a, b) => b.gain.low! - a.gain.low!),
          random: {
            curve: comparison.random.curve,
            mean: comparison.random.mean,
            draws: comparison.random.orders,
          },
          skipped: [...skipped, ...comparison.skipped.map(({ selector, why }) => ({ name: selector, why }))],
          recommendation: recommendation(comparison, registry),
          warnings: warnings(truths, flags.holdoutSystems),
        };
        await printResult(result, terminal, flags);
      } finally {
        progress.clear();
      }
    });
}

/** Without a cost model the costs of the items count, or else the time that annotating errors takes by the length of the source. */
function costFlags(dataset: Dataset, { cost, costOption }: CostOptions): CostOptions {
  if (cost !== undefined) return { cost, costOption };
  if (dataset.costs?.every((value) => value > 0)) return { cost: 'field', costOption };
  const hasSources = dataset.sources?.every((source) => source !== undefined);
  return hasSources ? { cost: 'length', costOption: [['preset', 'esa']] } : { costOption };
}

/** The target, or, where the data has none, every automatic metric in turn. */
function truthsOf(dataset: Dataset, target: string) {
  if (dataset.metrics.includes(target)) return { columns: [target], standIn: false };
  const metrics = automaticMetrics(dataset);
  if (target !== 'human' || metrics.length < 2) throw noTarget(target, dataset.metrics);
  return { columns: metrics, standIn: true };
}

function readHoldout(text: string | undefined, systems: number): number {
  if (text === undefined) return 0;
  const match = /^(\d+\.?\d*)(%?)$/.exec(text);
  const number =
    match && (match[2] === '%' ? Math.round((Number(match[1]) / 100) * systems) : Number(match[1]));
  if (number === null || !Number.isInteger(number) || number < 2) throw invalidHoldout(text, systems);
  return number;
}

function comparedSelector(result: ContestantResult, registry: Registry): ComparedSelector {
  const { selector, curve, mean, gain, parity, cost, verdict } = result;
  return {
    name: selector,
    options: shortOptions(result, registry),
    curve,
    mean,
    gain,
    parity,
    cost,
    verdict,
  };
}

function recommendation(
  { recommended, contestants, random }: Comparison,
  registry: Registry,
): CompareDocument['recommendation'] {
  if (recommended === undefined) {
    const hurting = contestants.filter(({ verdict }) => verdict === 'hurts').length;
    const harm = hurting > 0 ? `, and ${hurting} of ${contestants.length} are worse` : '';
    return {
      selector: null,
      reason: `Select at random: for no selector does the interval of its gain over random selection lie above zero${harm}. Random selection reaches ${random.mean.toFixed(3)} on average.`,
    };
  }
  const { selector, options, gain, mean } = recommended;
  const metric = mainMetric({ selector: registry.selector(selector), options });
  return {
    selector,
    options: shortOptions(recommended, registry),
    reason:
      `${selector}${metric === undefined ? '' : ` on ${metric}`} reaches ${mean.toFixed(3)} where random selection reaches ${random.mean.toFixed(3)}: ` +
      `a gain of ${gain.mean.toFixed(3)} (${gain.low.toFixed(3)} to ${gain.high.toFixed(3)}), the highest lower end of all ${contestants.length} compared.${dearer(recommended)}`,
  };
}

/** A word on the price, where the items picked are not about as dear as others. */
function dearer({ cost }: ContestantResult): string {
  if (cost === null || Math.abs(cost - 1) < 0.05) return '';
  return ` Its items cost ${cost.toFixed(2)} times what random ones do.`;
}

function warnings(
  { columns, standIn }: { columns: readonly string[]; standIn: boolean },
  holdout?: string,
): Warning[] {
  return [
    ...(standIn
      ? [
          {
            code: 'METRIC_AS_TRUTH',
            text: `There is no target column: each of ${columns.length} metrics in turn counts as truth for selectors that use the others. This says how well metrics predict metrics, not people.`,
          },
        ]
      : []),
    ...(holdout === undefined
      ? []
      : [
          {
            code: 'SYSTEMS_HELD_OUT',
            text: `Choices are made without the ${holdout} systems on which they are measured, over 20 random splits of the systems.`,
          },
        ]),
  ];
}
