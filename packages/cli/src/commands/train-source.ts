import { Command, Option } from '@commander-js/extra-typings';
import type { Dataset, VectorTable } from '@goldpan/core';
import { writeFileAtomic } from '@goldpan/formats';
import { isReliable, trainSourceModel, type SourceModel, type TrainingSet } from '@goldpan/selector-source';
import { basename, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  type LoadOptions,
  type MissingPolicy,
  type PastUtilities,
  TARGET_VARIANCE,
  applyMissingPolicy,
  loadItems,
  loadRegistry,
  pastUtilities,
  unreliableModel,
} from '@goldpan/workflows';
import { examples } from '../examples.js';
import type { CommandContext } from '../command-context.js';
import { surroundingsOf, type SurroundingFlags } from '../surroundings.js';
import { progressLine } from '../progress.js';
import { shared } from '../shared-options.js';
import { version } from '../version.js';

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
    .option(
      '--embeddings <model>',
      'learn from the embeddings of the sources in the data too; name the model that made them',
    )
    .addOption(shared.missing())
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
      const surroundings = surroundingsOf(context, flags);
      const registry = await loadRegistry(surroundings);
      const learned = await pastUtilities(flags, { registry, folder: terminal.folder });
      const sets: TrainingSet[] = [];
      for (const path of paths) sets.push(await trainingSet({ path, paths, learned, flags }, context));
      const progress = progressLine(terminal, 'training', flags.quiet);
      const model = await trainSourceModel(sets, {
        utility: learned.text,
        licence: flags.licence,
        embedder: flags.embeddings,
        scale: flags.scale,
        seed: flags.seed,
        progress: async (done, total) => {
          progress.update(done, total);
          // Lets Ctrl-C through.
          await setImmediate();
          terminal.signal.throwIfAborted();
        },
      }).finally(progress.clear);
      if (!isReliable(model) && !flags.force) throw unreliableModel(correlation(model));
      await writeFileAtomic(resolve(terminal.folder, flags.out), `${JSON.stringify(model)}\n`);
      if (flags.json) terminal.out(`${JSON.stringify(summary(model, flags.out))}\n`);
      else terminal.out(inWords(model, flags.out));
    });
}

interface TrainFlags extends LoadOptions, SurroundingFlags {
  readonly missing: MissingPolicy;
  readonly embeddings?: string;
  readonly seed: number;
}

/** A past evaluation to learn from, and what is learned of it. */
interface PastFile {
  readonly path: string;
  /** All files, of which two may have one name. */
  readonly paths: readonly string[];
  readonly learned: PastUtilities;
  readonly flags: TrainFlags;
}

/** The items of a file that have a source, and with the scores that are asked for where the others are to be left out. */
async function trainingSet(
  { path, paths, learned, flags }: PastFile,
  context: CommandContext,
): Promise<TrainingSet> {
  const { terminal } = context;
  const file = await loadItems(path, { ...flags, ...surroundingsOf(context, flags) });
  const metrics = learned.metrics(file.dataset);
  const { dataset } = applyMissingPolicy(file.dataset, { metrics, policy: flags.missing });
  const progress = progressLine(terminal, `rating ${basename(path)}`, flags.quiet ?? false);
  const run = { seed: flags.seed, signal: terminal.signal, progress: progress.update };
  const utilities = await learned.of(dataset, run).finally(progress.clear);
  const items = dataset.ids.map((_, item) => item).filter((item) => dataset.sources?.[item] !== undefined);
  const leftOut = file.dataset.size - items.length;
  if (leftOut > 0 && !flags.quiet)
    terminal.err(`${leftOut} of the ${file.dataset.size} items of ${basename(path)} are left out.\n`);
  const sameName = paths.filter((other) => basename(other) === basename(path));
  return {
    name: sameName.length === 1 ? basename(path) : path,
    sha256: file.sha256,
    sources: items.map((item) => dataset.sources![item]),
    documents: dataset.documents && items.map((item) => dataset.documents![item]),
    utilities: items.map((item) => utilities[item]),
    ...(flags.embeddings !== undefined && { embeddings: vectorsOf(dataset, items) }),
  };
}

/** The embeddings of some sources; undefined where the data lacks any. */
function vectorsOf({ embeddings }: Dataset, items: readonly number[]): VectorTable | undefined {
  if (embeddings?.sources === undefined) return undefined;
  const { dimensions, values: all } = embeddings.sources;
  const values = new Float64Array(items.length * dimensions);
  items.forEach((item, row) =>
    values.set(all.subarray(item * dimensions, (item + 1) * dimensions), row * dimensions),
  );
  return { dimensions, values };
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
