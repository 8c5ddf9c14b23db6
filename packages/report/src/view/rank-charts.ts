import type { RankDocument, SystemRanking } from '@goldpan/core';
import type { Chart, IntervalChart, LineChart, MatrixChart } from './chart.js';
import { intervalName } from './facts.js';
import { amountFormat, rankSetText } from './rank-table.js';

/** Systems of which charts with a row each are shown without unfolding. */
const MANY = 30;

/** Estimates with intervals, the ranks that systems can have, and what more items are worth. */
export function rankCharts(ranking: SystemRanking, result: RankDocument): readonly Chart[] {
  const several = ranking.systems.length > 1;
  return [
    estimateChart(ranking, result),
    ...(several ? [rankChart(ranking), pairChart(ranking)] : []),
    ...(ranking.outlook.length > 1 ? [outlookChart(ranking)] : []),
  ];
}

function estimateChart(ranking: SystemRanking, result: RankDocument): IntervalChart {
  const { systems, criterion } = ranking;
  const amount = amountFormat(ranking);
  const picked = result.design.kind === 'picked';
  return {
    kind: 'intervals',
    name: 'estimates',
    title: picked ? 'Means by the model' : 'Estimated means',
    folded: systems.length > MANY,
    note: picked
      ? 'Items were picked: for the order alone, without intervals.'
      : `Each with its ${intervalName(result)}; full dots can be first. That two of them overlap does not mean that the systems are equal: see every pair below.`,
    xLabel: criterion,
    rows: systems.map(({ name, estimate, low, high, rank }) => ({
      name,
      value: estimate,
      low,
      high,
      tone: rank.low === 1 ? ('good' as const) : ('neutral' as const),
      text: amount(estimate),
    })),
  };
}

function rankChart({ systems }: SystemRanking): IntervalChart {
  return {
    kind: 'intervals',
    name: 'rank-sets',
    title: 'Ranks they can have',
    note: 'The dot is the rank by best guess, the line the ranks that cannot be ruled out, of all systems at once. Full dots can be first.',
    xLabel: 'rank, 1 = best',
    folded: systems.length > MANY,
    whole: true,
    rows: systems.map(({ name, rank }) => ({
      name,
      value: rank.best,
      low: rank.low,
      high: rank.high,
      tone: rank.low === 1 ? ('good' as const) : ('neutral' as const),
      text: rankSetText(rank),
    })),
  };
}

function pairChart({ systems, pairs }: SystemRanking): MatrixChart {
  const place = new Map(systems.map(({ name }, at) => [name, at]));
  return {
    kind: 'matrix',
    name: 'pairs',
    title: 'Every pair: the chance that the row is better than the column',
    note: 'In percent, by best guess; columns are numbered as rows are. Framed (or of many systems all that is not pale): told apart, all pairs at once.',
    xLabel: 'column',
    names: systems.map(({ name }) => name),
    cells: pairs.flatMap(({ a, b, pBetter, simultaneous: { low, high } }) => {
      const [row, column, sure] = [place.get(a)!, place.get(b)!, low > 0 || high < 0];
      return [
        { row, column, share: pBetter, sure },
        { row: column, column: row, share: 1 - pBetter, sure },
      ];
    }),
  };
}

function outlookChart({ outlook }: SystemRanking): LineChart {
  const points = outlook.map(({ items, pWrong }) => ({ x: items, y: pWrong }));
  return {
    kind: 'lines',
    name: 'how-many-more',
    onPagesOnly: true,
    title: 'How many more items: the chance that the leader is not the best',
    note: 'If so many items were judged, those of today among them, and who leads then were chosen. It is as uncertain as the estimates of today.',
    xLabel: 'items judged',
    yLabel: 'P(wrong)',
    lines: [{ name: 'P(wrong)', role: 'main', points }],
    goal: { y: 0.05, label: '5%' },
  };
}
