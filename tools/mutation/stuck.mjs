import { readFileSync, statSync } from 'node:fs';
import { setInterval } from 'node:timers';

/** The exit code of tests that a mutant keeps from ending. */
export const STUCK = 3;

/** A mutant whose test takes more processor time than this never ends, in milliseconds; five times what the slowest test may take. */
const PATIENCE = 20_000;

/** So many seconds in which next to nothing is worked: a test waits for what a mutant keeps from coming. */
const WAITING_SECONDS = 60;
/** Less than this in all that time, in milliseconds of processor time, is next to nothing; this clock itself needs some. */
const NEXT_TO_NOTHING = 1_000;

/** Ends the process where a mutant makes a test work, or wait, without end. Processor time, so that a busy machine ends nothing. */
export function endWhenStuck(state) {
  let written = 0;
  let used = [];
  setInterval(() => {
    const { mtimeMs } = statSync(state);
    if (mtimeMs !== written) {
      written = mtimeMs;
      used = [];
    }
    used.push(processorTime());
    const now = used.at(-1);
    const works = now - used[0] > PATIENCE;
    const waits = used.length > WAITING_SECONDS && now - used.at(-1 - WAITING_SECONDS) < NEXT_TO_NOTHING;
    if ((works || waits) && isTrying(state)) process.exit(STUCK);
  }, 1000).unref();
}

function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function isTrying(state) {
  return JSON.parse(readFileSync(state, 'utf8')).trying !== undefined;
}
