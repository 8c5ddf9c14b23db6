import type { RankDocument, SystemRanking } from '@goldpan/core';
import { formatCount, measureFormat } from '../format/numbers.js';
import { counted } from './facts.js';
import type { ItemList } from './item-list.js';
import { chanceText } from './rank-table.js';
import { numberCell, textCell, type Table } from './table.js';

/** Who is best by each criterion, where there are several. */
export function criteriaTable(result: RankDocument): readonly Table[] {
  if (result.others === undefined) return [];
  return [
    {
      kind: 'table',
      name: 'criteria',
      title: 'By criterion',
      columns: [
        { title: 'criterion' },
        { title: 'best' },
        { title: 'probability', align: 'right' },
        { title: 'decided' },
        { title: 'can be best', align: 'right', minor: 'later' },
        { title: 'judged', align: 'right', minor: true },
      ],
      rows: [result, ...result.others].map(({ criterion, verdict, systems, judged }: SystemRanking) => [
        textCell(criterion),
        textCell(verdict.best),
        numberCell(systems.find(({ name }) => name === verdict.best)!.pBest, chanceText),
        textCell(verdict.decided ? 'yes' : 'no', verdict.decided ? 'good' : 'neutral'),
        numberCell(systems.filter(({ rank }) => rank.low === 1).length, formatCount),
        numberCell(judged.items, formatCount),
      ]),
    },
  ];
}

/** The items that carry the order of the first two systems, with their outputs. */
export function carryingList({ carrying, order, criterion }: SystemRanking): readonly ItemList[] {
  if (order === undefined || carrying.length === 0) return [];
  return [
    {
      kind: 'items',
      name: 'carrying',
      onPagesOnly: true,
      title: `What carries the order of ${order.a} and ${order.b}: ${counted(carrying.length, 'item')}`,
      note: `Effect: their difference with the item less that without it. Above 0 the item speaks for ${order.a}. Choose an item to read its source and outputs.`,
      metric: criterion,
      utilityTitle: 'effect',
      unit: 'items',
      items: carrying.map(({ id, effect, source, document, domain, outputs }, at) => ({
        id,
        rank: at + 1,
        utility: effect,
        cost: 1,
        source,
        document,
        domain,
        outputs,
      })),
    },
  ];
}

/** Judgements far from what was predicted for them. */
export function lookAgainTable({ suspicious }: SystemRanking): readonly Table[] {
  if (suspicious.length === 0) return [];
  const amount = measureFormat(suspicious.flatMap(({ judgement, predicted }) => [judgement, predicted]));
  return [
    {
      kind: 'table',
      name: 'look-again',
      title: 'Judgements to look at again first',
      note: 'Outside the interval that was predicted for them. Of sound judgements too a few are: one in twenty at 95%.',
      folded: true,
      columns: [
        { title: 'item' },
        { title: 'system' },
        { title: 'judgement', align: 'right' },
        { title: 'predicted', align: 'right' },
      ],
      rows: suspicious.map(({ id, system, judgement, predicted }) => [
        textCell(id),
        textCell(system),
        numberCell(judgement, amount),
        numberCell(predicted, amount),
      ]),
    },
  ];
}
