/** Cells that are looked at, evenly spaced: enough for a sign. */
const MOST_CELLS = 16_384;

/**
 * A sign for each metric, so that metrics point the same way: the signs of the first principal component of their correlations.
 * Their mean is then the same, but for its own sign, whether or not some of them were turned round. O(cells·K²), cells ≤ 16,384.
 *
 * @param standardise - the standardised score of a metric in a cell
 * @param metrics - K
 * @returns shape (metrics), each 1 or −1
 */
export function orientMetrics(
  standardise: (metric: number, cell: number) => number,
  metrics: number,
  cells: number,
): Float64Array {
  const correlations = sampleCorrelations(standardise, metrics, cells);
  let component = strongestColumn(correlations, metrics);
  // The direction need not converge: once the large eigenvalues lead, its signs stand.
  for (let step = 0; step < 100; step++) {
    const next = multiply(correlations, component);
    const length = Math.hypot(...next);
    component = next.map((value) => value / length);
  }
  return component.map((value) => (value < 0 ? -1 : 1));
}

function sampleCorrelations(
  standardise: (metric: number, cell: number) => number,
  metrics: number,
  cells: number,
): Float64Array {
  const step = Math.max(1, Math.ceil(cells / MOST_CELLS));
  const products = new Float64Array(metrics * metrics);
  const row = new Float64Array(metrics);
  for (let cell = 0; cell < cells; cell += step) {
    for (let k = 0; k < metrics; k++) row[k] = standardise(k, cell);
    for (let k = 0; k < metrics; k++)
      for (let l = 0; l < metrics; l++) products[k * metrics + l] += row[k] * row[l];
  }
  return products;
}

/** The longest column: a start that turns with the metrics and is not orthogonal to what is sought. */
function strongestColumn(correlations: Float64Array, metrics: number): Float64Array {
  const columns = Array.from({ length: metrics }, (_, k) =>
    correlations.slice(k * metrics, (k + 1) * metrics),
  );
  return columns.reduce((best, column) => (Math.hypot(...column) > Math.hypot(...best) ? column : best));
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const order = vector.length;
  return vector.map((_, row) => {
    let sum = 0;
    for (let k = 0; k < order; k++) sum += matrix[row * order + k] * vector[k];
    return sum;
  });
}
