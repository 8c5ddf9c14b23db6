/**
 * Σ over targets of what an affinity is above the best so far: what a row of affinities would add.
 *
 * @param values - affinities; the row begins at `start` and has as many as `best`
 */
export function gainAbove(best: Float64Array, values: Float32Array, start = 0): number {
  let gain = 0;
  for (let target = 0; target < best.length; target++) {
    const more = values[start + target] - best[target];
    // Twice the positive part, without a branch that the processor would guess wrong half the time.
    gain += more + Math.abs(more);
  }
  return gain / 2;
}

/** Raises the best so far to a row of affinities where these are higher. */
export function raise(best: Float64Array, values: Float32Array, start = 0): void {
  for (let target = 0; target < best.length; target++) {
    if (values[start + target] > best[target]) best[target] = values[start + target];
  }
}
