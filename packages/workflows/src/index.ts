export type {
  AgreementDocument,
  CompareDocument,
  EvaluateDocument,
  FitCostDocument,
  InspectDocument,
  IrtDocument,
  PlanDocument,
  RankDocument,
  SelectDocument,
  TargetColumns,
} from '@goldpan/core';
export { agreement, type AgreementQuestion } from './agreement/agreement.js';
export { compare, type CompareQuestion } from './compare.js';
export type { ConstraintOptions } from './constraint-options.js';
export type { FurtherContestant } from './contestants.js';
export { convert, type ConvertDocument, type ConvertQuestion } from './convert.js';
export { DEMO, type DemoFacts, type DemoSizes, type DemoSystem } from './demo-facts.js';
export { demo, type DemoDocument, type DemoQuestion } from './demo.js';
export type { PluginDescription } from './describe-plugin.js';
export { errorCatalogue } from './error-catalogue.js';
export { DEFAULT_MEASURES, evaluate, type EvaluateQuestion } from './evaluate.js';
export { fitCost, type FitCostQuestion } from './fit-cost.js';
export type { JunkPolicy } from './junk/leave-out-junk.js';
export type { ItemsInput } from './given-data.js';
export { inspect, type InspectQuestion } from './inspect.js';
export { irt, type IrtQuestion } from './irt.js';
export type { CostOptions } from './item-costs.js';
export type { MissingJudgements } from './missing-judgements.js';
export type { MissingScores } from './missing-scores.js';
export type { OptionValues } from './option-values.js';
export { TARGET_VARIANCE, type UtilityQuestion } from './past-utilities.js';
export { loadFormats, loadRegistry } from './load-plugins.js';
export type { PlanQuestion } from './plan-question.js';
export { plan } from './plan.js';
export { plugins, type PluginsDocument } from './plugins.js';
export type { DataOptions, SimulationOptions } from './question.js';
export { rank, type RankQuestion } from './rank/rank.js';
export type { SelectQuestion } from './select-question.js';
export { select } from './select.js';
export type { SelectorSettings } from './selector-options.js';
export type { PluginName, Surroundings } from './surroundings.js';
export { targetOf, type TargetQuestion } from './target-of.js';
export { trainSource, type TrainSourceDocument, type TrainSourceQuestion } from './train-source.js';
export { correlationInWords } from './training-words.js';
