import { Command, Option } from '@commander-js/extra-typings';
import {
  columnsNamed,
  describeMeasure,
  mainMetric,
  type Dataset,
  type Measure,
  type PlanDocument,
  type Warning,
} from '@goldpan/core';
import { parseGoal, simulatePlan, type Goal, type NeededSize, type PlanSummary } from '@goldpan/simulation';
import { basename, resolve } from 'node:path';
import {
  applyMissingPolicy,
  dataInfo,
  loadItems,
  loadRegistry,
  noTarget,
  parseShares,
  planSentence,
  readCosts,
  selectorOptions,
  typedOptions,
} from '@goldpan/workflows';
import { exitCode } from '../exit-code.js';
import { printResult } from '../print-result.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../command-context.js';
import { surroundingsOf } from '../surroundings.js';
import { progressLine } from '../progress.js';
import { positiveWholeNumber, shared } from '../shared-options.js';
import { version } from '../version.js';

/** `goldpan plan`: how many items reproduce the full-data result. */
export function planCommand(context: CommandContext) {
  const { terminal, answer } = context;
  return new Command('plan')
    .description(
      'Simulate how many items must be judged to reproduce the full-data result, with this selector and at random.',
    )
    .argument('<items>', 'file of items with pilot or past human scores (or metrics to stand in)')
    .requiredOption('--selector <name>', 'how to pick; see `goldpan plugins`')
    .addOption(shared.metric())
    .addOption(shared.option())
    .option(
      '--goal <goal>',
      'what must be reached: a measure and its value (spa=0.95, kendall=0.9, mean-absolute-error=0.5), same-clusters, same-best, same-ranking, or random@50%',
      'spa=0.95',
    )
    .option('--target <metric>', 'the score column that counts as truth; default: human, else the metric')
    .option('--replicates <number>', 'how many test sets to simulate', positiveWholeNumber, 1000)
    .option('--sizes <shares>', 'subset sizes that are tried, as shares', '5%:100%:5%')
    .addOption(
      new Option('--resample <unit>', 'what is drawn anew')
        .choices(['items', 'documents'] as const)
        .default('items' as const),
    )
    .addOption(
      new Option('--method <method>', 'how replicates are drawn')
        .choices(['subsample', 'bootstrap'] as const)
        .default('subsample' as const),
    )
    .option('--permutations <number>', 'permutations behind SPA', positiveWholeNumber, 1000)
    .addOption(shared.cost())
    .addOption(shared.costOption())
    .addOption(shared.workers())
    .option('--checkpoint <file>', 'keep finished replicates there and go on from them')
    .addOption(shared.missing())
    .addOption(shared.plugin())
    .addOption(shared.html())
    .addOption(shared.format())
    .addOption(shared.formatOption())
    .addOption(shared.vectors())
    .addOption(shared.seed())
    .addOption(shared.json())
    .addOption(shared.quiet())
    .addHelpText(
      'after',
      examples(
        'goldpan plan pilot.jsonl --selector metric-variance --metric MetricX --goal spa=0.95',
        'goldpan plan pilot.jsonl --selector random --goal same-best --replicates 200 --workers 4 --json',
      ),
    )
    .action(async (path, flags) => {
      const surroundings = surroundingsOf(context, flags);
      const registry = await loadRegistry(surroundings);
      const goal = parseGoal(flags.goal, registry.measures);
      const selector = registry.selector(flags.selector);
      const options = await selectorOptions(selector, flags, { registry, folder: terminal.folder });
      const file = await loadItems(path, {
        ...flags,
        ...surroundings,
        texts: flags.cost !== undefined || !selector.needs.includes('scores'),
      });
      const truth = truthOf(file.dataset, flags.target, mainMetric({ selector, options }));
      const { dataset } = applyMissingPolicy(file.dataset, {
        metrics: [...columnsNamed({ selector, options }, file.dataset, registry), truth.column],
        policy: flags.missing,
      });
      const costs = await readCosts(dataset, flags, { registry, folder: terminal.folder });
      const progress = progressLine(terminal, 'simulating', flags.quiet);
      try {
        const summary = await simulatePlan(
          {
            dataset,
            registry,
            selector: selector.name,
            options,
            truth: truth.column,
            goal,
            shares: parseShares(flags.sizes),
            replicates: flags.replicates,
            resampling: { unit: flags.resample, method: flags.method },
            permutations: flags.permutations,
            costs: costs?.values,
            seed: flags.seed,
          },
          {
            workers: flags.workers,
            checkpoint: flags.checkpoint && resolve(terminal.folder, flags.checkpoint),
            signal: terminal.signal,
            onProgress: progress.update,
          },
        );
        progress.clear();
        const { outcomes: _outcomes, ...answerOf } = summary;
        const about = { dataset, selector: selector.name, goal, truth, unit: costs?.unit ?? 'items' };
        const result: PlanDocument = {
          goldpan: version,
          command: 'plan',
          level: 0.9,
          seed: flags.seed,
          data: dataInfo(file, dataset),
          selector: selector.name,
          options: typedOptions({ selector, options }, flags, registry) as PlanDocument['options'],
          ...planned(answerOf, { goal, measure: registry.measure(goal.measure) }, costs !== undefined),
          truth,
          unit: about.unit,
          sentence: planSentence(answerOf, { ...about, items: dataset.size }),
          warnings: truth.standsIn ? [standInWarning(basename(path), truth.column)] : [],
        };
        await printResult(result, terminal, flags);
        if (result.size.median === null) answer(exitCode.negative);
      } finally {
        progress.clear();
      }
    });
}

/** The column that counts as truth: the one named, people's scores, or, where there are none, the metric in their place. */
function truthOf(dataset: Dataset, named: string | undefined, metric: string | undefined) {
  const column = named ?? (dataset.metrics.includes('human') ? 'human' : metric);
  if (column === undefined || !dataset.metrics.includes(column))
    throw noTarget(column ?? 'human', dataset.metrics);
  return { column, standsIn: named === undefined && column !== 'human' };
}

function planned(
  summary: PlanSummary,
  { goal, measure }: { goal: Goal; measure: Measure },
  hasCosts: boolean,
) {
  const { replicates, ratio, curve } = summary;
  const neededSize = ({ neverReached, ...size }: NeededSize) => ({
    ...size,
    // Without a cost model an item costs one item.
    cost: hasCosts ? size.cost : size.median,
    neverReached: Math.round(neverReached * replicates),
  });
  const { neverReached, ...size } = neededSize(summary.size);
  return {
    goal: { text: goal.text, measure: goal.measure, value: goal.value },
    measures: [describeMeasure(measure)],
    size,
    neverReached,
    random: neededSize(summary.random),
    ratio,
    curve,
    replicates,
  };
}

function standInWarning(name: string, metric: string): Warning {
  return {
    code: 'METRIC_STANDS_IN',
    text: `${name} has no human scores: the metric ${metric} stands in for them, so this says how many items reproduce the metric’s result, not people’s.`,
  };
}
