import { drawClusters } from './draw-clusters.js';
import { drawCurve, drawParity } from './draw-curves.js';
import { drawSpa } from './draw-spa.js';
import { realRun } from './real-run.js';

/** The pictures of docs/pictures by file name, drawn from a real run. Same data, same bytes. */
export async function pictures(): Promise<ReadonlyMap<string, string>> {
  const run = await realRun();
  return new Map([
    ['spa.svg', drawSpa(run)],
    ['curve.svg', drawCurve(run)],
    ['parity.svg', drawParity(run)],
    ['clusters.svg', drawClusters(run)],
  ]);
}
