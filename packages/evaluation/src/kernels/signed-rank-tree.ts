/**
 * The Wilcoxon signed-rank statistic of a growing set of differences, whose possible sizes are known beforehand.
 * Adding one takes O(log sizes): binary indexed trees (P. M. Fenwick, 1994) count the smaller ones and the larger positive ones.
 */
export class SignedRankTree {
  /** Number of differences, zeros included. */
  size = 0;
  nonZero = 0;
  /** Sum of the average ranks of the positive differences. */
  positiveRankSum = 0;
  /** Σ t³ − t over groups of t differences of the same size. */
  tieCorrection = 0;

  readonly #counts: Int32Array;
  readonly #positives: Int32Array;
  readonly #countTree: Int32Array;
  readonly #positiveTree: Int32Array;
  #positive = 0;

  /** @param sizes - number of distinct sizes; places run from 1 to this */
  constructor(sizes: number) {
    this.#counts = new Int32Array(sizes + 1);
    this.#positives = new Int32Array(sizes + 1);
    this.#countTree = new Int32Array(sizes + 1);
    this.#positiveTree = new Int32Array(sizes + 1);
  }

  clear(): void {
    this.size = this.nonZero = this.positiveRankSum = this.tieCorrection = this.#positive = 0;
    this.#counts.fill(0);
    this.#positives.fill(0);
    this.#countTree.fill(0);
    this.#positiveTree.fill(0);
  }

  /** Adds a difference by its place with its sign; 0 for a zero. */
  add(signedPlace: number): void {
    this.size++;
    if (signedPlace === 0) return;
    const place = Math.abs(signedPlace);
    const equal = this.#counts[place];
    // The newcomer lifts larger ones by a rank, and those of its own size by half a rank.
    this.positiveRankSum += this.#positive - prefix(this.#positiveTree, place) + this.#positives[place] / 2;
    this.tieCorrection += 3 * equal * (equal + 1);
    if (signedPlace > 0) {
      this.positiveRankSum += prefix(this.#countTree, place - 1) + equal / 2 + 1;
      this.#positive++;
      this.#positives[place]++;
      increment(this.#positiveTree, place);
    }
    this.nonZero++;
    this.#counts[place]++;
    increment(this.#countTree, place);
  }
}

/** How many were added at places 1…place. */
function prefix(tree: Int32Array, place: number): number {
  let sum = 0;
  for (let at = place; at > 0; at &= at - 1) sum += tree[at];
  return sum;
}

function increment(tree: Int32Array, place: number): void {
  for (let at = place; at < tree.length; at += at & -at) tree[at]++;
}
