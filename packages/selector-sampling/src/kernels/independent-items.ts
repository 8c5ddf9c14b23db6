/** Relative size below which a number counts as rounding of 0. */
const NEGLIGIBLE = 1e-9;

/**
 * The first items, in the given order, whose constraint vectors are linearly independent; as many as there are independent variables.
 *
 * @param columns - variables by item, of similar magnitude
 * @returns items, and the variables (indices of columns) that are independent on them. O(N·P²) at worst, O(P³) on ordinary data
 */
export function independentItems(columns: readonly Float64Array[], order: Uint32Array) {
  const rows: { vector: Float64Array; pivot: number }[] = [];
  const items: number[] = [];
  for (const item of order) {
    if (rows.length === columns.length) break;
    const vector = Float64Array.from(columns, (column) => column[item]);
    const size = Math.max(...vector.map(Math.abs));
    for (const row of rows) subtract(vector, row.vector, vector[row.pivot]);
    const pivot = vector.reduce((best, _, c) => (Math.abs(vector[c]) > Math.abs(vector[best]) ? c : best), 0);
    if (Math.abs(vector[pivot]) <= NEGLIGIBLE * size) continue;
    const scale = vector[pivot];
    rows.push({ vector: vector.map((entry) => entry / scale), pivot });
    items.push(item);
  }
  return { items: Uint32Array.from(items), variables: rows.map(({ pivot }) => pivot).sort((a, b) => a - b) };
}

function subtract(from: Float64Array, row: Float64Array, times: number): void {
  for (let i = 0; i < from.length; i++) from[i] -= times * row[i];
}
