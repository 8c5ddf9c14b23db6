import { readFileSync, statSync } from 'node:fs';
import { setInterval } from 'node:timers';

/** The exit code of tests that a mutant keeps from ending. */
export const STUCK = 3;

/** A mutant whose test takes more processor time than this never ends, in milliseconds; five times what the slowest test may take. */
const PATIENCE = 20_000;

/** Ends the process where a thread of it works on one mutant without end. Processor time, so that a busy machine ends nothing. */
export function endWhenStuck(state) {
  let written = 0;
  let used = process.cpuUsage();
  setInterval(() => {
    const { mtimeMs } = statSync(state);
    if (mtimeMs !== written) {
      written = mtimeMs;
      used = process.cpuUsage();
      return;
    }
    const { user, system } = process.cpuUsage(used);
    if ((user + system) / 1000 > PATIENCE && isTrying(state)) process.exit(STUCK);
  }, 1000).unref();
}

function isTrying(state) {
  return JSON.parse(readFileSync(state, 'utf8')).trying !== undefined;
}
