/** Under this name BullMQ keeps the tasks of a run, with its id as the name of their queue. */
export const QUEUE_PREFIX = 'goldpan:tasks';

/** The ids of the runs that are open: a set. */
export const RUNS = 'goldpan:runs';

/** What is kept of a run. */
export const keysOf = (id: string) => ({
  /** What workers must know before they take part. Whoever hands the run over lets it live on; without it the run is over. */
  announcement: `goldpan:run:${id}`,
  /** Who takes part or refuses: a hash, by the name of the worker. */
  workers: `goldpan:run:${id}:workers`,
  /** Results that were not fetched yet: a hash, by the first replicate of the task. */
  results: `goldpan:run:${id}:results`,
});

/** A piece of data, under the hash of its bytes. */
export const chunkKey = (hash: string) => `goldpan:chunk:${hash}`;

/** Whether a text is the id of a run. */
export const isRunId = (text: string) => /^[0-9a-f]{16}-[0-9a-f]{16}$/.test(text);
