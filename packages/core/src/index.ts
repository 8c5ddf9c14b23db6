export { API_VERSION } from './api-version.js';
export { asJudged } from './as-judged.js';
export { parseBudget, type Budget } from './budget.js';
export { completeItems, completeScores, dropIncompleteItems } from './complete-scores.js';
export { compositeMetric } from './composite-metric.js';
export { COMPOSITE_METRIC } from './composite-of.js';
export { maxPerText } from './constraints/constraint-text.js';
export {
  columnsOfConstraints,
  type Amount,
  type Constraints,
  type GroupBounds,
  type GroupColumn,
  type MaxPer,
} from './constraints/constraints.js';
export {
  boundsOn,
  brokenBounds,
  groupBounds,
  itemsOfBound,
  type GroupBound,
} from './constraints/group-bounds.js';
export { groupItems, type Groups } from './constraints/group-items.js';
export { parseGroupBounds, parseGroupColumn, parseMaxPer } from './constraints/parse-constraints.js';
export type {
  LoadedPlugin,
  Need,
  Plugin,
  Registry,
  SelectionContext,
  Selector,
  Traits,
} from './contracts.js';
export {
  checkCostModel,
  defineCostModel,
  runCostModel,
  type CostModel,
  type ItemCosts,
} from './cost-model.js';
export { DatasetBuilder, type DatasetBuilderOptions } from './dataset-builder.js';
export { datasetFromItems, type Item } from './dataset-from-items.js';
export {
  columnsOfDataset,
  datasetFromColumns,
  type Dataset,
  type DatasetColumns,
  type Embeddings,
  type TextColumn,
  type VectorTable,
} from './dataset.js';
export { defineError, type ErrorDefinition, type ErrorText } from './define-error.js';
export { distinctText } from './distinct-text.js';
export { isNearText, MOST_NEAR } from './is-near-text.js';
export { isOneOutput } from './judgements/index.js';
export { didYouMean } from './did-you-mean.js';
export { errorCatalogue } from './error-catalogue.js';
export { checkJudgedData } from './check-judged-data.js';
export type { Estimate } from './estimate.js';
export {
  checkEstimator,
  defineEstimator,
  type EstimateWarning,
  type EstimationContext,
  type Estimator,
  type EstimatorResult,
  type JudgedData,
  type MetricGain,
  type MetricScores,
  type TargetPopulation,
} from './estimator.js';
export {
  constantMetric,
  constraintsRefused,
  duplicateName,
  invalidBudget,
  invalidConstraint,
  invalidItem,
  invalidPlugin,
  invalidSelection,
  metricNotChosen,
  noItems,
  tooFewItems,
  tooFewSystems,
  unknownMeasure,
  unknownMetric,
} from './errors.js';
export { awaitPlugin, callPlugin } from './call-plugin.js';
export { Loan } from './loan.js';
export { lendStanding } from './lend-dataset.js';
export { showThrown, showValue, type ThrownText } from './show-thrown.js';
export { GoldpanError, isGoldpanError, type ErrorFields } from './goldpan-error.js';
export { itemsOfShare, type ShareOptions } from './items-of-share.js';
export { DEFAULT_TARGET, isHumanColumn } from './human-column.js';
export * from './judgements/index.js';
export { ItemChecker, type IdRegister, type ItemCheckerOptions } from './item-checker.js';
export type { ItemFields } from './item-fields.js';
export {
  fileOption,
  mainMetricOption,
  metricOption,
  selectorOption,
  valuesWithRoles,
  type RoleValue,
} from './option-roles.js';
export { describeOptions, optionsFromText, parseOptions, type OptionDescription } from './options.js';
export type { OptionRole, OptionsSchema } from './options-schema.js';
export type { PoolScorer } from './pool-scorer.js';
export { checkMeasure, defineMeasure, type Measure, type MeasureDefinition } from './measure.js';
export { quoteList } from './quote-list.js';
export { presentMean } from './present-mean.js';
export { rankByUtility } from './rank-by-utility.js';
export { textPlaces } from './text-places.js';
export { utilitiesOfRanking } from './utilities-of-ranking.js';
export { createRegistry } from './registry.js';
export { automaticMetrics, resolveMetric } from './resolve-metric.js';
export type {
  AgreementCoefficientResult,
  AgreementDocument,
  CriterionAgreement,
  DisagreementCause,
  DisputedCell,
  RaterSummary,
} from './results/agreement-document.js';
export type {
  ComparedSelector,
  CompareDocument,
  RandomSelection,
  SizeChoice,
  Verdict,
} from './results/compare-document.js';
export type { Curve, CurvePoint, IntervalEnds } from './results/curve-point.js';
export { describeMeasure, type DescribedMeasure } from './results/described-measure.js';
export type { DataInfo, DocumentBase, SelectorUse, WithIntervals } from './results/document-base.js';
export type { EvaluatedSubset, EvaluateDocument, RankedSystem } from './results/evaluate-document.js';
export type { CostLine, FitCostDocument, ResidualPart } from './results/fit-cost-document.js';
export type {
  CompositePart,
  InspectDocument,
  JunkFinding,
  MetricInfo,
  RepeatedMetric,
  SelectorInfo,
  TargetAgreement,
} from './results/inspect-document.js';
export type { InformationPoint, IrtDocument, ItemParameters, SystemAbility } from './results/irt-document.js';
export type { MarkedErrors, RecomputedScores, SystemErrors } from './results/marked-errors.js';
export type { PlanDocument, PlannedCampaign, PlannedPoint, PlannedSize } from './results/plan-document.js';
export type {
  CarryingItem,
  ComparedPair,
  DomainEstimates,
  EstimatedSystem,
  JudgedDesign,
  OrderCheck,
  RankDocument,
  RankingShown,
  SystemRanking,
  Separation,
} from './results/rank-document.js';
export type { ResultDocument } from './results/result-document.js';
export type { SelectDocument, SelectedItem, SelectedOutput } from './results/select-document.js';
export type { TargetColumns } from './results/target-columns.js';
export { judgedItems, runEstimator, type EstimationOptions } from './run-estimator.js';
export { runSelector, selectionContext, unmetNeedsOf, type RunOptions } from './run-selector.js';
export { sameOutputs } from './same-outputs.js';
export { emptyScoreMatrix, sharedFloats, type ScoreMatrix } from './score-matrix.js';
export { secondsPer } from './seconds-per.js';
export type { Json, ProvenBound, Selection, SelectorResult } from './selection.js';
export { checkSelector, defineSelector, type SelectorDefinition } from './selector.js';
export {
  columnsNamed,
  columnsUsed,
  mainMetric,
  readsTexts,
  withParts,
  type ConfiguredSelector,
} from './selector-use.js';
export { spend } from './spend.js';
export type { Clusters, Standing } from './standing.js';
export type { SubsetEstimate, SubsetReader, SubsetReading } from './subset-reading.js';
export { stream, type Rng } from './stream.js';
export { takeItems } from './take-items.js';
export { takeJudgedSystems, type JudgedSystems } from './take-judged-systems.js';
export { takeSystems } from './take-systems.js';
export type { Warning } from './warning.js';
export { withoutTexts } from './without-texts.js';
export { z } from 'zod';
