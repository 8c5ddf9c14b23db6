/** Slow and obvious forms of what the package computes fast. */

export const allPairs = (n: number): [number, number][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: i }, (_, j): [number, number] => [j, i])).flat();

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const sign = (x: number, y: number) => Math.sign(x - y);

export function slowTauB(a: number[], b: number[]): number {
  const pairs = allPairs(a.length);
  const agreement = sum(pairs.map(([i, j]) => sign(a[i], a[j]) * sign(b[i], b[j])));
  const untied = (v: number[]) => pairs.filter(([i, j]) => v[i] !== v[j]).length;
  return agreement / Math.sqrt(untied(a) * untied(b));
}

export function slowTauC(a: number[], b: number[]): number {
  const agreement = sum(allPairs(a.length).map(([i, j]) => sign(a[i], a[j]) * sign(b[i], b[j])));
  const m = Math.min(new Set(a).size, new Set(b).size);
  return m < 2 ? NaN : (2 * agreement) / (a.length ** 2 * ((m - 1) / m));
}

export const slowRanks = (values: number[]): number[] =>
  values.map((v) => values.filter((w) => w < v).length + (values.filter((w) => w === v).length + 1) / 2);

/** P(T ≤ observed) over every sign pattern of the ranks of the differences that are not zero. */
export function slowSignedRank(differences: number[]): number {
  const kept = differences.filter((d) => d !== 0);
  const ranks = slowRanks(kept.map(Math.abs));
  const statistic = sum(ranks.filter((_, i) => kept[i] > 0));
  let atMost = 0;
  for (let pattern = 0; pattern < 2 ** kept.length; pattern++) {
    if (sum(ranks.filter((_, i) => (pattern >> i) & 1)) <= statistic) atMost++;
  }
  return atMost / 2 ** kept.length;
}
