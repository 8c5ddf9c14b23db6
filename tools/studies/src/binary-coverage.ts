// How often do 95 % intervals of 0/1 scores hold at few judgements, beside those of the central limit theorem?
// node --conditions=@goldpan/source --import tsx tools/studies/src/binary-coverage.ts [--draws 1000]
import { parseArgs } from 'node:util';
import { stream, type Rng } from '@goldpan/core';
import { betaInterval, clusteredInterval, pairedPosterior, wilsonInterval } from '@goldpan/estimation';
import { normalQuantile } from '@goldpan/stats';

const { values: flags } = parseArgs({ options: { draws: { type: 'string', default: '1000' } } });
const draws = Number(flags.draws);
const SIZES = [10, 20, 50, 100];
const Z = normalQuantile(0.975);

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Mean ± 1.96 standard errors of independent values. */
function byTheLimitTheorem(values: readonly number[]): Range {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const reach = Z * Math.sqrt(variance / n);
  return { low: mean - reach, high: mean + reach };
}

const ones = (count: number, of: number) => Array.from({ length: of }, (_, i) => (i < count ? 1 : 0));
const trials = (rng: Rng, count: number, share: number) =>
  Array.from({ length: count }).reduce<number>((sum) => sum + (rng.next() < share ? 1 : 0), 0);

/** A drawn truth, and the intervals that the ways give for data drawn from it. */
interface Case {
  readonly truth: number;
  readonly ranges: readonly Range[];
}

function oneSystem(rng: Rng, n: number): Case {
  const truth = rng.next();
  const successes = trials(rng, n, truth);
  const ranges = [
    byTheLimitTheorem(ones(successes, n)),
    betaInterval(successes, n),
    wilsonInterval(successes, n),
  ];
  return { truth, ranges };
}

/** Both systems' shares follow from four probabilities, drawn from the flat Dirichlet distribution. */
function pairedSystems(rng: Rng, n: number): Case {
  const [p, q, r, s] = Array.from({ length: 4 }, () => -Math.log(1 - rng.next()));
  const sum = p + q + r + s;
  const counts = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
  for (let question = 0; question < n; question++) {
    const at = rng.next() * sum;
    counts[at < p ? 'onlyA' : at < p + q ? 'onlyB' : at < p + q + r ? 'both' : 'neither']++;
  }
  const differences = [
    ...new Array<number>(counts.onlyA).fill(1),
    ...new Array<number>(counts.onlyB).fill(-1),
    ...new Array<number>(counts.both + counts.neither).fill(0),
  ];
  const posterior = pairedPosterior(counts, { seed: rng.integer(2 ** 31), draws: 2000 });
  return { truth: (p - q) / sum, ranges: [byTheLimitTheorem(differences), posterior] };
}

/** Questions per text. */
const CLUSTER = 5;

/**
 * Questions come in texts: the share of one system is drawn evenly, the concentration from the exponential distribution with mean 1, and
 * in each text the next answer is right as often as Pólya's urn says (beta-binomial counts).
 */
function clusteredQuestions(rng: Rng, n: number): Case {
  const truth = rng.next();
  const concentration = -Math.log(1 - rng.next());
  const clusters = Array.from({ length: n / CLUSTER }, () => {
    let successes = 0;
    for (let question = 0; question < CLUSTER; question++) {
      const share = (concentration * truth + successes) / (concentration + question);
      if (rng.next() < share) successes++;
    }
    return { successes, trials: CLUSTER };
  });
  const successes = clusters.reduce((sum, cluster) => sum + cluster.successes, 0);
  const ranges = [
    byTheLimitTheorem(ones(successes, n)),
    byTheLimitTheorem(clusters.map((cluster) => cluster.successes / CLUSTER)),
    betaInterval(successes, n),
    clusteredInterval(clusters),
  ];
  return { truth, ranges };
}

function study(name: string, ways: readonly string[], draw: (rng: Rng, n: number) => Case): void {
  const held = ways.map(() => SIZES.map(() => 0));
  SIZES.forEach((n, size) => {
    for (let run = 0; run < draws; run++) {
      const { truth, ranges } = draw(stream(run, `study/binary/${name}`, n), n);
      ranges.forEach(({ low, high }, way) => {
        if (low <= truth && truth <= high) held[way][size]++;
      });
    }
  });
  ways.forEach((way, at) => {
    const cells = held[at].map((count) => `${((100 * count) / draws).toFixed(1)} %`);
    console.log(`| ${[name, way, ...cells].join(' | ')} |`);
  });
}

console.log(`| what | interval | ${SIZES.map((n) => `n = ${n}`).join(' | ')} |`);
study('one system', ['limit theorem', '`betaInterval`', '`wilsonInterval`'], oneSystem);
study('two on the same questions', ['limit theorem', '`pairedPosterior`'], pairedSystems);
study(
  'questions in texts of five',
  ['limit theorem', 'limit theorem, over texts', '`betaInterval`', '`clusteredInterval`'],
  clusteredQuestions,
);
