import { Command, Option } from '@commander-js/extra-typings';
import { completeScores, runSelector, type Dataset, type Registry } from '@goldpan/core';
import { writeFileAtomic } from '@goldpan/formats';
import { isReliable, trainSourceModel, type SourceModel, type TrainingSet } from '@goldpan/selector-source';
import { populationVariance } from '@goldpan/stats';
import { basename, resolve } from 'node:path';
import { unreliableModel } from '../errors.js';
import { loadItems } from '../load-items.js';
import { loadRegistry } from '../load-plugins.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../program.js';
import { progressLine } from '../progress.js';
import { selectorOptions, type SelectorFlags } from '../selector-options.js';
import { shared } from '../shared-options.js';
import { version } from '../version.js';

/** The name under which the variance of a target's own scores can be learned. */
const TARGET_VARIANCE = 'target-variance';

/** `goldpan train-source`: learn from past evaluations which sources are worth judging. */
export function trainSourceCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('train-source')
    .description(
      'Learn from past evaluations which source texts are worth judging, before any system has run.',
    )
    .argument('<past...>', 'files of items with sources and scores or outputs')
    .requiredOption(
      '--utility <selector>',
      `what to learn: the utilities of a selector, or ${TARGET_VARIANCE}`,
    )
    .requiredOption('--out <file>', 'write the model there, as JSON')
    .addOption(shared.metric())
    .addOption(shared.option())
    .addOption(shared.target())
    .addOption(
      new Option('--scale <scale>', 'how utilities of different files are made comparable')
        .choices(['rank', 'zscore'] as const)
        .default('rank' as const),
    )
    .option('--licence <text>', 'under what terms the model may be passed on')
    .option('--force', 'write the model even where it is not shown to predict anything', false)
    .addOption(shared.plugin())
    .addOption(shared.format())
    .addOption(shared.formatOption())
    .addOption(shared.seed())
    .addOption(shared.json())
    .addOption(shared.quiet())
    .addHelpText(
      'after',
      examples(
        'goldpan train-source wmt23.jsonl --utility metric-variance --metric MetricX --out model.json',
        'goldpan select sources.jsonl --selector source --option model=model.json --budget 50',
      ),
    )
    .action(async (paths, flags) => {
      const registry = await loadRegistry(flags.plugin, context);
      const sets: TrainingSet[] = [];
      for (const path of paths) {
        const { dataset, sha256 } = await loadItems(path, context, flags);
        const utilities = await utilitiesOf(dataset, { registry, folder: terminal.folder }, flags);
        sets.push(trainingSet(dataset, { name: basename(path), sha256, utilities }));
      }
      const progress = progressLine(terminal, 'training', flags.quiet);
      const model = await trainSourceModel(sets, {
        utility: flags.metric === undefined ? flags.utility : `${flags.utility} of ${flags.metric}`,
        licence: flags.licence,
        scale: flags.scale,
        seed: flags.seed,
        progress: progress.update,
      });
      progress.clear();
      if (!isReliable(model) && !flags.force) throw unreliableModel(correlation(model));
      await writeFileAtomic(resolve(terminal.folder, flags.out), `${JSON.stringify(model)}\n`);
      if (flags.json) terminal.out(`${JSON.stringify(summary(model, flags.out))}\n`);
      else terminal.out(inWords(model, flags.out));
    });
}

interface UtilityFlags extends SelectorFlags {
  readonly utility: string;
  readonly target: string;
  readonly seed: number;
}

async function utilitiesOf(
  dataset: Dataset,
  { registry, folder }: { registry: Registry; folder: string },
  flags: UtilityFlags,
): Promise<Float64Array> {
  if (flags.utility === TARGET_VARIANCE) {
    const { items, systems, values } = completeScores(dataset, flags.target);
    return Float64Array.from({ length: items }, (_, item) =>
      populationVariance(values, { offset: item * systems, length: systems }),
    );
  }
  const selector = registry.selector(flags.utility);
  const options = await selectorOptions(selector, flags, folder);
  const { utilities, ranking } = await runSelector(selector, dataset, {
    options,
    seed: flags.seed,
    registry,
  });
  if (utilities) return utilities;
  const byRank = new Float64Array(dataset.size);
  ranking.forEach((item, rank) => (byRank[item] = ranking.length - rank));
  return byRank;
}

/** The items that have a source. */
function trainingSet(
  dataset: Dataset,
  { name, sha256, utilities }: { name: string; sha256: string; utilities: Float64Array },
): TrainingSet {
  const items = dataset.ids.map((_, item) => item).filter((item) => dataset.sources?.[item] !== undefined);
  return {
    name,
    sha256,
    sources: items.map((item) => dataset.sources![item]),
    documents: dataset.documents && items.map((item) => dataset.documents![item]),
    utilities: items.map((item) => utilities[item]),
  };
}

function correlation({ validation }: SourceModel): string {
  const { rankCorrelation, low, high, folds, grouping } = validation;
  return `${rankCorrelation.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}; ${folds} folds, each ${grouping} in one)`;
}

function summary(model: SourceModel, file: string) {
  const { utility, training, penalty, validation, checksum } = model;
  return {
    goldpan: version,
    command: 'train-source',
    file,
    utility,
    training,
    penalty,
    validation,
    reliable: isReliable(model),
    checksum,
  };
}

function inWords(model: SourceModel, file: string): string {
  const verdict = isReliable(model)
    ? 'It predicts held-out items better than chance.'
    : 'It is NOT shown to predict held-out items: the interval includes 0.';
  return `${file}: ${model.utility}, learned from ${model.sources} sources.\nRank correlation on held-out items ${correlation(model)}. ${verdict}\n`;
}
