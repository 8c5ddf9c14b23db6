import type { Terminal } from './terminal.js';

/** Shows how far a long task is, on one line that is written over; nothing where standard error is no screen. */
export interface Progress {
  /** @param done - work done, of `total` */
  update(done: number, total: number): void;
  /** Removes the line. */
  clear(): void;
}

/** A progress line with the time left. */
export function progressLine(terminal: Terminal, title: string, quiet: boolean): Progress {
  if (quiet || !terminal.interactive) return { update: () => undefined, clear: () => undefined };
  const started = performance.now();
  let shownAt = 0;
  return {
    update(done, total) {
      const now = performance.now();
      if (now - shownAt < 100 && done < total) return;
      shownAt = now;
      const share = total > 0 ? done / total : 0;
      const left = share > 0 ? ((now - started) / share) * (1 - share) : NaN;
      const time = Number.isNaN(left) || now - started < 500 ? '' : `, ${inWords(left / 1000)} left`;
      terminal.err(`\r\x1b[K${title}: ${Math.floor(share * 100)} %${time}`);
    },
    clear: () => terminal.err('\r\x1b[K'),
  };
}

function inWords(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
