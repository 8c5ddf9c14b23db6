import { noWorkers } from './errors.js';
import type { WorkerSigns } from './worker-sign.js';

/** Who is watched, and who hears of it. */
export interface WatchOptions {
  /** Where Redis is, to show. */
  readonly redis: string;
  /** Milliseconds to wait without any worker. */
  readonly patience: number;
  readonly onNote: (text: string) => void;
}

/** Milliseconds without a worker after which the person who waits is told; where all that are there refuse, the run ends. */
const SOON = 5000;

/**
 * Follows who takes part in a run: tells refusals once each, and gives up when nobody has taken part for too long.
 *
 * @returns what is to be called now and then with the signs that are there; it throws NO_WORKERS
 */
export function watchWorkers({ redis, patience, onNote }: WatchOptions) {
  const beats = new Map<string, number>();
  const refusals = new Map<string, string>();
  let lastSeen = performance.now();
  let isTold = false;
  return (signs: WorkerSigns, now = performance.now()): void => {
    for (const [name, sign] of signs) {
      if ('refusal' in sign) {
        if (!refusals.has(name)) onNote(`worker ${name} refused: ${sign.refusal}`);
        refusals.set(name, sign.refusal);
      } else if (beats.get(name) !== sign.beat) {
        beats.set(name, sign.beat);
        lastSeen = now;
        isTold = false;
      }
    }
    const waited = now - lastSeen;
    const areAllRefusing = refusals.size > 0 && beats.size === 0;
    if (waited > (areAllRefusing ? Math.min(SOON, patience) : patience))
      throw noWorkers({ redis, seconds: Math.round(waited / 1000), refusals: told(refusals) });
    if (waited > SOON && !isTold) {
      isTold = true;
      onNote(`no worker takes part so far; start one: goldpan worker --redis ${redis}`);
    }
  };
}

function told(refusals: ReadonlyMap<string, string>): string[] {
  return Array.from(refusals, ([name, reason]) => `${name}: ${reason}`);
}
