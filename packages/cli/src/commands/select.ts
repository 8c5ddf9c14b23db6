import { Command } from '@commander-js/extra-typings';
import {
  describeExplanation,
  describeQuality,
  formatSpending,
  readBudget,
  type Constraints,
} from '@goldpan/budget';
import type { Budget, Dataset, ItemCosts, Json, Selection, Selector } from '@goldpan/core';
import { writeSelected, type ItemsFile, type SelectedEntry } from '@goldpan/formats';
import type { SelectResult, Warning } from '@goldpan/report';
import { resolve } from 'node:path';
import { chosenItems, itemsToJudge } from '../chosen-items.js';
import { constraintOptions, readConstraints } from '../constraint-flags.js';
import { readCosts } from '../cost-flags.js';
import { applyMissingPolicy, dataInfo, loadItems } from '../load-items.js';
import { loadRegistry } from '../load-plugins.js';
import { makeSelection, type MadeSelection } from '../make-selection.js';
import { nearDuplicates } from '../near-duplicates.js';
import { printResult } from '../print-result.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../program.js';
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
    .option(
      '--budget <amount>',
      'how much may be spent: 100 items, 25%, or an amount in the unit of --cost such as "2 h"',
    )
    .addOption(shared.cost())
    .addOption(shared.costOption())
    .addOption(constraintOptions.keepDocuments())
    .addOption(constraintOptions.documentUtility())
    .addOption(constraintOptions.group())
    .addOption(constraintOptions.balance())
    .addOption(constraintOptions.maxPer())
    .addOption(constraintOptions.include())
    .addOption(constraintOptions.includeFree())
    .addOption(constraintOptions.exclude())
    .option(
      '--max-similarity <share>',
      'of items whose sources are this much alike only the better one may be chosen: 0.9',
      Number,
    )
    .option('--explain', 'say of each item why it was chosen', false)
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
        'goldpan select items.jsonl --selector output-diversity --cost field --budget 3600 --group domain:min=3 --max-per doc=2 --explain',
      ),
    )
    .action(async (path, flags) => {
      const registry = await loadRegistry(flags.plugin, context);
      const selector = registry.selector(flags.selector);
      const constraints = await readConstraints(flags, terminal.folder);
      const file = await loadItems(path, context, { ...flags, texts: needsTexts(selector, flags) });
      const options = await selectorOptions(selector, flags, terminal.folder);
      const { dataset, kept } = applyMissingPolicy(file.dataset, {
        metrics: metricsInUse(options, file.dataset),
        policy: flags.missing,
      });
      const costs = await readCosts(dataset, flags, { registry, folder: terminal.folder });
      const budget =
        flags.budget === undefined ? undefined : readBudget(flags.budget, { size: dataset.size, costs });
      const progress = progressLine(terminal, selector.name, flags.quiet);
      const run = { options, seed: flags.seed, registry, signal: terminal.signal, progress: progress.update };
      const { maxSimilarity } = flags;
      const repeats =
        maxSimilarity === undefined
          ? undefined
          : await nearDuplicates(dataset, selector, { maxSimilarity, run });
      const selected = await makeSelection({
        dataset,
        selector,
        run,
        budget,
        costs,
        constraints: excluding(constraints, repeats?.ids),
        bounds: flags,
      });
      progress.clear();
      const shownOptions = typedOptions(selected.selection.options as Record<string, unknown>, flags) as Json;
      const made: Made = {
        ...selected,
        file,
        dataset,
        kept,
        costs,
        selection: { ...selected.selection, options: shownOptions },
      };
      const found = selectResult(made, { budget, metric: options.metric as string | undefined });
      const result = { ...found, warnings: [...found.warnings!, ...(repeats?.warnings ?? [])] };
      if (flags.output !== undefined)
        await writeSelected(resolve(terminal.folder, flags.output), file, entries(made));
      await printResult(result, terminal, flags);
      if (flags.explain && !flags.json) terminal.out(explanations(made));
      if (flags.output === undefined && !flags.json && !flags.quiet) {
        terminal.err('Nothing was written; add -o selected.jsonl to write these items.\n');
      }
    });
}

/** A selection, what it was made of, and the index in the file of each item of the dataset. */
interface Made extends MadeSelection {
  readonly file: ItemsFile;
  readonly dataset: Dataset;
  readonly kept: Uint32Array;
  readonly costs?: ItemCosts;
}

interface TextFlags {
  readonly cost?: string;
  readonly json: boolean;
  readonly html?: string;
  readonly maxSimilarity?: number;
}

/** Constraints that also exclude some items. */
function excluding(
  constraints: Constraints | undefined,
  ids: readonly string[] = [],
): Constraints | undefined {
  return ids.length === 0
    ? constraints
    : { ...constraints, exclude: [...(constraints?.exclude ?? []), ...ids] };
}

/** Texts of a selector that works on scores are only shown: they are held where the result goes on to a report or a program. */
function needsTexts(selector: Selector, flags: TextFlags): boolean {
  const { cost, json, html, maxSimilarity } = flags;
  const used = [cost, html, maxSimilarity].some((flag) => flag !== undefined);
  return used || json || !selector.needs.includes('scores');
}

function selectResult(
  { file, dataset, selection, choice, costs }: Made,
  { budget, metric }: { budget?: Budget; metric?: string },
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
      total: choice?.spending.total ?? chosen.reduce((sum, { cost }) => sum + cost, 0),
      unit: costs?.unit ?? 'items',
      budget: budget?.items ?? budget?.cost ?? null,
      all: costs ? costs.values.reduce((sum, cost) => sum + cost, 0) : dataset.size,
    },
    warnings: selectorWarnings(selection),
    ...(choice && { bound: { utility: choice.objective, upper: choice.bound, gap: choice.gap } }),
  };
}

/** What the selector has to say about its own result, in `details.warning`. */
function selectorWarnings({ details, selector }: Selection): Warning[] {
  const text = (details as { warning?: unknown } | undefined)?.warning;
  return typeof text === 'string' ? [{ code: 'SELECTOR_WARNING', text: `${selector}: ${text}` }] : [];
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

/** Why each chosen item was chosen, with running totals, and the first items that were left out. */
function explanations({ dataset, selection, choice, costs }: Made): string {
  const unit = costs?.unit ?? 'items';
  if (!choice) {
    const utility = selection.utilities ? 'by utility' : 'by the selector’s own order';
    return `Chosen ${utility}; no constraint had a say.\n`;
  }
  const inside = choice.items.map(
    ({ item, id, runningTotal }) =>
      `  ${id}: ${describeExplanation(choice.explain(item), unit)}; ${formatSpending({ total: runningTotal, unit })} so far\n`,
  );
  const chosen = new Set(choice.chosen);
  const outside = Array.from(selection.ranking)
    .filter((item) => !chosen.has(item))
    .slice(0, 10)
    .map((item) => `  ${dataset.ids[item]}: ${describeExplanation(choice.explain(item), unit)}\n`);
  return `Why (${describeQuality(choice)}):\n${inside.join('')}Left out, best first:\n${outside.join('')}`;
}
