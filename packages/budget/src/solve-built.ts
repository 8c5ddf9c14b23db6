import { groupSizes, levelRows, levelsByBound } from './balance-levels.js';
import type { Balance, Built } from './build-problem.js';
import { fixUnits } from './kernels/fix-units.js';
import { isClosed, maximise, type Means } from './maximise.js';
import type { Outcome, Problem } from './problem.js';

/** What became of a built problem, and the problem itself: at a level of its balance, where it has one. */
export interface Solved {
  readonly problem: Problem;
  readonly outcome: Outcome;
}

/**
 * The best selection for a built problem. Where groups take turns, every group has at least t and at most t + 1 units for
 * some level t, or all it has: the levels are tried from the highest bound on until no other can be better.
 */
export async function solveBuilt(built: Built, means: Means): Promise<Solved> {
  const { problem, decided, balance } = built;
  if (balance !== undefined) return solveLevels(built, balance, means);
  return { problem, outcome: await maximiseOpen(problem, decided, means) };
}

/** Units times levels that a solver may be used for; further levels keep the bound they have without it. */
const MOST_SOLVED = 100_000;

async function solveLevels(built: Built, balance: Balance, means: Means): Promise<Solved> {
  const { problem, decided } = built;
  const isWorse = worseLevels(groupSizes(built, balance));
  let best: Solved & { level: number } = { problem, outcome: { state: 'infeasible' }, level: 0 };
  let bound = -Infinity;
  let left = MOST_SOLVED;
  for (const { level, bound: most } of levelsByBound(built, balance)) {
    const { outcome: known } = best;
    const isFound = known.state === 'found';
    if (isFound && isClosed({ ...known, bound: most }, means.gap)) {
      bound = Math.max(bound, most);
      break;
    }
    if (isFound && isWorse.known(level)) continue;
    const levelled = { ...problem, rows: [...problem.rows, ...levelRows(built, balance, level)] };
    const limits = {
      solver: left > 0 ? means.solver : undefined,
      cutoff: isFound ? known.objective : undefined,
    };
    const outcome = await maximiseOpen(levelled, decided, { ...means, ...limits });
    left -= decided.length;
    if (outcome.state === 'cut') isWorse.add({ level, than: best.level });
    if (outcome.state === 'found' || outcome.state === 'unknown')
      bound = Math.max(bound, Math.min(most, outcome.bound));
    if (isBetter(outcome, known)) best = { problem: levelled, outcome, level };
  }
  if (best.outcome.state !== 'found') return best;
  return { ...best, outcome: { ...best.outcome, bound: Math.max(bound, best.outcome.objective) } };
}

function isBetter(outcome: Outcome, best: Outcome): boolean {
  if (outcome.state === 'found') return best.state !== 'found' || outcome.objective > best.objective;
  return outcome.state === 'unknown' && best.state === 'infeasible';
}

/**
 * Remembers levels whose bound is below what another level reaches. The linear bound is a concave function of the level
 * as long as the same groups have run out, so every level further away in the same direction is worse too.
 */
function worseLevels(sizes: Int32Array) {
  const worse: { readonly level: number; readonly than: number }[] = [];
  const isOneStretch = (a: number, b: number) =>
    !sizes.some((size) => size > Math.min(a, b) && size < Math.max(a, b));
  return {
    add: (pair: { level: number; than: number }) => worse.push(pair),
    known: (level: number) =>
      worse.some(
        (pair) => (level - pair.level) * (pair.level - pair.than) > 0 && isOneStretch(level, pair.than),
      ),
  };
}

async function maximiseOpen(problem: Problem, decided: Int8Array, means: Means): Promise<Outcome> {
  const open = fixUnits(problem, decided);
  if (open === undefined) return { state: 'infeasible' };
  const cutoff = means.cutoff === undefined ? undefined : means.cutoff - open.base;
  const outcome = await maximise(open.problem, { ...means, cutoff });
  if (outcome.state === 'infeasible') return outcome;
  if (outcome.state !== 'found') return { ...outcome, bound: outcome.bound + open.base };
  const chosen = Uint8Array.from(decided, (decision) => Number(decision === 1));
  open.free.forEach((unit, at) => (chosen[unit] = outcome.chosen[at]));
  const isEmpty = !chosen.includes(1);
  if (isEmpty && problem.values.some((value) => value > 0)) return { state: 'infeasible' };
  return { ...outcome, chosen, objective: outcome.objective + open.base, bound: outcome.bound + open.base };
}
