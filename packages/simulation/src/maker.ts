import type { Outcome } from './job.js';

/** Makes one replicate, by its number. */
export type Maker<Made extends Outcome> = (replicate: number) => Made | Promise<Made>;
