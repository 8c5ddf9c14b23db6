/** What a worker counts of a task, in memory that it shares with the thread that waits: 1 when it begins, and 1 for each replicate it made. */
export type Beats = Int32Array<SharedArrayBuffer>;

export function newBeats(): Beats {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/**
 * What `work` comes to, unless a task that has begun makes no replicate for longer than the limit, or up to a second longer. Seconds are
 * ticks of this thread: a machine that sleeps does not count.
 *
 * @param seconds - above 0; Infinity: no limit
 * @throws what `stalled` makes
 */
export function withinLimit<T>(
  work: Promise<T>,
  { beats, seconds, stalled }: { beats: Beats; seconds: number; stalled: () => Error },
): Promise<T> {
  if (seconds === Infinity) return work;
  let seen = 0;
  let ticks = 0;
  return new Promise<T>((resolve, reject) => {
    const timer = setInterval(() => {
      const now = Atomics.load(beats, 0);
      ticks = now === 0 || now !== seen ? 0 : ticks + 1;
      seen = now;
      if (ticks >= seconds) reject(stalled());
    }, 1000);
    work.then(resolve, reject).finally(() => clearInterval(timer));
  });
}
