import type { Terminal } from './terminal.js';

/** Shows how far long tasks are, on one line that is written over; nothing where standard error is no screen. */
export interface Progress {
  /** @param done - work done, of `total` */
  update(title: string, done: number, total: number): void;
  /** Removes the line. */
  clear(): void;
}

/** A progress line with the time left of the task that it shows. */
export function progressLine(terminal: Terminal, quiet: boolean): Progress {
  if (quiet || !terminal.interactive) return { update: () => undefined, clear: () => undefined };
  let shown = { title: '', started: 0, at: 0 };
  return {
    update(title, done, total) {
      const now = performance.now();
      if (title !== shown.title) shown = { title, started: now, at: 0 };
      if (now - shown.at < 100 && done < total) return;
      shown.at = now;
      const share = total > 0 ? done / total : 0;
      const passed = now - shown.started;
      const left = share > 0 ? (passed / share) * (1 - share) : NaN;
      const time = Number.isNaN(left) || passed < 500 ? '' : `, ${inWords(left / 1000)} left`;
      terminal.err(`\r\x1b[K${title}: ${Math.floor(share * 100)} %${time}`);
    },
    clear: () => terminal.err('\r\x1b[K'),
  };
}

function inWords(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
