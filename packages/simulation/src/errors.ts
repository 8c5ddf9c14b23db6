import { defineError, quoteList, showThrown, type Measure } from '@goldpan/core';

export const invalidGoal = defineError(
  'INVALID_GOAL',
  'A goal of a plan names no measure, or a value that it cannot reach.',
  (text: string, measures: readonly Measure[]) => ({
    fields: { text },
    what:
      `goal ${JSON.stringify(text)} must be one of spa=0.95, kendall=0.9, mean-absolute-error=0.5, same-best, random@50%, ` +
      `or any measure and a value above 0 in its range, among ${quoteList(measures.map(goalForm), 40)}`,
    advice: 'write for example --goal spa=0.95',
  }),
);

/** How a goal names a measure. */
function goalForm({ name, kind, range }: Measure): string {
  if (kind === 'predicate') return name;
  return range[1] === Infinity ? `${name}=…` : `${name}=… up to ${range[1]}`;
}

export const noDocuments = defineError(
  'NO_DOCUMENTS',
  'Whole documents are to be resampled, but the data does not say which document an item belongs to.',
  (item: string) => ({
    fields: { item },
    what: `resampling documents needs the document of every item; item ${JSON.stringify(item)} has none`,
    advice: 'add "doc" to the items, or resample items',
  }),
);

export const replicateFailed = defineError(
  'REPLICATE_FAILED',
  'A selector failed in one replicate of a simulation.',
  (at: { replicate: number; selector: string; code?: string; cause: string }) => ({
    fields: at,
    what: `selector ${JSON.stringify(at.selector)} failed in replicate ${at.replicate}: ${at.cause}`,
    advice: 'finished replicates are kept in the checkpoint if there is one; mend the cause and run again',
  }),
);

export const workerLost = defineError(
  'WORKER_LOST',
  'A worker of a simulation ended twice while it worked on the same replicates.',
  (at: { work: string; first: number; last: number; cause: string }) => ({
    fields: at,
    what: `a worker ended twice on replicates ${at.first} to ${at.last} of ${at.work}: ${at.cause}`,
    advice:
      'if its memory ran out, give it more (NODE_OPTIONS=--max-old-space-size=…) or run with fewer workers; if not, this is a fault of the plugin at work',
  }),
);

export const replicateStalled = defineError(
  'REPLICATE_STALLED',
  'A replicate of a simulation took longer than the time limit: a selector that never ends, or is slow.',
  (at: { work: string; first: number; last: number; seconds: number }) => ({
    fields: at,
    what: `a replicate of ${at.work} must be made within ${at.seconds} s; one of ${at.first} to ${at.last} was not`,
    advice:
      'if the selector is only slow, give it more time (--time-limit SECONDS; 0 = no limit); if not, this is a fault of the plugin that brings it',
  }),
);

export const otherCheckpoint = defineError(
  'OTHER_CHECKPOINT',
  'A checkpoint file belongs to a simulation with other inputs.',
  (path: string, differences: readonly string[]) => ({
    fields: { path, differences },
    what: `${path} must be the checkpoint of this simulation; it differs in ${differences.join('; ')}`,
    advice: 'run with the inputs it was made with, or name another checkpoint file',
  }),
);

export const checkpointFailed = defineError(
  'CHECKPOINT_FAILED',
  'A checkpoint file cannot be read or written: a full disk, a folder, no permission.',
  (path: string, cause: unknown) => ({
    fields: { path, cause: showThrown(cause).text },
    what: `the checkpoint ${path} cannot be kept: ${showThrown(cause).text}`,
    advice:
      'make room, or name another file; replicates that are in it are kept, and the same call goes on from them',
  }),
);

export const damagedCheckpoint = defineError(
  'DAMAGED_CHECKPOINT',
  'A line of a checkpoint file, other than a last one that was cut short, cannot be read.',
  (path: string, line: number) => ({
    fields: { path, line },
    what: `every line of ${path} must be a finished replicate; line ${line} is not`,
    advice: 'remove the line, or the file',
  }),
);

export const interrupted = defineError(
  'INTERRUPTED',
  'A simulation was ended from outside.',
  (at: { work: string; finished: number; replicates: number }) => ({
    fields: at,
    what: `the simulation of ${at.work} was interrupted when ${at.finished} of ${at.replicates} replicates were finished`,
    advice: 'run it again; with a checkpoint it goes on where it was',
  }),
);

export const lowerIsBetter = defineError(
  'LOWER_IS_BETTER',
  'A comparison is asked for with a measure of which less is better.',
  (measure: string) => ({
    fields: { measure },
    what: `a comparison needs a measure of which more is better; of ${measure} less is`,
    advice: 'use spa, kendall or pairwise-accuracy',
  }),
);
