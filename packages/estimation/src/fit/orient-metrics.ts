/** Cells that are looked at, of items evenly spaced by name: enough for a sign. */
const MOST_CELLS = 16_384;

interface Table {
  readonly items: number;
  readonly systems: number;
  readonly places: Uint32Array | undefined;
}

/**
 * A sign for each metric, so that metrics point the same way: the signs of the first principal component of their correlations.
 * Their mean is then the same, but for its own sign, whether or not some of them were turned round. O(cells·K²), of the cells of whole items
 * that are 16,384 or few more.
 *
 * @param standardise - the standardised score of a metric in a cell
 * @param metrics - K
 * @param table - items and systems of the cells, and the place of each item among their names
 * @returns shape (metrics), each 1 or −1
 */
export function orientMetrics(
  standardise: (metric: number, cell: number) => number,
  metrics: number,
  table: Table,
): Float64Array {
  const correlations = sampleCorrelations(standardise, metrics, table);
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
  { items, systems, places }: Table,
): Float64Array {
  const step = Math.max(1, Math.floor((items * systems) / MOST_CELLS));
  const products = new Float64Array(metrics * metrics);
  const row = new Float64Array(metrics);
  for (let item = 0; item < items; item++) {
    if ((places?.[item] ?? item) % step !== 0) continue;
    for (let cell = item * systems; cell < (item + 1) * systems; cell++) {
      for (let k = 0; k < metrics; k++) row[k] = standardise(k, cell);
      for (let k = 0; k < metrics; k++)
        for (let l = 0; l < metrics; l++) products[k * metrics + l] += row[k] * row[l];
    }
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
