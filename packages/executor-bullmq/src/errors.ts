import { defineError, showThrown } from '@goldpan/core';

export const invalidRedisUrl = defineError(
  'INVALID_REDIS_URL',
  'The address of Redis is missing, is none, or holds a password where others could see it.',
  (problem: string) => ({
    fields: { problem },
    what: `the address of Redis must look like redis://host:6379, or rediss://host:6379 for TLS; ${problem}`,
    advice:
      'give an address without user and password, or put the whole of it into the environment variable GOLDPAN_REDIS_URL',
  }),
);

export const redisFails = defineError(
  'REDIS_FAILS',
  'Redis cannot be reached, refuses the credentials, or was away for too long.',
  (shown: string, cause: unknown) => ({
    fields: { redis: shown, cause: showThrown(cause).text },
    what: `Redis at ${shown} cannot be used: ${showThrown(cause).text}`,
    advice: 'check that it runs and can be reached from here, and user and password in GOLDPAN_REDIS_URL',
  }),
);

export const noWorkers = defineError(
  'NO_WORKERS',
  'No worker takes part in a simulation that was handed over.',
  (at: { redis: string; seconds: number; refusals: readonly string[] }) => ({
    fields: at,
    what:
      `no worker took part for ${at.seconds} s` +
      (at.refusals.length === 0 ? '' : `; ${at.refusals.length} refused: ${at.refusals.join('; ')}`),
    advice:
      at.refusals.length === 0
        ? `start workers: goldpan worker --redis ${at.redis}`
        : 'install the same version of goldpan and of the plugins on the workers, and start them with the same --plugin',
  }),
);

export const refused = defineError(
  'REFUSED',
  'A worker refuses a simulation: of another version, with another plugin, or damaged.',
  (reason: string) => ({
    fields: { reason },
    what: `this simulation is refused: ${reason}`,
    advice: 'run the same version of goldpan and of the plugins on all machines',
  }),
);

export const taskLost = defineError(
  'TASK_LOST',
  'Workers were lost several times while they worked on the same replicates.',
  (at: { work: string; task: string; cause: string }) => ({
    fields: at,
    what: `task ${at.task} of ${at.work} failed on the workers: ${at.cause}`,
    advice: 'if their memory ran out, give them more or start them with fewer threads (--workers)',
  }),
);

export const invalidResult = defineError(
  'INVALID_RESULT',
  'What Redis holds as the result of a task is none.',
  (at: { first: number; last: number; problem: string }) => ({
    fields: at,
    what: `the result of replicates ${at.first} to ${at.last} must be what a worker of this version writes; ${at.problem}`,
    advice: 'let nothing else write to this Redis, and run again',
  }),
);
