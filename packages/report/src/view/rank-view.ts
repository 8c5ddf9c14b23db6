import type { EstimatedSystem, JudgedDesign, RankDocument, SystemRanking } from '@goldpan/core';
import { formatCount, formatShare } from '../format/numbers.js';
import { counted, factsOf, frameOf, levelText } from './facts.js';
import { criteriaPoints } from './criteria-points.js';
import { rankCharts } from './rank-charts.js';
import { rankPoints } from './rank-points.js';
import { domainTables } from './domain-tables.js';
import { pairTable, separationTable } from './pair-tables.js';
import { carryingList, criteriaTable, lookAgainTable } from './rank-tables.js';
import { chanceText, rankTable } from './rank-table.js';
import { targetFact } from './target-fact.js';
import type { Block, Fact, KeyNumber, View } from './view.js';

/** Who is best, how sure, what carries it, how many more. */
export function rankView(result: RankDocument): View {
  const { verdict, others = [], criterion } = result;
  return {
    ...frameOf(result),
    title: 'Who is best?',
    answer: others.length === 0 ? verdict.text : `By ${criterion}, ${verdict.text}`,
    tone: verdict.decided ? 'good' : 'neutral',
    numbers: numbersOf(result),
    blocks: [
      ...criteriaTable(result),
      ...criteriaPoints(result),
      ...blocksOf(result, result),
      ...others.flatMap((ranking) => [
        { ...rankTable(ranking, result), folded: 'on-pages' as const },
        ...pairTable(ranking, result),
      ]),
    ],
    facts: factsOf(result, particulars(result)),
  };
}

function blocksOf(ranking: SystemRanking, result: RankDocument): readonly Block[] {
  return [
    rankTable(ranking, result),
    rankPoints(ranking, result),
    ...rankCharts(ranking, result),
    ...separationTable(ranking, result),
    ...pairTable(ranking, result),
    ...domainTables(ranking, result),
    ...carryingList(ranking),
    ...lookAgainTable(ranking),
  ];
}

function numbersOf(result: RankDocument): readonly KeyNumber[] {
  const { systems, verdict, judged, metrics, data, more, design } = result;
  const best = systems.find(({ name }) => name === verdict.best)!;
  const open = more.find(({ items }) => items !== 0);
  const worth = {
    label: 'items they are worth without metrics',
    value: formatCount(metrics.effectiveItems),
    note: metrics.weight > 0 ? `metrics at ${formatShare(metrics.weight)} of full weight` : '',
  };
  const helped =
    design.kind !== 'picked' && judged.items < data.items && metrics.effectiveItems > judged.items + 0.5;
  return [
    ...chanceOf(best, result),
    {
      label: 'items judged',
      value: formatCount(judged.items),
      note: `${formatShare(judged.items / data.items)} of ${formatCount(data.items)}`,
    },
    ...(helped ? [worth] : []),
    ...(open === undefined || design.kind === 'picked'
      ? []
      : [
          {
            label: `more items to tell ${open.a} from ${open.b}`,
            value: open.items === null ? 'none tells' : formatCount(open.items),
            note: `with a chance of 80%, if they differ as it seems`,
          },
        ]),
  ];
}

/** The chance of the best; nothing where all there is to judge is judged, which leaves none. */
function chanceOf(
  best: EstimatedSystem,
  { verdict, design, population }: RankDocument,
): readonly KeyNumber[] {
  const { name, low, high, pBest } = best;
  if (design.kind === 'all' && population === 'all' && low !== null && low === high) return [];
  const [note, tone] = verdict.decided
    ? (['decided', 'good'] as const)
    : (['not decided', 'neutral'] as const);
  return [{ label: `chance that ${name} is best`, value: chanceText(pBest), note, tone }];
}

/** Numbers nearer to each other than this share of their size are the same. */
const ROUNDING = 1e-9;

const DESIGNS: Readonly<Record<JudgedDesign['kind'], string>> = {
  drawn: 'drawn at random',
  picked: 'picked, not drawn',
  all: 'all of them',
  assumed: 'not recorded, taken as drawn at random',
};

function particulars(result: RankDocument): readonly Fact[] {
  const { judged, design, population, estimator, level, margin, judgedData } = result;
  const by = design.selectors.length === 0 ? '' : ` (selector ${design.selectors.join(', ')})`;
  const weighted = design.weighted ? ', weighted by inverse probability' : '';
  const units = judged.unit === 'document' ? ` in ${counted(judged.units, 'document')}` : '';
  return [
    targetFact(result.target),
    { name: 'Judged', value: `${counted(judged.items, 'item')}${units}` },
    { name: 'Chosen', value: `${DESIGNS[design.kind]}${by}${weighted}` },
    { name: 'Population', value: population === 'all' ? 'all items here' : 'texts like these' },
    { name: 'Estimates', value: madeOf(result) },
    { name: 'Estimator', value: estimator },
    { name: 'Level', value: levelText(level) },
    ...(margin === undefined ? [] : [{ name: 'Margin', value: String(margin) }]),
    ...(judgedData === undefined ? [] : [{ name: 'Judged items', value: judgedData.name }]),
  ];
}

/** What estimates and best guesses are made of: from 0 metrics nothing is learnt, and nothing is said of what was not done. */
function madeOf({ metrics, systems, design }: RankDocument): string {
  const apart = (one: number, other: number) => Math.abs(one - other) > ROUNDING * Math.abs(other);
  const used = metrics.names.length > 0 && systems.some(({ estimate, mean }) => apart(estimate, mean));
  const guessed = systems.some(({ estimate, shrunk }) => apart(shrunk, estimate));
  const from = used ? `judgements and ${counted(metrics.names.length, 'metric')}` : 'judgements alone';
  const model = design.kind === 'picked' ? ', by the model' : '';
  return `from ${from}${model}${guessed ? '; the best guess is drawn towards what metrics and other systems say' : ''}`;
}
