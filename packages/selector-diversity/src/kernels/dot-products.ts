/** Rows of numbers in double precision. */
export interface Rows {
  readonly dimensions: number;
  readonly values: Float64Array;
}

/**
 * Dot products of two blocks of rows, three by four at a time: twelve sums and what they are made of are as many numbers as
 * fit in the registers of a processor. Blocks whose rows of a come in threes are fastest.
 *
 * @param into - shape (aEnd − aStart, bEnd − bStart), row-major: receives a·b
 * @remarks Every product adds up its terms from the first dimension to the last, whatever the block, so that equal rows
 * give equal products. O(rows of a · rows of b · dimensions).
 */
export function dotProducts(
  a: { rows: Rows; start: number; end: number },
  b: { rows: Rows; start: number; end: number },
  into: Float32Array | Float64Array,
): void {
  const width = b.end - b.start;
  const wholeA = a.end - ((a.end - a.start) % 3);
  const wholeB = b.end - (width % 4);
  const at = (i: number, j: number) => (i - a.start) * width + j - b.start;
  for (let j = b.start; j < wholeB; j += 4) {
    for (let i = a.start; i < wholeA; i += 3) {
      threeByFour(a.rows, b.rows, { i, j, into, at: at(i, j), width });
    }
    for (let i = wholeA; i < a.end; i++) oneByFour(a.rows, b.rows, { i, j, into, at: at(i, j), width });
  }
  for (let i = a.start; i < a.end; i++) {
    for (let j = wholeB; j < b.end; j++) into[at(i, j)] = dot(a.rows, i, b.rows, j);
  }
}

/** The dot product of row i of one table and row j of another. */
export function dot(a: Rows, i: number, b: Rows, j: number): number {
  const size = a.dimensions;
  const x = a.values;
  const y = b.values;
  let sum = 0;
  for (let d = 0, p = i * size, q = j * size; d < size; d++) sum += x[p + d] * y[q + d];
  return sum;
}

/** The squared Euclidean distance of row i of one table and row j of another. */
export function squaredDistance(a: Rows, i: number, b: Rows, j: number): number {
  const size = a.dimensions;
  let sum = 0;
  for (let d = 0; d < size; d++) sum += (a.values[i * size + d] - b.values[j * size + d]) ** 2;
  return sum;
}

interface Tile {
  readonly i: number;
  readonly j: number;
  readonly into: Float32Array | Float64Array;
  readonly at: number;
  readonly width: number;
}

function threeByFour(a: Rows, b: Rows, { i, j, into, at, width }: Tile): void {
  const size = a.dimensions;
  const x = a.values;
  const y = b.values;
  const x0 = i * size;
  const x1 = x0 + size;
  const x2 = x1 + size;
  const y0 = j * size;
  const y1 = y0 + size;
  const y2 = y1 + size;
  const y3 = y2 + size;
  // prettier-ignore
  let s00 = 0, s01 = 0, s02 = 0, s03 = 0,
    s10 = 0, s11 = 0, s12 = 0, s13 = 0,
    s20 = 0, s21 = 0, s22 = 0, s23 = 0;
  // prettier-ignore
  for (let d = 0; d < size; d++) {
    const b0 = y[y0 + d], b1 = y[y1 + d], b2 = y[y2 + d], b3 = y[y3 + d];
    const a0 = x[x0 + d]; s00 += a0 * b0; s01 += a0 * b1; s02 += a0 * b2; s03 += a0 * b3;
    const a1 = x[x1 + d]; s10 += a1 * b0; s11 += a1 * b1; s12 += a1 * b2; s13 += a1 * b3;
    const a2 = x[x2 + d]; s20 += a2 * b0; s21 += a2 * b1; s22 += a2 * b2; s23 += a2 * b3;
  }
  const sums = [s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23];
  for (let k = 0; k < 12; k++) into[at + (k >> 2) * width + (k & 3)] = sums[k];
}

function oneByFour(a: Rows, b: Rows, { i, j, into, at }: Tile): void {
  const size = a.dimensions;
  const x = a.values;
  const y = b.values;
  const x0 = i * size;
  const y0 = j * size;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let d = 0; d < size; d++) {
    const value = x[x0 + d];
    s0 += value * y[y0 + d];
    s1 += value * y[y0 + size + d];
    s2 += value * y[y0 + 2 * size + d];
    s3 += value * y[y0 + 3 * size + d];
  }
  into[at] = s0;
  into[at + 1] = s1;
  into[at + 2] = s2;
  into[at + 3] = s3;
}
