import type { Problem, Row } from '../src/problem.js';
import { sumOf } from './small-programs.js';

/** How far a sum is from a row being met, in multiples of its mean coefficient. */
function excess({ lower, upper, coefficients }: Row, sum: number): number {
  const mean = coefficients.reduce((total, value) => total + Math.abs(value), 0) / coefficients.length;
  return Math.max(0, sum - upper, lower - sum) / mean;
}

const MET = 1e-9;

/**
 * The greedy selection as it is described, everything summed anew at every step: take what has a reduced value; drop from the least worthy up
 * and add from the worthiest down while that brings rows closer; where that does not do, exchange the pair that helps most; then fill and
 * exchange for value. At most 50 rounds of exchanges, among the 300 units in and out that are nearest to the margin.
 */
export function slowGreedy(problem: Problem, reduced: Float64Array): number[] | undefined {
  const { values, rows } = problem;
  const order = [...values.keys()].sort((a, b) => reduced[b] - reduced[a] || a - b);
  const chosen = Array.from(reduced, (left) => Number(left > 0));
  const violation = () => rows.reduce((total, row) => total + excess(row, sumOf(row, chosen)), 0);
  const flip = (unit: number) => (chosen[unit] = 1 - chosen[unit]);
  const change = (unit: number) => {
    const before = violation();
    flip(unit);
    const after = violation();
    flip(unit);
    return after - before;
  };
  const repair = () => {
    for (let isChanged = true; isChanged && violation() > MET;) {
      isChanged = false;
      for (const unit of [...order.toReversed().map((u) => [u, 1]), ...order.map((u) => [u, 0])]) {
        if (chosen[unit[0]] !== unit[1] || change(unit[0]) > -MET) continue;
        flip(unit[0]);
        isChanged = true;
      }
    }
  };
  const near = () => ({
    inside: order
      .toReversed()
      .filter((unit) => chosen[unit])
      .slice(0, 300),
    outside: order.filter((unit) => !chosen[unit]).slice(0, 300),
  });
  const exchangeToRepair = () => {
    const { inside, outside } = near();
    let best = { gain: MET, pair: [] as number[] };
    for (const out of inside) {
      for (const into of outside) {
        const before = violation();
        [out, into].forEach(flip);
        const gain = before - violation();
        [out, into].forEach(flip);
        if (gain > best.gain + 1e-12) best = { gain, pair: [out, into] };
      }
    }
    best.pair.forEach(flip);
    return best.pair.length > 0;
  };
  const fill = () => {
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      for (const unit of order) {
        if (chosen[unit] || values[unit] <= 0 || change(unit) > MET) continue;
        flip(unit);
        isChanged = true;
      }
    }
  };
  const exchangeForValue = () => {
    const { inside, outside } = near();
    outside.sort((a, b) => values[b] - values[a] || a - b);
    let isChanged = false;
    for (const out of inside) {
      const into = outside.find((unit) => {
        if (chosen[unit] || values[unit] <= values[out]) return false;
        [out, unit].forEach(flip);
        const isFine = violation() <= MET;
        [out, unit].forEach(flip);
        return isFine;
      });
      if (into === undefined) continue;
      [out, into].forEach(flip);
      isChanged = true;
    }
    return isChanged;
  };
  repair();
  for (let round = 0; violation() > MET; round++) {
    if (round === 100 || !exchangeToRepair()) return undefined;
    repair();
  }
  fill();
  for (let round = 0; round < 50 && exchangeForValue(); round++) fill();
  return chosen;
}
