import { columnsUsed, showThrown, takeSystems, type Dataset } from '@goldpan/core';
import { choose, type Choice } from './choice.js';
import type { CompareSettings } from './compare-settings.js';
import type { Contestant } from './comparison.js';
import { judgedData } from '@goldpan/estimation';
import { holdOutSystems, type SystemSplit } from './hold-out-systems.js';
import type { Fold } from './job.js';

/** Systems are held out in this many ways. */
const SPLITS = 20;

/** Contestants that take no part at all, and why. */
type Skipped = Map<Contestant, string>;

/** Every contestant's choices, made once per group of systems it may see. Contestants that cannot be compared are set aside. */
export async function makeFolds(settings: CompareSettings) {
  const { dataset, truths, estimate } = settings;
  const splits = systemSplits(settings);
  const skipped: Skipped = new Map();
  const columns = columnsOf(settings, skipped);
  const uses = (contestant: Contestant, truth: string) => columns.get(contestant)!.includes(truth);
  const choices: Map<Contestant, Choice>[] = [];
  for (const split of splits) {
    choices.push(await choicesOf(split ? takeSystems(dataset, split.seen) : dataset, settings, skipped));
  }
  const contestants = settings.contestants.filter((contestant) => !skipped.has(contestant));
  const folds = splits.flatMap((split, s): Fold[] => {
    const measured = split ? takeSystems(dataset, split.measured) : dataset;
    return truths.map((truth) => ({
      truth: measured.scores(truth),
      ...(estimate && { judged: judgedData(measured, { target: truth }) }),
      choices: contestants.map((contestant) =>
        uses(contestant, truth) ? null : choices[s].get(contestant)!,
      ),
    }));
  });
  return {
    contestants,
    skipped: Array.from(skipped, ([contestant, why]) => ({ ...contestant, why })),
    folds,
  };
}

/** The groups of systems; undefined = no system is held out. */
function systemSplits({ dataset, holdout, seed }: CompareSettings): (SystemSplit | undefined)[] {
  return holdout === 0 ? [undefined] : holdOutSystems(dataset, { holdout, splits: SPLITS, seed });
}

/** What each contestant that is not skipped chooses; one that fails is skipped from then on. */
async function choicesOf(
  dataset: Dataset,
  { contestants, registry, seed, shares }: CompareSettings,
  skipped: Skipped,
): Promise<Map<Contestant, Choice>> {
  const choices = new Map<Contestant, Choice>();
  for (const contestant of contestants) {
    if (skipped.has(contestant)) continue;
    try {
      const selector = registry.selector(contestant.selector);
      const { options } = contestant;
      choices.set(contestant, await choose(selector, dataset, { options, seed, registry, shares }));
    } catch (error) {
      skipped.set(contestant, showThrown(error).text);
    }
  }
  return choices;
}

/** The score columns that each contestant works on; one that works on every truth is skipped. */
function columnsOf({ contestants, dataset, registry, truths }: CompareSettings, skipped: Skipped) {
  const columns = new Map<Contestant, readonly string[]>();
  for (const contestant of contestants) {
    try {
      const selector = registry.selector(contestant.selector);
      const used = columnsUsed({ selector, options: contestant.options }, dataset, registry);
      columns.set(contestant, used);
      if (truths.every((truth) => used.includes(truth))) skipped.set(contestant, usesTruth(truths));
    } catch (error) {
      skipped.set(contestant, showThrown(error).text);
    }
  }
  return columns;
}

function usesTruth(truths: readonly string[]): string {
  const names = truths.map((truth) => JSON.stringify(truth)).join(', ');
  return `it uses what counts as truth (${names}): it would be judged by itself`;
}
