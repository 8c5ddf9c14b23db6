export { errorCatalogue } from './error-catalogue.js';
export type { Executor, RunHooks } from './executor.js';
export { parseGoal, type Goal } from './goal.js';
export { inlineExecutor } from './inline-executor.js';
export type { Failure, Outcome, Path, Resampling, SimulationJob, Task, TaskResult } from './job.js';
export { poolExecutor } from './pool-executor.js';
export { createReplicator, type Replicator } from './replicator.js';
export { simulatePlan, type PlanExecution, type PlanRequest, type PlanResult } from './simulate.js';
export { itemsAt, type NeededSize, type PlanSummary, type Spread } from './summarise.js';
