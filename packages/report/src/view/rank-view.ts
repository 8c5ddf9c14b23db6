import type { JudgedDesign, RankDocument, SystemRanking } from '@goldpan/core';
import { formatAlone, formatCount, formatShare } from '../format/numbers.js';
import { counted, factsOf, frameOf, levelText } from './facts.js';
import { criteriaPoints } from './criteria-points.js';
import { rankCharts } from './rank-charts.js';
import { rankPoints } from './rank-points.js';
import { carryingList, criteriaTable, domainTable, lookAgainTable } from './rank-tables.js';
import { chanceText, rankTable, separationTable } from './rank-table.js';
import { targetFact } from './target-fact.js';
import type { Block, Fact, KeyNumber, View } from './view.js';

/** Who is best, how sure, what carries it, how many more. */
export function rankView(result: RankDocument): View {
  const { verdict, others = [], criterion } = result;
  return {
    ...frameOf(result),
    title: 'Who is best?',
    answer: others.length === 0 ? verdict.text : `By ${criterion}: ${verdict.text}`,
    tone: verdict.decided ? 'good' : 'neutral',
    numbers: numbersOf(result),
    blocks: [
      ...criteriaTable(result),
      ...criteriaPoints(result),
      ...blocksOf(result, result),
      ...others.flatMap((ranking) => [{ ...rankTable(ranking, result), folded: 'on-pages' as const }]),
    ],
    facts: factsOf(result, particulars(result)),
  };
}

function blocksOf(ranking: SystemRanking, result: RankDocument): readonly Block[] {
  return [
    ...rankCharts(ranking, result),
    rankTable(ranking, result),
    rankPoints(ranking, result),
    ...separationTable(ranking, result),
    ...domainTable(ranking),
    ...carryingList(ranking),
    ...lookAgainTable(ranking),
  ];
}

function numbersOf(result: RankDocument): readonly KeyNumber[] {
  const { systems, verdict, judged, metrics, data, more } = result;
  const best = systems.find(({ name }) => name === verdict.best)!;
  const open = more.find(({ items }) => items !== 0);
  const worth = {
    label: 'plain judgements they are worth',
    value: formatCount(metrics.effectiveItems),
    note:
      metrics.weight > 0
        ? `metrics at ${formatShare(metrics.weight)} of full weight`
        : 'the metrics add nothing',
  };
  return [
    {
      label: `probability that ${best.name} is best`,
      value: chanceText(best.pBest),
      note: verdict.decided ? 'decided' : 'not decided',
      tone: verdict.decided ? 'good' : 'neutral',
    },
    {
      label: 'items judged',
      value: formatCount(judged.items),
      note: `${formatShare(judged.items / data.items)} of ${formatCount(data.items)}`,
    },
    ...(judged.items < data.items ? [worth] : []),
    ...(open === undefined
      ? []
      : [
          {
            label: `more items to tell ${open.a} from ${open.b}`,
            value: open.items === null ? 'none tells' : formatCount(open.items),
            note: `equal within ${formatAlone(open.tieMargin)}`,
          },
        ]),
  ];
}

const DESIGNS: Readonly<Record<JudgedDesign['kind'], string>> = {
  drawn: 'drawn by chance',
  picked: 'picked, not drawn: estimates rest on the metrics',
  all: 'all of them',
  assumed: 'not recorded, taken as drawn by chance',
};

function particulars(result: RankDocument): readonly Fact[] {
  const { judged, design, population, estimator, metrics, level, margin, judgedData } = result;
  const by = design.selectors.length === 0 ? '' : ` by ${design.selectors.join(', ')}`;
  const weighted = design.weighted ? ', weighted by inverse probability' : '';
  const units = judged.unit === 'document' ? ` in ${counted(judged.units, 'document')}` : '';
  return [
    targetFact(result.target),
    { name: 'Judged', value: `${counted(judged.items, 'item')}${units}` },
    { name: 'Chosen', value: `${DESIGNS[design.kind]}${by}${weighted}` },
    { name: 'Population', value: population === 'all' ? 'all items here' : 'texts like these' },
    { name: 'Estimate', value: `${estimator} with ${counted(metrics.names.length, 'metric')}` },
    { name: 'Level', value: levelText(level) },
    ...(margin === undefined ? [] : [{ name: 'Margin', value: String(margin) }]),
    ...(judgedData === undefined ? [] : [{ name: 'Judged items', value: judgedData.name }]),
  ];
}
