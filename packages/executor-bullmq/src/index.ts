export { bullmqExecutor, type BullmqExecutorOptions } from './bullmq-executor.js';
export { errorCatalogue } from './error-catalogue.js';
export { redisAddress, type RedisAddress } from './redis-address.js';
export { runWorker, type WorkerOptions } from './run-worker.js';
export { version } from './version.js';
