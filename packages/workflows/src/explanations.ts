import { describeExplanation, describeQuality, formatSpending } from '@goldpan/budget';
import type { FoundSelection } from './found-selection.js';

/** Why each chosen item was chosen, with running totals, and the first items that were left out. */
export function explanations({ dataset, selection, choice, costs, constraints }: FoundSelection): string {
  const unit = costs?.unit ?? 'items';
  if (!choice) {
    const utility = selection.utilities ? 'by utility' : 'by the selector’s own order';
    const say =
      constraints === undefined ? 'no constraint had a say' : 'the selector kept the bounds on groups';
    return `Chosen ${utility}; ${say}.\n`;
  }
  const inside = choice.items.map(
    ({ item, id, runningTotal }) =>
      `  ${id}: ${describeExplanation(choice.explain(item), unit)}; ${formatSpending({ total: runningTotal, unit })} so far\n`,
  );
  const chosen = new Set(choice.chosen);
  const outside = Array.from(selection.ranking)
    .filter((item) => !chosen.has(item))
    .slice(0, 10)
    .map((item) => `  ${dataset.ids[item]}: ${describeExplanation(choice.explain(item), unit)}\n`);
  return `Why (${describeQuality(choice)}):\n${inside.join('')}Left out, best first:\n${outside.join('')}`;
}
