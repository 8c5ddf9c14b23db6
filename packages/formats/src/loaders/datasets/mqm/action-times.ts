import { median, withoutPauses } from '@goldpan/stats';
import { jsonObject } from '../../json-object.js';

/** The actions of one rater: when each was, and the judgement that it belongs to. */
interface Actions {
  readonly times: number[];
  readonly judgements: string[];
}

/**
 * Collects what raters did when, from the field `timing` of the rows, and tells how long each judgement took: the time from action to action
 * of a rater, over all segments in the order of the clock, goes to the judgement of the later action, without pauses.
 */
export class ActionTimes {
  readonly #raters = new Map<string, Actions>();
  /** Actions without a usable time. */
  odd = 0;

  /** Adds the actions of a row, under a name for its judgement: `{"kind": {"count", "timeMS", "log": [{"ts"}]}}`, in milliseconds since 1970. */
  add(rater: string, judgement: string, timing: unknown): void {
    let actions = this.#raters.get(rater);
    if (actions === undefined) this.#raters.set(rater, (actions = { times: [], judgements: [] }));
    for (const kind of Object.values(jsonObject(timing) ?? {})) {
      const log: unknown = jsonObject(kind)?.log;
      for (const entry of Array.isArray(log) ? log : []) {
        const time: unknown = jsonObject(entry)?.ts;
        if (typeof time !== 'number' || !(time > 0 && time < 8.64e15)) this.odd++;
        else {
          actions.times.push(time);
          actions.judgements.push(judgement);
        }
      }
    }
  }

  /** Seconds by the name of the judgement. A rater's first action has no beginning: it counts as the median step. */
  seconds(pause: number): Map<string, number> {
    const seconds = new Map<string, number>();
    for (const { times, judgements } of this.#raters.values()) {
      if (times.length < 2) continue;
      const order = times.map((_, at) => at).sort((a, b) => times[a] - times[b] || a - b);
      const steps = order.slice(1).map((at, n) => (times[at] - times[order[n]]) / 1000);
      const working = withoutPauses(Float64Array.from(steps), pause);
      order.forEach((at, n) => {
        const step = n === 0 ? median(working) : working[n - 1];
        seconds.set(judgements[at], (seconds.get(judgements[at]) ?? 0) + step);
      });
    }
    // Whole milliseconds, as the clock gives them.
    return new Map([...seconds].map(([name, sum]) => [name, Math.round(sum * 1000) / 1000]));
  }
}
