/** Kendall's tau-a: a tie counts as neither right nor wrong, so that an estimate that orders nothing scores 0. O(S²). */
export function kendallTauA(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++, pairs++) sum += Math.sign(a[i] - a[j]) * Math.sign(b[i] - b[j]);
  return sum / pairs;
}
