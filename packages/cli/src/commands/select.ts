import { Command } from '@commander-js/extra-typings';
import {
  parseBudget,
  runCostModel,
  runSelector,
  type Dataset,
  type ItemCosts,
  type Json,
  type Selection,
  type Selector,
} from '@goldpan/core';
import { writeSelected, type ItemsFile, type SelectedEntry } from '@goldpan/formats';
import type { SelectResult } from '@goldpan/report';
import { resolve } from 'node:path';
import { chosenItems, itemsToJudge } from '../chosen-items.js';
import { applyMissingPolicy, dataInfo, loadItems } from '../load-items.js';
import { loadRegistry } from '../load-plugins.js';
import { printResult } from '../print-result.js';
import { examples, type CommandContext } from '../program.js';
import { progressLine } from '../progress.js';
import { metricsInUse, selectorOptions, typedOptions } from '../selector-options.js';
import { shared } from '../shared-options.js';
import { version } from '../version.js';

/** `goldpan select`: the items to judge, best first. */
export function selectCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('select')
    .description('Order the items by how much a human judgement of them tells about the systems.')
    .argument('<items>', 'file of items, one JSON object per line (.jsonl or .jsonl.gz)')
    .requiredOption('--selector <name>', 'how to pick; see `goldpan plugins`')
    .addOption(shared.metric())
    .addOption(shared.option())
    .option('--budget <amount>', 'how much may be spent: 100 items, 25%, or an amount in the unit of --cost')
    .option('--cost <model>', 'cost model that says what judging an item costs; see `goldpan plugins`')
    .option('-o, --output <file>', 'write the items there, best first, each with a "goldpan" member')
    .addOption(shared.missing())
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
      examples(
        'goldpan select items.jsonl --selector metric-variance --metric MetricX --budget 25% -o selected.jsonl',
        'goldpan select items.jsonl --selector random --seed 7 --budget 100 --json',
      ),
    )
    .action(async (path, flags) => {
      const registry = await loadRegistry(flags.plugin, context);
      const selector = registry.selector(flags.selector);
      const file = await loadItems(path, terminal, { ...flags, texts: needsTexts(selector, flags.cost) });
      const options = await selectorOptions(selector, flags, terminal.folder);
      const { dataset, kept } = applyMissingPolicy(file.dataset, {
        metrics: metricsInUse(options, file.dataset),
        policy: flags.missing,
      });
      const costs =
        flags.cost === undefined ? undefined : runCostModel(registry.costModel(flags.cost), dataset);
      const budget = readBudget(flags.budget, dataset, costs);
      const progress = progressLine(terminal, selector.name, flags.quiet);
      const selection = await runSelector(selector, dataset, {
        options,
        seed: flags.seed,
        budget,
        costs: costs?.values,
        registry,
        signal: terminal.signal,
        progress: progress.update,
      });
      progress.clear();
      const shown = {
        ...selection,
        options: typedOptions(selection.options as Record<string, unknown>, flags) as Json,
      };
      const made = { file, dataset, kept, selection: shown, costs };
      const result = selectResult(made, { budget, metric: options.metric as string | undefined });
      if (flags.output !== undefined)
        await writeSelected(resolve(terminal.folder, flags.output), file, entries(made));
      await printResult(result, terminal, flags);
      if (flags.output === undefined && !flags.json && !flags.quiet) {
        terminal.err('Nothing was written; add -o selected.jsonl to write these items.\n');
      }
    });
}

/** A selection, what it was made of, and the index in the file of each item of the dataset. */
interface Made {
  readonly file: ItemsFile;
  readonly dataset: Dataset;
  readonly kept: Uint32Array;
  readonly selection: Selection;
  readonly costs?: ItemCosts;
}

/** Texts need not be held for a selector that works on scores and has no cost model beside it. */
function needsTexts(selector: Selector, cost: string | undefined): boolean {
  return cost !== undefined || !selector.needs.includes('scores');
}

function readBudget(text: string | undefined, dataset: Dataset, costs: ItemCosts | undefined) {
  const totalCost = costs?.values.reduce((sum, cost) => sum + cost, 0);
  return text === undefined ? undefined : parseBudget(text, { size: dataset.size, totalCost });
}

function selectResult(
  { file, dataset, selection, costs }: Made,
  { budget, metric }: { budget?: { items?: number; cost?: number }; metric?: string },
): SelectResult {
  const chosen = chosenItems(dataset, selection, { costs, metric });
  return {
    goldpan: version,
    command: 'select',
    seed: selection.seed,
    data: dataInfo(file, dataset),
    selector: selection.selector,
    options: selection.options,
    metric,
    chosen,
    cost: {
      total: chosen.reduce((sum, { cost }) => sum + cost, 0),
      unit: costs?.unit ?? 'items',
      budget: budget?.items ?? budget?.cost ?? null,
      all: costs ? costs.values.reduce((sum, cost) => sum + cost, 0) : dataset.size,
    },
  };
}

/** One line of the output per item to judge. */
function entries({ kept, selection, costs }: Made): SelectedEntry[] {
  const { selector, options, seed } = selection;
  return Array.from(itemsToJudge(selection), (item, rank) => ({
    item: kept[item],
    goldpan: {
      rank: rank + 1,
      utility: selection.utilities?.[item] ?? null,
      cost: costs?.values[item] ?? 1,
      selector,
      options,
      seed,
      version,
    },
  }));
}
