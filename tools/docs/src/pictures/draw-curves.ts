import { curves, randomBaseline } from '@goldpan/evaluation';
import { dot, line, path, picture, scale, text, type Frame } from './svg.js';
import type { RealRun } from './real-run.js';

const sizes = Uint32Array.from({ length: 34 }, (_, k) => 5 * (k + 1) + 3);
const LOWEST = 0.75;

/** SPA by size: the picked order and the range of random ones. */
export function drawCurve(run: RealRun): string {
  const { picked, random, size } = measure(run);
  const frame = frameOf();
  const band = [...points(size, random.high, frame), ...points(size, random.low, frame).reverse()];
  return picture('SPA by number of items judged', 400, [
    `<polygon points="${band.map((point) => point.map((value) => value.toFixed(1)).join(',')).join(' ')}" class="band"/>`,
    path(points(size, random.mean, frame), 'all'),
    path(points(size, picked, frame), 'picked'),
    ...axes(frame),
    ...legend('random orders: mean, and the range of 90 %'),
  ]);
}

/** How parity is read off the curves, at the first quarter of the items. */
export function drawParity(run: RealRun): string {
  const { picked, random, size } = measure(run);
  const frame = frameOf();
  const needed = Math.round(run.full.size / 4);
  const at = size.findLastIndex((items) => items <= needed);
  const target = random.mean[at];
  // The first size after the last one that falls short: from there the target stays reached.
  const reached = picked.findLastIndex((value) => value < target) + 1;
  const [x0, x1] = [frame.x(size[reached]), frame.x(size[at])];
  const y = frame.y(target);
  const share = Math.round((100 * size[reached]) / size[at]);
  return picture(
    `Parity at one size: ${size[reached]} items instead of ${size[at]}, ${share} % of what random selection needs`,
    400,
    [
      path(points(size, random.mean, frame), 'all'),
      path(points(size, picked, frame), 'picked'),
      line([x0, y], [x1, y], 'guide'),
      line([x0, y], [x0, frame.y(LOWEST)], 'guide'),
      line([x1, y], [x1, frame.y(LOWEST)], 'guide'),
      dot(x0, y, 'picked'),
      dot(x1, y, 'all'),
      ...axes(frame),
      ...legend('random orders: mean'),
    ],
  );
}

function measure({ full, ranking }: RealRun) {
  const { values } = curves(full, ranking, { measures: ['spa'], sizes });
  const { bands } = randomBaseline(full, { measures: ['spa'], sizes });
  return { picked: [...values.spa], random: bands.spa, size: [...sizes] };
}

function frameOf(): Frame {
  return { x: scale([0, 180], [70, 730]), y: scale([LOWEST, 1], [340, 80]) };
}

function points(size: readonly number[], values: ArrayLike<number>, { x, y }: Frame): [number, number][] {
  return size.map((items, k) => [x(items), y(Math.max(LOWEST, values[k]))]);
}

function axes({ x, y }: Frame): string[] {
  return [
    line([x(0), y(LOWEST)], [x(180), y(LOWEST)], 'axis'),
    ...[0.8, 0.9, 1].flatMap((value) => [
      line([x(0), y(value)], [x(0) - 5, y(value)], 'axis'),
      text(x(0) - 10, y(value) + 4, value.toFixed(1), 'text-anchor="end" class="faint"'),
    ]),
    line([x(0), y(LOWEST)], [x(0), y(1)], 'axis'),
    ...[0, 35, 88, 176].map((items) =>
      text(x(items), y(LOWEST) + 20, String(items), 'text-anchor="middle" class="faint"'),
    ),
    text(x(90), y(LOWEST) + 42, 'items judged, of 352', 'text-anchor="middle" class="faint"'),
  ];
}

function legend(random: string): string[] {
  return [
    line([78, 50], [102, 50], 'picked'),
    text(110, 54, 'picked by metric-variance, chrF'),
    line([378, 50], [402, 50], 'all'),
    text(410, 54, random),
  ];
}
