import { runSelector, takeSystems, type Dataset } from '@goldpan/core';
import type { CompareSettings } from './compare-settings.js';
import type { Contestant } from './comparison.js';
import { holdOutSystems } from './hold-out-systems.js';
import { itemsAt } from './items-at.js';
import type { Arena, Choice } from './job.js';

/** Systems are held out in this many ways. */
const SPLITS = 20;

/** Every contestant's choices, made once per group of systems it may see. Contestants that fail are set aside. */
export async function makeArenas(settings: CompareSettings) {
  const { dataset, truths, holdout, seed } = settings;
  const splits =
    holdout === 0
      ? [{ seen: undefined, measured: undefined }]
      : holdOutSystems(dataset, { holdout, splits: SPLITS, seed });
  const skipped: (Contestant & { why: string })[] = [];
  const failed = new Set<Contestant>();
  const choicesOf: (Choice | undefined)[][] = [];
  for (const { seen } of splits) {
    const visible = seen === undefined ? dataset : takeSystems(dataset, seen);
    const choices: (Choice | undefined)[] = [];
    for (const contestant of settings.contestants) {
      try {
        choices.push(failed.has(contestant) ? undefined : await choose(visible, contestant, settings));
      } catch (error) {
        failed.add(contestant);
        skipped.push({ ...contestant, why: error instanceof Error ? error.message : String(error) });
        choices.push(undefined);
      }
    }
    choicesOf.push(choices);
  }
  const contestants = settings.contestants.filter((contestant) => !failed.has(contestant));
  const arenas = splits.flatMap(({ measured }, split): Arena[] =>
    truths.map((truth) => ({
      truth: (measured === undefined ? dataset : takeSystems(dataset, measured)).scores(truth),
      choices: contestants.map((contestant) =>
        uses(contestant, truth) ? null : choicesOf[split][settings.contestants.indexOf(contestant)]!,
      ),
    })),
  );
  return { contestants, skipped, arenas };
}

async function choose(
  dataset: Dataset,
  { selector: name, options }: Contestant,
  settings: CompareSettings,
): Promise<Choice> {
  const { registry, seed, shares } = settings;
  const selector = registry.selector(name);
  if (!selector.needs.includes('budget')) {
    const { ranking } = await runSelector(selector, dataset, { options, seed, registry });
    const places = new Uint32Array(dataset.size);
    ranking.forEach((item, place) => (places[item] = place));
    return { places };
  }
  const members = new Uint8Array(shares.length * dataset.size);
  for (const [k, share] of shares.entries()) {
    const budget = { items: itemsAt(share, dataset.size) };
    const { chosen } = await runSelector(selector, dataset, { options, seed, registry, budget });
    for (const item of chosen!) members[k * dataset.size + item] = 1;
  }
  return { members };
}

/** Whether a contestant's options name a score column; what a model learned from is no use of this data. */
function uses({ options }: Contestant, column: string): boolean {
  const named = JSON.stringify(options, (key, value) => (key === 'model' ? undefined : value));
  return named.includes(JSON.stringify(column));
}
