// Does item response theory find what is there? Scores are drawn from models whose abilities and items are known, and
// fitted: how near are the estimates, and how often are they within two of their standard errors?
// Run: node --conditions=@goldpan/source --import tsx tools/studies/src/irt-recovery.ts [--scale 1] > docs/irt-recovery.md
// Ends with exit code 1 where a stated bound is missed.
import { parseArgs } from 'node:util';
import { datasetFromColumns, stream, type Rng } from '@goldpan/core';
import {
  fitIrt,
  simulateScores,
  type IrtItem,
  type IrtModel,
  type IrtModelName,
} from '@goldpan/selector-irt';
import { pearson, quantile, spearman } from '@goldpan/stats';
import { settings, type Setting } from './irt-recovery-settings.js';
import { normal } from './normal.js';

const { values: flags } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });

/** An item with known parameters, in units of the abilities as they were drawn. */
function drawItem(model: IrtModelName, id: string, rng: Rng): IrtItem {
  const share = () => 1 / (1 + Math.exp(3 - normal(rng)));
  const discrimination = model === '1pl' ? 1 : Math.exp(0.4 * normal(rng));
  const difficulty = normal(rng);
  const guessing = /^(3pl|4pl|continuous-4pl)$/.test(model) ? share() : undefined;
  const feasibility = /4pl$/.test(model) ? 1 - (1 - (guessing ?? 0)) * share() : undefined;
  const steps = [-1.5, -0.5, 0.5, 1.5].map((step) => difficulty + step + 0.2 * normal(rng));
  const thresholds = model === 'graded' ? steps.sort((a, b) => a - b) : undefined;
  const mean = thresholds && thresholds.reduce((sum, threshold) => sum + threshold, 0) / thresholds.length;
  return {
    id,
    discrimination,
    difficulty: mean ?? difficulty,
    guessing,
    feasibility,
    thresholds,
    standardErrors: { discrimination: 0, difficulty: 0 },
  };
}

/** A model with known parameters, its abilities standardised as those of a fit are. */
function truth({ model, noise, size: [items, systems] }: Setting, rng: Rng): IrtModel {
  const drawn = Array.from({ length: systems }, () => normal(rng));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / systems;
  const spread = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / systems);
  const standard = (value: number) => (value - mean) / spread;
  return {
    format: 'goldpan-irt-1',
    model,
    ...(noise && { noise: { form: noise, deviation: noise === 'scaled' ? 0.3 * spread : 0.1 } }),
    metric: 'm',
    coding: model === 'graded' ? { kind: 'levels', levels: [0, 1, 2, 3, 4] } : { kind: 'as-is' },
    abilities: drawn.map((value, s) => ({ system: `s${s}`, ability: standard(value), standardError: 0 })),
    items: Array.from({ length: items }, (_, index) => {
      const item = drawItem(model, String(index), rng);
      return {
        ...item,
        discrimination: item.discrimination * spread,
        difficulty: standard(item.difficulty),
        thresholds: item.thresholds?.map(standard),
      };
    }),
    fit: {
      integrated: 'items',
      converged: true,
      passes: 0,
      change: 0,
      logLikelihood: 0,
      rmse: 0,
      scores: 0,
      missing: 0,
    },
    notes: [],
  };
}

/** Scores drawn from a model, cut at 0 and 1 where they are continuous, and a fit of them. */
function refit(known: IrtModel, rng: Rng, integrate: Setting['integrate']): IrtModel {
  const scores = simulateScores(known, rng);
  const dataset = datasetFromColumns({
    ids: known.items.map(({ id }) => id),
    systems: known.abilities.map(({ system }) => system),
    metrics: ['m'],
    scores: [known.noise ? scores.map((score) => Math.min(1, Math.max(0, score))) : scores],
  });
  return fitIrt(dataset, { metric: 'm', model: known.model, noise: known.noise?.form, integrate });
}

/** What is known, estimated, and its standard error. */
type Compared = readonly [truth: number, estimate: number, error: number];

function compare(known: IrtModel, fitted: IrtModel): readonly Compared[][] {
  return [
    known.abilities.map(({ ability }, s) => [
      ability,
      fitted.abilities[s].ability,
      fitted.abilities[s].standardError,
    ]),
    ...(['difficulty', 'discrimination'] as const).map((name) =>
      known.items.map((item, i): Compared => {
        const guess = fitted.items[i];
        return [item[name], guess[name], guess.standardErrors[name]];
      }),
    ),
  ];
}

const coverage = (compared: readonly Compared[]) =>
  compared.filter(([real, guess, error]) => Math.abs(real - guess) <= 2 * error).length / compared.length;
const column = (compared: readonly Compared[], which: 0 | 1) => compared.map((triple) => triple[which]);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

/** One row of the table, and which bounds it misses. */
function study(at: Setting): { row: string; missed: string[] } {
  const [items, systems] = at.size;
  const sets = Array.from({ length: Math.max(1, Math.round(at.sets * Number(flags.scale))) }, (_, set) => {
    const rng = stream(set, `irt-recovery/${at.model}/${items}x${systems}`);
    const known = truth(at, rng);
    const fitted = refit(known, rng, at.integrate);
    return { compared: compare(known, fitted), converged: fitted.fit.converged };
  });
  const one = at.model === '1pl';
  const correlations = [pearson, spearman, spearman].map((correlation, k) =>
    k === 2 && one
      ? NaN
      : mean(sets.map(({ compared }) => correlation(column(compared[k], 0), column(compared[k], 1)))),
  );
  const pooled = [0, 1, 2].map((k) => sets.flatMap(({ compared }) => compared[k]));
  const covered = pooled.map(coverage);
  // The discrimination of a Rasch model is one number a set: too few to count.
  if (one) covered[2] = NaN;
  const root = Math.sqrt(mean(pooled[0].map(([real, guess]) => (real - guess) ** 2)));
  const miss = quantile(
    pooled[1].map(([real, guess]) => Math.abs(real - guess)),
    0.5,
  );
  const bias = Math.exp(mean(pooled[2].map(([real, guess]) => Math.log(guess / real)))) - 1;
  const names = ['ability', 'difficulty', 'discrimination'];
  const missed = names.filter(
    (_, k) => correlations[k] < (at.bounds.agreement[k] ?? 0) || covered[k] < (at.bounds.coverage[k] ?? 0),
  );
  const bounded = (value: number, bound: number | undefined, show: (value: number) => string) =>
    Number.isNaN(value) ? '–' : show(value) + (bound ? ` (${show(bound).replace('.0 %', ' %')})` : '');
  const digits = (value: number) => value.toFixed(2);
  const agree = (k: 0 | 1 | 2) => bounded(correlations[k], at.bounds.agreement[k], digits);
  const cover = (k: 0 | 1 | 2) => bounded(covered[k], at.bounds.coverage[k], percent);
  const cells = [
    at.model +
      (at.noise === 'scaled' ? ', scaled noise' : at.integrate ? `, ${at.integrate} integrated out` : ''),
    `${items} × ${systems}`,
    String(sets.length),
    ...[agree(0), root.toFixed(3), cover(0)],
    ...[agree(1), digits(miss), cover(1)],
    ...[agree(2), percent(bias), cover(2)],
    String(sets.filter(({ converged }) => !converged).length),
  ];
  return {
    row: `| ${cells.join(' | ')} |`,
    missed: missed.map((name) => `${name} of ${at.model}, ${items} × ${systems}`),
  };
}

console.log(`# Item response theory: recovery of known parameters

Scores drawn from models with known parameters, fitted by \`fitIrt\` with its defaults. Made by
\`node --conditions=@goldpan/source --import tsx tools/studies/src/irt-recovery.ts > docs/irt-recovery.md\`.

Abilities are drawn from a standard normal and standardised; difficulties from a standard normal; discriminations from a
log-normal with σ = 0.4 (1 for 1PL); guessing and what lacks to feasibility from a logit-normal around 5 %, σ = 1. The noise of
continuous scores has σ = 0.1 (scaled: 0.3), and **scores are cut at 0 and 1**, as bounded scores are, which no model here
knows of. Difficulty and discrimination are drawn independently, while the fit assumes that intercept and log
discrimination are jointly normal: it is not told how the data were made.

In brackets the stated bounds: the least that each number must reach; the script fails where one does not. *r*: Pearson
correlation of abilities; *ρ*: mean rank correlation within a data set; *covered*: share of true values within ± 2 standard
errors, nominally 95.4 %.

| model | items × systems | sets | ability r | RMSE | covered | difficulty ρ | median miss | covered | discrimination ρ | bias | covered | not at rest |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |`);
const missed = settings.flatMap((at) => {
  const { row, missed } = study(at);
  console.log(row);
  return missed;
});
console.log(`
What to read from it:

- Abilities are found well everywhere. Their standard errors are honest for binary and graded scores. Continuous scores of
  some 500 items place a system to within 0.03; what the model does not know of (scores that are cut, a population of items
  of another shape, with 4PL also the bend that two asymptotes give the scale) is then no longer small beside the standard
  error, which covers 80 to 93 %.
- A dozen systems say little about the discrimination of a single item with binary scores (ρ ≈ 0.3), and more about its
  difficulty (ρ ≈ 0.8). The standard errors say so too. Continuous scores of the same systems say much more.
- Discriminations are biased by −3 to −7 % with few systems, because the estimate is the typical value of a skewed posterior;
  from 84 systems the bias of binary models is gone. Cutting scores at 0 and 1 costs the continuous models another 3 %.
- Few items and many systems (40 × 500) are fitted with the abilities integrated out. With the items integrated out instead,
  as is right in the other rows, discriminations would be too large and their errors too small.`);
if (missed.length > 0) {
  console.error(`Bounds missed: ${missed.join('; ')}`);
  process.exitCode = 1;
}
