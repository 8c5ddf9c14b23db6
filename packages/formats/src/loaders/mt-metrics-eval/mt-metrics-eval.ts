import { DEFAULT_TARGET, didYouMean, quoteList } from '@goldpan/core';
import { unusableInput } from '../../errors.js';
import type { Intake } from '../../reading/intake.js';
import { defineLoader, type LoadedItem } from '../loader.js';
import { PairReader, type LanguagePair } from './language-pair.js';
import { mtMetricsEvalOptions, type MtMetricsEvalOptions } from './mt-metrics-eval-options.js';
import { languagePairs, openTestSet, type TestSet } from './test-set.js';

/** mt-metrics-eval v2, the data of the WMT metrics tasks. */
export const mtMetricsEvalLoader = defineLoader({
  name: 'mt-metrics-eval',
  summary: 'A test set of mt-metrics-eval v2 (WMT19 to WMT25): sources, outputs, human and metric scores.',
  input: 'the folder mt-metrics-eval-v2, or one test set in it',
  options: mtMetricsEvalOptions,
  detect: ({ folder }) =>
    folder !== undefined &&
    ['sources', 'system-outputs', 'human-scores'].every((name) => folder.includes(name)),
  async *load(paths, options, intake) {
    for (const path of paths) {
      const set = await openTestSet(path, options['test-set']);
      for (const langs of await chosenPairs(set, options.langs)) {
        const pair = await new PairReader(set, langs, { options, intake }).read();
        yield* segmentsOf(pair, { set, langs, options, intake });
      }
    }
  },
});

async function chosenPairs(set: TestSet, langs: readonly string[]): Promise<readonly string[]> {
  const known = await languagePairs(set);
  if (langs.includes('all')) return known;
  if (langs.length === 0 && known.length === 1) return known;
  const unknown = langs.find((pair) => !known.includes(pair));
  if (langs.length > 0 && unknown === undefined) return langs;
  const problem =
    unknown === undefined
      ? 'has several language pairs'
      : `has no language pair ${JSON.stringify(unknown)}${didYouMean(unknown, known)}`;
  throw unusableInput(set.folder, problem, `name some of ${quoteList(known, 40)} with langs=…, or langs=all`);
}

interface Context {
  readonly set: TestSet;
  readonly langs: string;
  readonly options: MtMetricsEvalOptions;
  readonly intake: Intake;
}

function* segmentsOf(pair: LanguagePair, { langs, options, intake }: Context): Generator<LoadedItem> {
  const human = pair.scores.get(DEFAULT_TARGET);
  const isScored = (system: string, segment: number) => !Number.isNaN(human?.get(system)?.[segment] ?? NaN);
  const size = pair.sources.texts.length;
  let left = 0;
  for (let segment = 0; segment < size; segment++) {
    const scored = pair.systems.filter((system) => isScored(system, segment)).length;
    const least = { complete: Math.max(1, pair.systems.length), scored: 1, all: 0 }[options.segments];
    if (human !== undefined && scored < least) left++;
    else yield segmentItem(pair, { langs, segment, path: pair.sources.path, texts: intake.texts });
  }
  if (human === undefined)
    intake.note(`${langs}: there are no human scores of segments; only metrics are kept`);
  if (left > 0)
    intake.note(
      `${langs}: segments left out for lack of human scores: ${left} of ${size} (segments=${options.segments})`,
    );
}

function segmentItem(
  pair: LanguagePair,
  at: { langs: string; segment: number; path: string; texts: boolean },
): LoadedItem {
  const { segment } = at;
  const place = pair.documents?.[segment];
  const scores = pair.systems.map((system) => {
    const cells = [...pair.scores].flatMap(([metric, bySystem]) => {
      const score = bySystem.get(system)?.[segment] ?? NaN;
      return Number.isNaN(score) ? [] : [[metric, score]];
    });
    return [system, Object.fromEntries(cells)];
  });
  const line = segment + 1 + (pair.sources.canary ? 1 : 0);
  const record = {
    id: `${at.langs}:${segment + 1}`,
    ...(at.texts && textsOf(pair, segment)),
    ...(place && { doc: place.document, domain: place.domain }),
    scores: Object.fromEntries(scores),
  };
  return { record, origin: `${at.path}:${line}` };
}

function textsOf({ sources, reference, outputs, systems }: LanguagePair, segment: number) {
  const ref = reference?.texts[segment];
  const tgt = systems.flatMap((system) => {
    const text = outputs.get(system)!.texts[segment];
    return text === undefined ? [] : [[system, text]];
  });
  return { src: sources.texts[segment], ...(ref !== undefined && { ref }), tgt: Object.fromEntries(tgt) };
}
