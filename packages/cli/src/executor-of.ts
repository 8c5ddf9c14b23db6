import type { SimulationOptions, Surroundings } from '@goldpan/workflows';
import { executorBullmq } from './executor-bullmq.js';

/** Flags that say where replicates are made. */
interface ExecutorFlags {
  readonly executor: 'pool' | 'bullmq';
  readonly redis?: string;
}

/**
 * The executor that flags ask for; undefined = threads of this machine. An address of Redis alone asks for it too.
 *
 * @throws EXECUTOR_MISSING, INVALID_REDIS_URL
 */
export async function executorOf(
  { executor, redis }: ExecutorFlags,
  { onNote }: Surroundings,
): Promise<SimulationOptions['executor']> {
  if (executor === 'pool' && redis === undefined) return undefined;
  const { bullmqExecutor, redisAddress } = await executorBullmq();
  return bullmqExecutor({ redis: redisAddress(redis, process.env), onNote });
}
