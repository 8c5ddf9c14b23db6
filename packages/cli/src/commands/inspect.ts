import { Command } from '@commander-js/extra-typings';
import {
  automaticMetrics,
  DEFAULT_TARGET,
  isHumanColumn,
  unmetNeedsOf,
  type Dataset,
  type Registry,
  type TargetAgreement,
  type InspectDocument,
  type MetricInfo,
  type SelectorInfo,
  type Warning,
} from '@goldpan/core';
import { metricAgreement } from '@goldpan/evaluation';
import { kendallTauB } from '@goldpan/stats';
import {
  dataInfo,
  finiteOrNull,
  humanAgreement,
  loadItems,
  loadRegistry,
  oddOutputs,
  orderMatters,
  presentMeans,
  outlyingScores,
  repeatedSources,
  weakMetrics,
} from '@goldpan/workflows';
import { printResult } from '../print-result.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../command-context.js';
import { surroundingsOf } from '../surroundings.js';
import { shared } from '../shared-options.js';
import { version } from '../version.js';

/** `goldpan inspect`: what is in the data and what can be done with it. */
export function inspectCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('inspect')
    .description(
      'Show systems, metrics, missing cells, how metrics agree with the target, and which selectors can run.',
    )
    .argument('<items>', 'file of items')
    .addOption(shared.target())
    .addOption(shared.skipInvalid())
    .addOption(shared.plugin())
    .addOption(shared.html())
    .addOption(shared.format())
    .addOption(shared.formatOption())
    .addOption(shared.seed())
    .addOption(shared.json())
    .addOption(shared.quiet())
    .addHelpText(
      'after',
      examples('goldpan inspect items.jsonl', 'goldpan inspect items.jsonl.gz --target human_fluency --json'),
    )
    .action(async (path, flags) => {
      const surroundings = surroundingsOf(context, flags);
      const registry = await loadRegistry(surroundings);
      const file = await loadItems(path, { ...flags, ...surroundings });
      const { dataset } = file;
      const agreement = dataset.metrics.includes(flags.target) ? agreements(dataset, flags.target) : [];
      const result: InspectDocument = {
        goldpan: version,
        command: 'inspect',
        seed: flags.seed,
        data: dataInfo(file),
        systems: dataset.systems,
        metrics: dataset.metrics.map((metric) => metricInfo(dataset, metric, flags.target)),
        columns: columnCounts(dataset),
        agreement,
        selectors: selectorInfos(dataset, registry),
        warnings: warningsOf(dataset, { agreement, target: flags.target, seed: flags.seed }),
      };
      await printResult(result, terminal, flags);
    });
}

interface Known {
  readonly agreement: readonly TargetAgreement[];
  readonly target: string;
  readonly seed: number;
}

function warningsOf(dataset: Dataset, { agreement, target, seed }: Known): Warning[] {
  const metric = dataset.metrics.includes(target) ? target : dataset.metrics.at(0);
  const found = [
    weakMetrics(agreement, target),
    metric === undefined ? undefined : orderMatters(dataset, metric, seed),
    humanAgreement(dataset),
    repeatedSources(dataset),
    outlyingScores(dataset),
    oddOutputs(dataset),
  ];
  return found.filter((warning) => warning !== undefined);
}

function metricInfo(dataset: Dataset, name: string, target: string): MetricInfo {
  const present = dataset.scores(name).values.filter((score) => !Number.isNaN(score));
  const role =
    name === target ? 'target' : isHumanColumn(name) && name !== DEFAULT_TARGET ? 'human' : 'metric';
  return {
    name,
    role,
    missing: dataset.size * dataset.systems.length - present.length,
    min: finiteOrNull(present.reduce((least, score) => Math.min(least, score), Infinity)),
    mean: finiteOrNull(present.reduce((sum, score) => sum + score, 0) / present.length),
    max: finiteOrNull(present.reduce((most, score) => Math.max(most, score), -Infinity)),
  };
}

/** How many items have each column. */
function columnCounts(dataset: Dataset): Record<string, number> {
  const { sources, references, documents, domains, costs } = dataset;
  const count = (column: ArrayLike<unknown> | undefined) =>
    column ? Array.from(column).filter((value) => value !== undefined && !Number.isNaN(value)).length : 0;
  const hasOutput = (item: number) =>
    dataset.systems.some((_, s) => dataset.outputs?.(item, s) !== undefined);
  return {
    source: count(sources),
    reference: count(references),
    output: dataset.outputs ? dataset.ids.filter((_, item) => hasOutput(item)).length : 0,
    document: count(documents),
    domain: count(domains),
    cost: count(costs),
  };
}

function agreements(dataset: Dataset, target: string): TargetAgreement[] {
  const truth = presentMeans(dataset.scores(target));
  return metricAgreement(
    dataset,
    target,
    automaticMetrics(dataset).filter((metric) => metric !== target),
  ).map(({ metric, pooled, perItem }) => ({
    metric,
    target,
    pearson: finiteOrNull(pooled.pearson),
    kendall: finiteOrNull(kendallTauB(presentMeans(dataset.scores(metric)), truth)),
    withinItem: finiteOrNull(perItem.pearson),
  }));
}

function selectorInfos(dataset: Dataset, registry: Registry): SelectorInfo[] {
  // A budget is given with the call, so data cannot lack it.
  return registry.selectors.map((selector) => {
    const missing = unmetNeedsOf(selector, dataset, { budget: { items: 1 } });
    return {
      name: selector.name,
      summary: selector.summary,
      runs: missing.length === 0,
      ...(missing.length > 0 && { why: `needs ${missing.join(' and ')}` }),
    };
  });
}
