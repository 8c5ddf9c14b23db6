import type { SelectDocument } from '@goldpan/core';
import {
  formatAmount,
  formatCost,
  formatCount,
  formatHours,
  formatUtility,
  formatShare,
} from '../format/numbers.js';
import type { Chart } from './chart.js';
import { counted, factsOf, frameOf, selectorFacts } from './facts.js';
import type { KeyNumber, View } from './view.js';

/** The items to judge. */
export function selectView(result: SelectDocument): View {
  const { chosen, cost, data, metric } = result;
  return {
    ...frameOf(result),
    title: 'Which items to judge?',
    answer: [answerOf(result), result.reason, savedText(result)].filter(Boolean).join(' '),
    tone: chosen.length === 0 ? 'bad' : 'good',
    numbers: numbersOf(result),
    blocks: [
      ...utilityChart(result),
      {
        kind: 'items',
        name: 'items',
        title: `The ${counted(chosen.length, 'chosen item')}`,
        unit: cost.unit,
        items: chosen,
        ...(metric !== undefined && { metric }),
      },
    ],
    facts: factsOf(result, [
      ...selectorFacts(result),
      { name: 'Budget', value: budgetOf(cost) },
      ...(metric === undefined ? [] : [{ name: 'Scores shown', value: metric }]),
      { name: 'Chosen', value: `${counted(chosen.length, 'item')} of ${formatCount(data.items)}` },
    ]),
  };
}

function answerOf({ chosen, cost, data, selector, reason }: SelectDocument): string {
  const many = `${chosen.length === 1 ? 'this one' : `these ${formatCount(chosen.length)}`} of the ${counted(data.items, 'item')}`;
  const [order, them] = chosen.length === 1 ? ['', 'it'] : [', in this order', 'them'];
  if (chosen.length === 0)
    return `${selector} chose none of the ${counted(data.items, 'item')}: the budget buys nothing.`;
  if (chosen.length === data.items)
    return `Judge the ${counted(data.items, 'item')} in this order, as far as you get. ${selector} ranked them.`;
  // Where a reason is given it says who chose.
  const who = `${selector} chose ${them}`;
  if (cost.unit === 'items') return `Judge ${many}${order}.${reason === undefined ? ` ${who}.` : ''}`;
  const budget = cost.budget === null ? '' : ` of a budget of ${formatAmount(cost.budget)}`;
  return `Judge ${many}${order}. ${chosen.length === 1 ? 'It costs' : 'They cost'} ${countedJudgements(chosen.length, cost)}${formatCost(cost.total, cost.unit)}${budget}${reason === undefined ? `; ${who}` : ''}.`;
}

/** What judging identical outputs of an item once saves. */
function savedText({ outputs }: SelectDocument): string | undefined {
  if (outputs === undefined || outputs.distinct === outputs.cells) return undefined;
  const saved = formatShare(1 - outputs.distinct / outputs.cells);
  return `Of their outputs identical ones are judged once: ${counted(outputs.cells, 'cell')}, ${formatCount(outputs.distinct)} distinct: ${saved} saved.`;
}

function budgetOf({ budget, budgetItems, unit }: SelectDocument['cost']): string {
  const limits = [
    ...(budgetItems === undefined ? [] : [counted(budgetItems, 'item')]),
    ...(budget === null ? [] : [formatCost(budget, unit)]),
  ];
  return limits.length === 0 ? 'no limit' : limits.join(' and ');
}

/** What is paid for: `259 items × 15 outputs = `. */
function countedJudgements(items: number, { judgements = 1 }: SelectDocument['cost']): string {
  return judgements === 1 ? '' : `${counted(items, 'item')} × ${counted(judgements, 'output')} = `;
}

function numbersOf({ chosen, cost, data, bound }: SelectDocument): readonly KeyNumber[] {
  const share = data.items === 0 ? null : chosen.length / data.items;
  const ofAll = cost.all === undefined ? [] : [`${formatShare(cost.total / cost.all)} of all`];
  const ofBudget = cost.budget === null ? [] : [`budget ${formatAmount(cost.budget)}`];
  return [
    {
      label: 'items chosen',
      value: formatCount(chosen.length),
      note: `${formatShare(share)} of ${formatCount(data.items)}`,
    },
    ...(cost.unit === 'items'
      ? []
      : [
          {
            label: `${cost.unit} to judge them`,
            value: formatAmount(cost.total),
            note: [...formatHours(cost.total, cost.unit), ...ofAll, ...ofBudget].join('; '),
          },
        ]),
    ...(bound === undefined
      ? []
      : [
          {
            label: 'total utility',
            value: formatUtility(bound.utility),
            note:
              bound.gap === 0
                ? 'proven the highest possible'
                : `at most ${formatShare(bound.gap)} below the highest possible`,
          },
        ]),
  ];
}

/** Utility by rank, where utilities differ. */
function utilityChart({ chosen, selector }: SelectDocument): readonly Chart[] {
  const points = chosen.flatMap(({ rank, utility }) => (utility === null ? [] : [{ x: rank, y: utility }]));
  if (points.every(({ y }) => y === points[0].y)) return [];
  return [
    {
      kind: 'lines',
      name: 'utility',
      title: 'Utility of the chosen items',
      note: 'Higher = a judgement of the item tells more, as the selector sees it.',
      xLabel: 'rank',
      yLabel: 'utility',
      lines: [{ name: selector, role: 'main', points }],
    },
  ];
}
