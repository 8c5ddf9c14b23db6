export { workerChecks, type WorkerModule } from './worker-checks.js';
