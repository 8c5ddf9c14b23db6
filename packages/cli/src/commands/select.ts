import { Command } from '@commander-js/extra-typings';
import { readBudget } from '@goldpan/budget';
import {
  columnsNamed,
  columnsOfConstraints,
  mainMetric,
  type Constraints,
  type Json,
  type RunOptions,
  type Selector,
} from '@goldpan/core';
import { writeSelected } from '@goldpan/formats';
import { resolve } from 'node:path';
import {
  type ConstraintOptions,
  type CostOptions,
  type FoundSelection,
  type LoadOptions,
  type MissingPolicy,
  applyMissingPolicy,
  entries,
  explanations,
  loadItems,
  loadRegistry,
  makeSelection,
  nearDuplicates,
  readConstraints,
  readCosts,
  selectResult,
  selectorOptions,
  streamSelection,
  typedOptions,
} from '@goldpan/workflows';
import { constraintOptions } from '../constraint-flags.js';
import { printResult } from '../print-result.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../command-context.js';
import { surroundingsOf, type SurroundingFlags } from '../surroundings.js';
import { progressLine } from '../progress.js';
import { shared } from '../shared-options.js';

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
    .addOption(constraintOptions.variant())
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
    .addOption(shared.vectors())
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
      const surroundings = surroundingsOf(context, flags);
      const registry = await loadRegistry(surroundings);
      const selector = registry.selector(flags.selector);
      const constraints = await readConstraints(flags, terminal.folder);
      const options = await selectorOptions(selector, flags, { registry, folder: terminal.folder });
      const run = { options, seed: flags.seed, registry, signal: terminal.signal };
      const call = { path, flags, selector, run, constraints };
      const made = (await selectFromPool(call, context)) ?? (await selectFromData(call, context));
      const found = selectResult(made, mainMetric({ selector, options }));
      const shown = { selector, options: made.selection.options as Options };
      const result = { ...found, options: typedOptions(shown, flags, registry) as Json };
      if (flags.output !== undefined)
        await writeSelected(resolve(terminal.folder, flags.output), made.file, entries(made, result));
      await printResult(result, terminal, flags);
      if (flags.explain && !flags.json) terminal.out(explanations(made));
      if (flags.output === undefined && !flags.json && !flags.quiet) {
        terminal.err('Nothing was written; add -o selected.jsonl to write these items.\n');
      }
    });
}

type Options = Record<string, unknown>;

/** The flags that say how to select, and from what. */
interface SelectFlags extends LoadOptions, SurroundingFlags, CostOptions, ConstraintOptions {
  readonly budget?: string;
  readonly maxSimilarity?: number;
  readonly missing: MissingPolicy;
  readonly json: boolean;
  readonly html?: string;
}

/** What is to be selected, from where. */
interface Call {
  readonly path: string;
  readonly flags: SelectFlags;
  readonly selector: Selector;
  readonly run: RunOptions;
  readonly constraints?: Constraints;
}

/** Selects source by source, without the whole data in memory; undefined where that cannot be, or where all is to be shown. */
async function selectFromPool(
  { path, flags, selector, run, constraints }: Call,
  context: CommandContext,
): Promise<FoundSelection | undefined> {
  const { budget, cost, maxSimilarity, missing, formatOption = [], vectors = [] } = flags;
  const metric = mainMetric({ selector, options: run.options });
  const needsAll =
    [constraints, cost, maxSimilarity, metric].some((asked) => asked !== undefined) ||
    missing !== 'error' ||
    formatOption.length > 0 ||
    vectors.length > 0 ||
    selector.needs.join() !== 'sources';
  if (budget === undefined || needsAll) return undefined;
  return streamSelection({ ...flags, ...surroundingsOf(context, flags), budget, path, selector, run });
}

/** Selects from the whole data. */
async function selectFromData(call: Call, context: CommandContext): Promise<FoundSelection> {
  const { path, flags, selector, constraints, run } = call;
  const { terminal } = context;
  const file = await loadItems(path, {
    ...flags,
    ...surroundingsOf(context, flags),
    texts: needsTexts(call),
    columns: columnsOfConstraints(constraints),
  });
  const { dataset, kept } = applyMissingPolicy(file.dataset, {
    metrics: columnsNamed({ selector, options: run.options }, file.dataset, run.registry!),
    policy: flags.missing,
  });
  const { size } = dataset;
  const costs = await readCosts(dataset, flags, { registry: run.registry!, folder: terminal.folder });
  const budget = flags.budget === undefined ? undefined : readBudget(flags.budget, { size, costs });
  const progress = progressLine(terminal, selector.name, flags.quiet ?? false);
  const shown = { ...run, progress: progress.update };
  const { maxSimilarity } = flags;
  const repeats =
    maxSimilarity === undefined
      ? undefined
      : await nearDuplicates(dataset, selector, {
          maxSimilarity,
          run: { ...shown, budget, costs: costs?.values },
        });
  const made = await makeSelection(dataset, selector, {
    ...shown,
    budget,
    costs,
    constraints: excluding(constraints, repeats?.ids),
    variant: flags.variant,
  });
  progress.clear();
  return { ...made, file, size, dataset, kept, budget, costs, warnings: repeats?.warnings };
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
function needsTexts({ selector, flags, constraints }: Call): boolean {
  const { cost, json, html, maxSimilarity } = flags;
  const { groups = [], maxPer = [], balance } = constraints ?? {};
  const byLength = balance === 'length' || [...groups, ...maxPer].some(({ column }) => column === 'length');
  const used = [cost, html, maxSimilarity].some((flag) => flag !== undefined) || byLength;
  return used || json || !selector.needs.includes('scores');
}
