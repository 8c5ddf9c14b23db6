/** Nodes and weights with which Σ w f(z) is the mean of f over a standard normal vector. */
export interface NormalRule {
  readonly dimensions: number;
  /** Row-major, one node a row. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Gauss–Hermite nodes and weights for the standard normal, upper half, centre first where there is one. */
const GAUSS_HERMITE: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  3: [
    [0, 2 / 3],
    [1.7320508075688772, 1 / 6],
  ],
  5: [
    [0, 8 / 15],
    [1.355626179974266, 0.22207592200561263],
    [2.8569700138728056, 0.01125741132772068],
  ],
  7: [
    [0, 16 / 35],
    [1.1544053947399682, 0.24012317860501273],
    [2.366759410734541, 0.030757123967586494],
    [3.7504397177257425, 0.0005482688559722185],
  ],
};

/** The Gauss–Hermite product rule with so many points (3, 5 or 7) in each direction. */
export function productRule(points: readonly number[]): NormalRule {
  const dimensions = points.length;
  const lines = points.map((count) =>
    GAUSS_HERMITE[count].flatMap(([node, weight]) =>
      node === 0
        ? [[0, weight]]
        : [
            [-node, weight],
            [node, weight],
          ],
    ),
  );
  const count = points.reduce((product, value) => product * value, 1);
  const nodes = new Float64Array(count * dimensions);
  const weights = new Float64Array(count).fill(1);
  for (let q = 0; q < count; q++) {
    let rest = q;
    lines.forEach((line, k) => {
      const [node, weight] = line[rest % line.length];
      nodes[q * dimensions + k] = node;
      weights[q] *= weight;
      rest = Math.floor(rest / line.length);
    });
  }
  return { dimensions, nodes, weights };
}

/**
 * The fully symmetric rule of degree 5 with 2n² + 1 nodes: the centre, ± one direction, ± two directions.
 *
 * @param dimensions - n, at least 2
 */
export function fifthDegreeRule(dimensions: number): NormalRule {
  const n = dimensions;
  const nodes: number[] = new Array(n).fill(0);
  const weights = [2 / (n + 2)];
  const add = (weight: number, entries: readonly (readonly [number, number])[]) => {
    const node = new Array(n).fill(0);
    for (const [k, value] of entries) node[k] = value;
    nodes.push(...node);
    weights.push(weight);
  };
  const far = Math.sqrt(n + 2);
  const near = Math.sqrt((n + 2) / 2);
  for (let k = 0; k < n; k++) {
    for (const sign of [-1, 1]) {
      if (n !== 4) add((4 - n) / (2 * (n + 2) ** 2), [[k, sign * far]]);
      for (let l = 0; l < k; l++) {
        for (const other of [-1, 1]) {
          add(1 / (n + 2) ** 2, [
            [k, sign * near],
            [l, other * near],
          ]);
        }
      }
    }
  }
  return { dimensions, nodes: Float64Array.from(nodes), weights: Float64Array.from(weights) };
}

/** The rule for an item with so many coordinates: fewer points a direction where there are more directions. */
export function ruleFor(dimensions: number): NormalRule {
  const points = [[], [7], [5, 5], [5, 5, 3], [3, 3, 3, 3]][dimensions];
  return points === undefined ? fifthDegreeRule(dimensions) : productRule(points);
}
