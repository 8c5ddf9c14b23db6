import { shortUnit } from './cost-units.js';

/** What was spent of what: `"41.8 of 42 min"`, `"20 items"` where there is no budget in this unit. */
export function formatSpending(spending: { total: number; budget?: number; unit: string }): string {
  const { total, budget, unit } = spending;
  const most = budget === undefined ? '' : ` of ${formatAmount(budget)}`;
  return `${formatAmount(total)}${most} ${shortUnit(unit)}`;
}

/** A cost for reading: four significant digits, but never fewer than the whole number has. */
export function formatAmount(amount: number): string {
  const whole = Math.abs(amount) >= 1000;
  return String(whole ? Math.round(amount) : Number(amount.toPrecision(4)));
}
