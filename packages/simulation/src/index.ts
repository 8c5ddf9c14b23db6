export type { Choice } from './choice.js';
export { compareSelectors } from './compare-selectors.js';
export type {
  ComparedPoint,
  CompareRequest,
  Comparison,
  Contestant,
  ContestantResult,
} from './comparison.js';
export { errorCatalogue } from './error-catalogue.js';
export type { Executor, RunHooks } from './executor.js';
export { parseGoal, type Goal } from './goal.js';
export { inlineExecutor } from './inline-executor.js';
export { itemsAt } from './items-at.js';
export {
  workOf,
  type CompareJob,
  type CompareOutcome,
  type Failure,
  type Fold,
  type Outcome,
  type Path,
  type PlanJob,
  type PlanOutcome,
  type Resampling,
  type SimulationJob,
  type Task,
  type TaskResult,
} from './job.js';
export { fewReplicates } from './few-replicates.js';
export type { FoldMeans } from './means-over-folds.js';
export { neededShare, type Target } from './needed-share.js';
export { pluginIdentity, pluginVersion, type PluginIdentity } from './plugin-identity.js';
export { poolExecutor } from './pool-executor.js';
export { createReplicator, type Replicator } from './replicator.js';
export type { Execution } from './run-job.js';
export { simulateCampaigns, type CampaignsRequest, type CampaignsResult } from './simulate-campaigns.js';
export { simulatePlan, type PlanRequest, type PlanResult } from './simulate-plan.js';
export type { NeededSize, PlanSummary, Spread } from './summarise.js';
export { picks } from './summary-tails.js';
export { openTaskPool, type TaskPool } from './task-pool.js';
