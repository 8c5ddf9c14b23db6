import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemsAt, type Path, type PlanOutcome } from '../src/index.js';
import { summarise, type Scale } from '../src/summarise.js';

const scale: Scale = { items: 40, shares: [0.1, 0.25, 0.5, 1], higherIsBetter: true };
const path = (curve: readonly (number | null)[]): Path => ({ curve });
const outcome = (selector: Path, random: Path, target: number | null = 0.9): PlanOutcome => ({
  replicate: 0,
  target,
  selector,
  random,
});

/** Curves that reach 0.9 from a share on; from none for the number of shares. */
const reaching = (from: number) => path(scale.shares.map((_, k) => (k >= from ? 0.95 : 0.4)));

describe('the size that is needed', () => {
  test('is the median over replicates, with the range of the middle 90 %, in items', () => {
    // 21 replicates: one needs all, nine half, ten a quarter, one a tenth.
    const from = [3, ...new Array<number>(9).fill(2), ...new Array<number>(10).fill(1), 0];
    const { size, random } = summarise(
      from.map((k) => outcome(reaching(k), reaching(3))),
      scale,
    );
    expect(size).toMatchObject({ median: 10, low: 10, high: 20, share: 0.25, neverReached: 0 });
    expect(random).toMatchObject({ median: 40, low: 40, high: 40, share: 1 });
  });

  test('is null where the median, or an end, falls on replicates that never reach the goal', () => {
    const { size } = summarise(
      [0, 1, 4, 4, 4].map((k) => outcome(reaching(k), reaching(0))),
      scale,
    );
    expect(size).toMatchObject({ median: null, low: 4, high: null, share: null, neverReached: 0.6 });
  });

  test('begins where the goal is reached and stays reached, and a value that is not defined reaches nothing', () => {
    const dips = path([0.95, 0.8, 0.95, 0.95]);
    const unknown = path([0.95, null, null, 0.95]);
    expect(summarise([outcome(dips, unknown)], scale)).toMatchObject({
      size: { median: 20 },
      random: { median: 40 },
    });
    expect(summarise([outcome(dips, dips, null)], scale).size.neverReached).toBe(1);
  });

  test('of an error is where it is low enough', () => {
    const falling = path([0.9, 0.3, 0.2, 0]);
    const lower = { ...scale, higherIsBetter: false };
    expect(summarise([outcome(falling, falling, 0.3)], lower).size.median).toBe(10);
  });
});

describe('the ratio to random selection', () => {
  const ratioOf = (selector: number, random: number) =>
    summarise([outcome(reaching(selector), reaching(random))], scale).ratio.median;
  test('is share over share, replicate by replicate', () => {
    expect(ratioOf(1, 2)).toBe(0.5);
    expect(ratioOf(2, 1)).toBe(2);
    const mixed = summarise(
      [
        outcome(reaching(0), reaching(2)),
        outcome(reaching(2), reaching(2)),
        outcome(reaching(2), reaching(0)),
      ],
      scale,
    );
    expect(mixed.ratio).toEqual({ low: 0.2, median: 1, high: 5 });
  });

  test('is 0 where only random selection fails, above all numbers where only the selector does, not defined where both do', () => {
    expect(ratioOf(1, 4)).toBe(0);
    expect(ratioOf(4, 1)).toBeNull();
    const oneFails = [outcome(reaching(4), reaching(4)), outcome(reaching(1), reaching(2))];
    expect(summarise(oneFails, scale).ratio).toEqual({ low: 0.5, median: 0.5, high: 0.5 });
    expect(ratioOf(4, 4)).toBeNull();
  });
});

describe('costs and curves', () => {
  test('the cost is that of the median number of items, and null without costs or a median', () => {
    const outcomes = [1, 2, 0].map((from) => outcome(reaching(from), reaching(3)));
    const { size, random } = summarise(outcomes, { ...scale, meanCost: 4.25 });
    expect([size.median, size.cost]).toEqual([10, 42.5]);
    expect([random.median, random.cost]).toEqual([40, 170]);
    expect(summarise(outcomes, scale).size.cost).toBeNull();
    const never = [outcome(reaching(4), reaching(1))];
    expect(summarise(never, { ...scale, meanCost: 4.25 }).size.cost).toBeNull();
  });

  test('at every size the curve has the median and range of the replicates in which the measure is defined', () => {
    const outcomes = [0.2, 0.6, null, 0.4].map((value) =>
      outcome(path([value, 1, 1, 1]), path([0.5, value, 1, 1])),
    );
    const { curve, replicates } = summarise(outcomes, scale);
    expect(replicates).toBe(4);
    expect(curve.map(({ size }) => size)).toEqual([4, 10, 20, 40]);
    expect(curve[0]).toMatchObject({ low: 0.2, median: 0.4, high: 0.6, random: { median: 0.5 } });
    expect(curve[1].random).toEqual({ low: 0.2, median: 0.4, high: 0.6 });
    const nothing = summarise([outcome(path([null, 1, 1, 1]), path([null, 1, 1, 1]))], scale);
    expect(nothing.curve[0]).toMatchObject({ low: null, median: null, high: null });
  });

  test('the ends are among the values of replicates, in order, whatever they are', () => {
    const from = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.array(from, { minLength: 1, maxLength: 40 }), (starts) => {
        const { size } = summarise(
          starts.map((k) => outcome(reaching(k), reaching(1))),
          scale,
        );
        const sizes = starts.map((k) => (k === 4 ? Infinity : itemsAt(scale.shares[k], 40)));
        const [low, median, high] = [size.low, size.median, size.high].map((end) => end ?? Infinity);
        for (const end of [low, median, high]) expect(sizes).toContain(end);
        expect(low <= median && median <= high).toBe(true);
        // No more than half of the replicates need less, and no more than half need more.
        expect(sizes.filter((value) => value < median).length).toBeLessThanOrEqual(starts.length / 2);
        expect(sizes.filter((value) => value > median).length).toBeLessThanOrEqual(starts.length / 2);
        expect(sizes.filter((value) => value < low).length).toBeLessThanOrEqual(0.05 * starts.length);
        expect(sizes.filter((value) => value > high).length).toBeLessThanOrEqual(0.05 * starts.length);
      }),
      { seed: 3 },
    );
  });
});
